/** An opened cell where people are known: by ground and by people, piece by piece, possible boundaries. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DESK, openScreen, PHONE } from "../support/app-page.ts";
import { launchBrowser } from "../support/browser.ts";
import { type ServedApp, serveDb } from "../support/served-app.ts";
import type { ToyData } from "../support/toy-data.ts";
import { toyNeed } from "../support/toy-need.ts";

let toy: ToyData;
let app: ServedApp;
let browser: Browser;
beforeAll(async () => {
  toy = await toyNeed();
  [app, browser] = await Promise.all([serveDb(toy.db), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  toy.remove();
});

const MATRIX = "/coterminosity?d=2000-06-01";
/** HAZ-01 is T1 and T2: held against T2 alone, T1 is overspill. */
const OPENED = `${MATRIX}&body=HAZ-01&tier=toy&ref=T2`;
const open = (path: string, options: BrowserContextOptions = {}) =>
  openScreen(browser, app.address, path, options);

test("by people the matrix has another Jaccard, and the address keeps it", async () => {
  const { page, faults, close } = await open(MATRIX);
  const figure = page.locator("#fit-HAZ-01-toy .fit-top b");
  await expect.poll(() => figure.innerText()).toBe("0.50");
  await page.getByRole("button", { name: "by people" }).click();
  // 5,000 people in the zone, 2,000 of them in the district that is closest by ground.
  await expect.poll(() => figure.innerText()).toBe("0.40");
  await page.getByText("wholly in one, degree of fit").first().waitFor();
  expect(new URL(page.url()).searchParams.get("j")).toBe("people");
  await page.reload();
  await expect.poll(() => figure.innerText()).toBe("0.40");
  await page.getByRole("button", { name: "by ground" }).click();
  await expect.poll(() => figure.innerText()).toBe("0.50");
  expect(new URL(page.url()).searchParams.get("j")).toBeNull();
  expect(faults).toEqual([]);
  await close();
});

test("a piece is chosen by key: the map moves to it and back, the address keeps it", async () => {
  const { page, faults, close } = await open(OPENED);
  const map = page.locator(".fit-map img");
  const drawn = () => map.evaluate((image) => Number(Reflect.get(image, "naturalWidth")));
  const box = async () =>
    new URL((await map.getAttribute("src"))!, app.address).searchParams.get("box");
  const piece = page.getByRole("button", { name: /^Overspill 1, Area A/ });
  await piece.focus();
  expect(await box()).toBeNull();
  await page.keyboard.press("Enter");
  await page.getByText("The map shows Overspill 1, in the dashed frame.").waitFor();
  const [west, south, east, north] = (await box())!.split(",").map(Number);
  expect([west!, south!, east!, north!].map((degrees) => degrees.toFixed(1))).toEqual([
    "-1.6",
    "53.7",
    "-1.5",
    "53.8",
  ]);
  await expect.poll(drawn).toBe(420);
  expect(await piece.getAttribute("aria-pressed")).toBe("true");
  expect(new URL(page.url()).searchParams.get("piece")).toBe("overspill-1");
  await page.reload();
  await page.getByRole("button", { name: "Show the whole of both" }).click();
  await expect.poll(box).toBeNull();
  expect(await piece.getAttribute("aria-pressed")).toBe("false");
  expect(faults).toEqual([]);
  await close();
});

test("possible boundaries are asked for, for the initiative and for the place", async () => {
  const { page, faults, close } = await open(OPENED);
  await page.getByRole("button", { name: "See possible boundaries" }).click();
  const table = page.getByRole("table", { name: "Possible boundaries, those that leave" });
  await table.getByRole("rowheader", { name: "together: South West, South East" }).waitFor();
  expect(await table.getByRole("row").nth(1).innerText()).toContain("1 of 1");
  await page.getByRole("button", { name: "All recorded at South East" }).click();
  await page.getByText("for 2 initiatives").waitFor();
  expect(await page.locator(".fit-possible").innerText()).not.toMatch(/should|must/i);
  expect(faults).toEqual([]);
  await close();
});

test("what takes long can be cancelled, and asked for again", async () => {
  const { page, close } = await open(OPENED);
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  await page.route("**/api/v1/chooser?*", async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole("button", { name: "See possible boundaries" }).click();
  await page.getByText("Looking through districts").waitFor();
  await page.getByRole("button", { name: "Stop waiting" }).click();
  await page.getByText("Code: client/cancelled").waitFor();
  expect(await page.locator(".fit-possible [aria-busy=true]").count()).toBe(0);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("Looking through districts").waitFor();
  go();
  await page.getByRole("rowheader", { name: "each place by itself" }).waitFor();
  await close();
});

const THEMES: [string, BrowserContextOptions][] = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }],
  ["phone", { viewport: PHONE, isMobile: true, hasTouch: true }],
];
test.each(
  THEMES,
)("axe finds nothing on all of it, and nothing scrolls sideways: %s", async (_, options) => {
  const { page, faults, close } = await open(`${OPENED}&j=people&piece=overspill-1`, options);
  await page.getByText("The map shows Overspill 1").waitFor();
  await page.getByRole("button", { name: "See possible boundaries" }).click();
  await page.getByRole("rowheader", { name: "each place by itself" }).waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  const wide = await page.evaluate("document.documentElement.scrollWidth");
  expect(wide).toBeLessThanOrEqual(options.viewport?.width ?? DESK.width);
  expect(faults).toEqual([]);
  await close();
});
