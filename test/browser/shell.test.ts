/** What every screen stands in: the start, the header, the address, the way between screens. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DESK, headline, PHONE, watch } from "../support/app-page.ts";
import { launchBrowser, mapIdle } from "../support/browser.ts";
import type { ServedApp } from "../support/served-app.ts";
import { sharedApp } from "../support/shared-app.ts";

let browser: Browser;
let app: ServedApp;
beforeAll(async () => {
  [browser, app] = [await launchBrowser(), sharedApp()];
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function open(path: string, viewport = DESK) {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  const page = await context.newPage();
  const faults = watch(page, app.address);
  await page.goto(app.address + path);
  await page.locator("h1").waitFor();
  return { page, faults, close: () => context.close() };
}

test("from the start to the first map in one press, and back", async () => {
  const { page, faults, close } = await open("/");
  expect(await page.title()).toBe("Start | Patchwork");
  const figure = await page.locator(".door-figure b").first().innerText();
  await page.getByRole("link", { name: "Find the hotspots" }).click();
  await mapIdle(page);
  expect(await headline(page)).toContain(`${figure} places in England had six or more`);
  await expect.poll(() => page.locator("h1:focus").count()).toBe(1);
  await page.goBack();
  await page.getByRole("heading", { name: "Where do area-based initiatives pile up?" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/");
  expect(faults).toEqual([]);
  await close();
});

test("no door and no link of the header opens on nothing", async () => {
  const { page, faults, close } = await open("/");
  const links = await page.locator(".top nav a, .door a").all();
  const paths = await Promise.all(links.map((link) => link.getAttribute("href")));
  expect(paths.length).toBeGreaterThan(2);
  for (const path of new Set(paths)) {
    const reply = await page.request.get(`${app.address}${path}`);
    expect(reply.status()).toBe(200);
    await page.goto(`${app.address}${path}`);
    await page.locator("main h1").waitFor();
    expect(await page.locator(".failed, .notice").count()).toBe(0);
  }
  expect(faults).toEqual([]);
  await close();
});

test("a door counts what stands behind it", async () => {
  const { page, close } = await open("/");
  const lists = /(\d+) programme lists/.exec(await page.locator(".start-foot").innerText())![1];
  const door = page.locator(".door").filter({ hasText: "See which boundaries match" });
  const outlines = await door.locator("b").innerText();
  await door.getByRole("link").click();
  await page.getByRole("heading", { name: new RegExp(`^Of ${outlines} known outlines`) }).waitFor();
  await page.locator(".top nav").getByRole("link", { name: "Hotspots" }).click();
  await page.getByText(`${lists} lists are incomplete`).waitFor();
  await close();
});

test("the date goes along from screen to screen, and an old link is still the hotspots", async () => {
  const { page, close } = await open("/?d=2004-04-01&place=00BB");
  await expect.poll(() => new URL(page.url()).pathname).toBe("/hotspots");
  expect(await headline(page)).toContain("1 April 2004");
  await page.getByRole("link", { name: "Start", exact: true }).click();
  await page.getByText("Figures are of 1 April 2004").waitFor();
  expect(await page.locator("input[name=date]").inputValue()).toBe("1 April 2004");
  await close();
});

test("an address that leads nowhere is not found; the app does not pretend", async () => {
  const reply = await fetch(`${app.address}/nowhere`);
  expect(reply.status).toBe(404);
  expect(((await reply.json()) as { code: string }).code).toBe("input/not-found");
});

test("on a phone the header has a menu that Escape closes", async () => {
  const { page, close } = await open("/", PHONE);
  const hotspots = page.locator(".top nav").getByRole("link", { name: "Hotspots" });
  expect(await hotspots.isVisible()).toBe(false);
  const menu = page.getByRole("button", { name: "Menu" });
  await menu.click();
  expect(await menu.getAttribute("aria-expanded")).toBe("true");
  await page.keyboard.press("Escape");
  expect(await hotspots.isVisible()).toBe(false);
  expect(await page.locator("button:focus").innerText()).toBe("Menu");
  await menu.click();
  await hotspots.click();
  await page.getByText("On 1 June 2002").first().waitFor();
  expect(await hotspots.isVisible()).toBe(false);
  await close();
});
