/** The two errands of the issue, counted in actions, and two views side by side. */
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { andRest, card, headline, openApp, openScreen, rows } from "../support/app-page.ts";
import { heldIdle, launchBrowser, mapIdle } from "../support/browser.ts";
import type { ServedApp } from "../support/served-app.ts";
import { sharedApp } from "../support/shared-app.ts";

let browser: Browser;
let app: ServedApp;
beforeAll(async () => {
  [browser, app] = [await launchBrowser(), sharedApp()];
});
afterAll(() => browser?.close());

/** Does one thing that a person does, and counts it. */
function counting(page: Page) {
  let actions = 0;
  return {
    count: () => actions,
    act: async (what: (page: Page) => Promise<unknown>) => {
      actions++;
      await what(page);
    },
  };
}

test("the ten places of a region with most on a day, on one printed page, in under ten actions", async () => {
  const { page, faults, close } = await openScreen(browser, app.address, "/");
  const { act, count } = counting(page);
  await act(() => page.getByRole("link", { name: "Find the hotspots" }).click());
  await mapIdle(page);
  await act(() => page.getByLabel("Region").focus());
  await act(() => page.getByLabel("Region").selectOption("Yorkshire and the Humber"));
  await act(() => page.locator("input[name=date]").click());
  await act(() => page.keyboard.type("1 April 2001"));
  await act(() => page.keyboard.press("Enter"));
  expect(await headline(page)).toContain("On 1 April 2001");
  expect(await headline(page)).toContain("in Yorkshire and the Humber");
  expect(await rows(page).count()).toBe(15);
  const [print] = await Promise.all([
    page.waitForEvent("popup"),
    act(() => page.getByRole("link", { name: "Print one page" }).click()),
  ]);
  await print.getByText("1 April 2001").first().waitFor();
  const text = await print.locator("body").innerText();
  const ten = await rows(page).locator(".row-button").allInnerTexts();
  for (const name of ten.slice(0, 10)) expect(text).toContain(name);
  const pages = (await print.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g);
  expect(pages).toHaveLength(1);
  expect(count()).toBeLessThan(10);
  expect(faults).toEqual([]);
  await close();
});

test("from a spot on the map to its GeoJSON in two actions", async () => {
  const opened = await openApp(browser, app.address, "/hotspots?d=2002-06-01&v=10/54.57/-1.23");
  const { page } = opened;
  const frame = (await page.locator(".map-frame > .map-canvas").boundingBox())!;
  await page.mouse.click(frame.x + frame.width / 2, frame.y + frame.height / 2);
  await card(page).getByRole("heading", { name: "Middlesbrough" }).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    card(page).getByRole("link", { name: "GeoJSON" }).click(),
  ]);
  const { features } = JSON.parse(readFileSync(await file.path(), "utf8"));
  expect(features).toHaveLength(1);
  expect(features[0].properties).toMatchObject({ code: "00EC", covers: 4, within: 3 });
  expect(features[0].geometry.type).toContain("Polygon");
  await opened.close();
});

/** A picture of a map may take longer than a second on a busy machine. */

/** Pixels of the map that are darker than its land: ground under an initiative, on one half. */
async function covered(page: Page, half: "left" | "right"): Promise<number> {
  const { data, width } = PNG.sync.read(await page.locator(".map-frame").screenshot());
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) {
    const onLeft = (at / 4) % width < width / 2 - 4;
    const violet = data[at + 2]! - data[at + 1]! > 30;
    if (violet && onLeft === (half === "left")) dark++;
  }
  return dark;
}

test("two dates side by side: the map left and right of a line, the list with its change", async () => {
  const london = "v=9/51.49/-0.1";
  const opened = await openApp(browser, app.address, `/hotspots?d=1996-06-01&${london}`);
  const { page, faults } = opened;
  await page.getByRole("button", { name: "Hold to compare" }).click();
  await heldIdle(page);
  await andRest(page, async () => {
    await page.locator("input[name=date]").fill("2002-06-01");
    await page.keyboard.press("Enter");
  });
  await page.getByText(/Compared with 1 June 1996: \d+ places have more/).waitFor();
  expect(new URL(page.url()).searchParams.get("vs")).toBe("1996-06-01");
  await expect.poll(() => covered(page, "right")).toBeGreaterThan(3000);
  expect(await covered(page, "left")).toBeLessThan((await covered(page, "right")) / 4);
  const line = page.getByLabel("Line between what is held");
  await line.focus();
  await page.keyboard.press("Home");
  await expect.poll(() => covered(page, "left")).toBeGreaterThan(3000);
  const first = rows(page).first();
  expect(await first.locator(".last").innerText()).toMatch(/\+\d+\s*from \d/);
  await page.getByRole("button", { name: "Stop comparing" }).click();
  expect(await page.locator(".held-map").count()).toBe(0);
  expect(faults).toEqual([]);
  await opened.close();
});
