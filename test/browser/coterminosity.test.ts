/** Coterminosity and export, as a browser shows them: axe, keyboard, the way from a cell to its cause. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DESK, PHONE, watch } from "../support/app-page.ts";
import { launchBrowser } from "../support/browser.ts";
import type { ServedApp } from "../support/served-app.ts";
import { sharedApp } from "../support/shared-app.ts";

let app: ServedApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = [sharedApp(), await launchBrowser()];
});
afterAll(() => browser?.close());

async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    viewport: DESK,
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
    ...options,
  });
  const page = await context.newPage();
  const faults = watch(page, app.address);
  await page.goto(app.address + path);
  return { page, faults, close: () => context.close() };
}

test.each<[string, BrowserContextOptions]>([
  ["at a desk", {}],
  ["on a phone", { viewport: PHONE, isMobile: true, hasTouch: true }],
])("axe finds nothing with a cell open, and nothing scrolls sideways: %s", async (_, options) => {
  const { page, faults, close } = await open("/coterminosity?d=2002-06-01", options);
  await page.locator("button.fit-cell").first().click();
  await page.getByRole("heading", { name: "Why they differ" }).waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  expect(faults).toEqual([]);
  const wide = await page.evaluate("document.documentElement.scrollWidth");
  expect(wide).toBeLessThanOrEqual(options.viewport?.width ?? DESK.width);
  await close();
});

test("a cell by keyboard: opened, read, put away, and the link to it is the same", async () => {
  const { page, faults, close } = await open("/coterminosity?d=2002-06-01");
  const cell = page.locator("button.fit-cell").first();
  await cell.focus();
  const name = (await cell.getAttribute("aria-label"))!;
  await page.keyboard.press("Enter");
  await page.locator("#fit-card-heading:focus").waitFor();
  const heading = await page.locator("#fit-card-heading").innerText();
  expect(name.startsWith(heading)).toBe(true);
  await page.getByRole("heading", { name: "What would have to move" }).waitFor();
  const drawn = await page
    .locator(".fit-map img")
    .evaluate((image) => Reflect.get(image, "naturalWidth"));
  expect(drawn).toBe(420);
  const address = page.url();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "What a cell opens on" }).waitFor();
  expect(await page.locator(":focus").getAttribute("aria-label")).toBe(name);
  await page.goto(address);
  await page.getByRole("heading", { name: heading }).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test("classes are the legend and the filter", async () => {
  const { page, close } = await open("/coterminosity?d=2002-06-01");
  const chip = page.locator(".fit-classes .chip", { hasText: "nested, holds" });
  const cells = Number(await chip.locator(".chip-count").innerText());
  await chip.click();
  const shown = page.locator(".matrix .verdict-holds");
  await expect.poll(() => shown.count()).toBeGreaterThan(0);
  expect(await shown.count()).toBeLessThanOrEqual(cells);
  expect(page.url()).toContain("cls=holds");
  await close();
});

test("a region carried from the map is said not to count, and counts nowhere", async () => {
  const counts = async (path: string) => {
    const { page, faults, close } = await open(path);
    await page.locator("button.fit-cell").first().waitFor();
    const chips = await page.locator(".fit-question .chip-count").allInnerTexts();
    const peak = await page.locator(".fit-question .peak strong").innerText();
    const note = await page.getByText("All of England is compared").count();
    expect(await page.getByRole("combobox", { name: "Region" }).count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
    return { said: [...chips, peak], note };
  };
  const england = await counts("/coterminosity?d=2002-06-01");
  const london = await counts("/coterminosity?d=2002-06-01&region=London");
  expect(london.said).toEqual(england.said);
  expect([england.note, london.note]).toEqual([0, 1]);
});

test("a table is copied for a spreadsheet and for a document; a file says its data", async () => {
  const { page, faults, close } = await open("/export?d=2002-06-01&unit=places");
  await page.getByRole("heading", { name: /^The first 10 of/ }).waitFor();
  await page.getByRole("button", { name: "Copy as table" }).click();
  await page.getByText("Copied").waitFor();
  const text = String(await page.evaluate("navigator.clipboard.readText()"));
  expect(text.split("\n")).toHaveLength(11);
  expect(text.split("\n")[0]!.split("\t").slice(0, 3)).toEqual(["code", "name", "region"]);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download CSV (RFC 4180)" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^patchwork-places-2002-06-01-[0-9a-f]{8}\.csv$/);
  expect(faults).toEqual([]);
  await close();
});
