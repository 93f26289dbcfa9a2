/** Files taken in, as a browser shows them: the list, a report, a repair before and after, the history. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openScreen, PHONE } from "../support/app-page.ts";
import { launchBrowser } from "../support/browser.ts";
import { type ServedApp, serveApp } from "../support/served-app.ts";
import { sharedApp } from "../support/shared-app.ts";
import { gridGeojson, square } from "../support/squares.ts";

let app: ServedApp;
let browser: Browser;
let folder: string;

/** Near Bradford, on the national grid. */
const [X, Y] = [415_000, 433_000];
const BOW = [
  [X, Y],
  [X + 1000, Y + 1000],
  [X + 1000, Y],
  [X, Y + 1000],
] as const;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-checks-"));
  const zones = [
    { properties: { id: "HAZ-91", name: "Harbour", budget: "£1.2m" }, rings: [BOW] },
    { properties: { id: "HAZ-92", name: "Sound" }, rings: [square(X, Y, 500)] },
  ];
  writeFileSync(join(folder, "zones.geojson"), gridGeojson(zones));
  const said = ["--source", "the council's map", "--who", "A. Officer", "--accept-repairs"];
  const taken = ["import", join(folder, "zones.geojson"), "--programme", "HAZ", ...said];
  [app, browser] = await Promise.all([serveApp(undefined, [], [taken]), launchBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const open = (path: string, options: BrowserContextOptions = {}) =>
  openScreen(browser, app.address, path, {
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });

async function openReport(options: BrowserContextOptions = {}) {
  const opened = await open("/checks?check=1", options);
  const { page } = opened;
  await page.getByRole("heading", { name: "1 repair was proposed" }).waitFor();
  await page.getByRole("rowheader", { name: "Made 1 repair of zones.geojson." }).waitFor();
  return opened;
}

/** Opens the picture of the first repair and waits until it is drawn. */
async function showPicture(page: Page) {
  await page.getByRole("button", { name: /^Show Before and after: Harbour/ }).click();
  const picture = page.locator(".checks-picture img");
  await expect
    .poll(() => picture.evaluate((node) => Reflect.get(node, "naturalWidth")))
    .not.toBe(0);
  return picture;
}

describe("axe finds nothing, no console error, nothing scrolls sideways", () => {
  test.each<[string, BrowserContextOptions]>([
    ["light", { colorScheme: "light" }],
    ["dark", { colorScheme: "dark" }],
    ["forced colours", { forcedColors: "active" }],
    ["phone", { viewport: PHONE, isMobile: true, hasTouch: true }],
  ])("%s", async (_, options) => {
    const { page, faults, close } = await openReport(options);
    await showPicture(page);
    const look = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
    };
    expect(await look()).toEqual([]);
    const width = page.viewportSize()!.width;
    const wide = () => page.evaluate("document.documentElement.scrollWidth");
    expect(await wide()).toBeLessThanOrEqual(width);
    await page.getByRole("link", { name: "All files taken in" }).click();
    await page.getByRole("heading", { name: "1 file has been taken in" }).waitFor();
    await page.getByRole("combobox", { name: "Of" }).waitFor();
    expect(await look()).toEqual([]);
    expect(await wide()).toBeLessThanOrEqual(width);
    if (!options.isMobile) {
      await page.emulateMedia({ media: "print", forcedColors: "none", colorScheme: "light" });
      expect(await look()).toEqual([]);
    }
    expect(faults).toEqual([]);
    await close();
  });
});

test("by keyboard from the list to a repair before and after, and back", async () => {
  const { page, faults, close } = await open("/checks");
  const file = page.getByRole("link", { name: "zones.geojson" });
  await file.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "zones.geojson: 2 kinds of problem" }).waitFor();
  await page.locator("h1:focus").waitFor();
  const facts = page.locator(".checks-facts");
  expect(await facts.innerText()).toContain("EPSG:27700");
  expect(await facts.innerText()).toContain("Sure.");
  const show = page.getByRole("button", { name: /^Show Before and after: Harbour/ });
  await show.focus();
  await page.keyboard.press("Enter");
  const picture = page.locator(".checks-picture img");
  await expect.poll(() => picture.evaluate((node) => Reflect.get(node, "naturalWidth"))).toBe(640);
  expect(await picture.getAttribute("alt")).toContain("Harbour, before and after");
  await page.goBack();
  await page.getByRole("heading", { name: "1 file has been taken in" }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test("kinds of problem are the key and the filter, and stand in the address", async () => {
  const { page, close } = await openReport();
  const chip = page.locator(".checks-kinds .chip", { hasText: "crosses itself" });
  expect(await chip.locator(".chip-count").innerText()).toBe("1");
  await chip.click();
  await expect.poll(() => page.locator(".checks-problem").count()).toBe(1);
  expect(page.url()).toContain("kind=self-intersection");
  await page.reload();
  await page.locator('.chip[aria-pressed="true"]', { hasText: "crosses itself" }).waitFor();
  expect(await page.locator(".checks-problem").count()).toBe(1);
  await close();
});

test("the history of one initiative, and the command that goes back", async () => {
  const { page, close } = await open("/checks");
  await page.getByRole("combobox", { name: "Of" }).selectOption("HAZ-91");
  await page.getByText(/^Last confirmed by a file on /).waitFor();
  await page.getByRole("button", { name: "Copy command Go back to it: 2" }).click();
  await page.getByText("Copied").waitFor();
  const text = await page.evaluate("navigator.clipboard.readText()");
  expect(text).toBe("npm run -s patchwork -- restore 2 --only HAZ-91");
  const drawn = page.getByRole("link", { name: "Outlines as they stood" }).first();
  const reply = await page.request.get(app.address + (await drawn.getAttribute("href")));
  expect((await reply.json()).features).toHaveLength(1);
  await close();
});

test("a place of a problem opens the map there", async () => {
  const { page, close } = await openReport();
  await page.locator(".checks-problem a").first().click();
  await page.waitForURL(/\/hotspots\?.*v=15\/53\.79/);
  await close();
});

test("without files, without such a report, and without a connection it is said what to do", async () => {
  const { page, close } = await openScreen(browser, sharedApp().address, "/checks");
  await page.getByRole("heading", { name: "No file has been taken in here" }).waitFor();
  await page.locator("code", { hasText: "patchwork -- check zones.geojson" }).waitFor();
  await close();
  const none = await open("/checks?check=99");
  await none.page.getByRole("heading", { name: "There is no such report" }).waitFor();
  await none.page.route("**/api/v1/checks", (route) => route.abort());
  await none.page.getByRole("link", { name: "All files taken in" }).click();
  await none.page.getByText("No answer came from the server.").waitFor();
  await none.page.unroute("**/api/v1/checks");
  await none.page.getByRole("button", { name: "Try again" }).click();
  await none.page.getByRole("heading", { name: "1 file has been taken in" }).waitFor();
  await none.close();
});
