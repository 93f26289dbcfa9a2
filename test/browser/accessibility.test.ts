import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { card, headline, openApp, PHONE, rows } from "../support/app-page.ts";
import { launchBrowser } from "../support/browser.ts";
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

const open = (path: string, options?: BrowserContextOptions) =>
  openApp(browser, app.address, path, options);

/** What has the focus, by its accessible words. */
const focused = (page: Page) => page.locator(":focus").innerText();

test.each<[string, BrowserContextOptions]>([
  ["at a desk", {}],
  ["on a phone", { viewport: PHONE, hasTouch: true, isMobile: true }],
])("axe finds nothing with a stack, its evidence and a menu open: %s", async (_, options) => {
  const { page, close } = await open("/?d=2002-06-01", options);
  await rows(page).first().click();
  await card(page).getByText("sourced").first().waitFor();
  await card(page)
    .getByRole("button", { name: /Evidence/ })
    .first()
    .click();
  const look = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  };
  expect(await look()).toEqual([]);
  await page.getByRole("button", { name: /^Programmes/ }).click();
  await page.getByRole("checkbox").first().waitFor();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await look(), colorScheme).toEqual([]);
  }
  await close();
});

test("the whole way by keyboard: skip link, list, stack, back, search, date", async () => {
  const { page, close } = await open("/?d=2002-06-01");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Skip to the ranked list");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await focused(page)).toBe("Liverpool");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const third = await rows(page).nth(2).locator(".row-button").innerText();
  expect(await focused(page)).toBe(third);
  await page.locator(".hover-card", { hasText: third }).waitFor();
  await page.keyboard.press("Enter");
  await card(page).getByRole("heading", { name: third }).waitFor();
  expect(await focused(page)).toBe(third);
  await page.keyboard.press("Escape");
  await card(page).getByRole("heading", { name: "What the counts rest on" }).waitFor();
  expect(await page.locator("button:focus").innerText()).toBe(third);
  await page.keyboard.press("/");
  await page.keyboard.type("newca");
  await page.getByRole("option", { name: "Newcastle upon Tyne North East" }).waitFor();
  await page.keyboard.press("Enter");
  await card(page).getByRole("heading", { name: "Newcastle upon Tyne" }).waitFor();
  await page.locator("h2:focus").waitFor();
  await page.keyboard.press("[");
  expect(await headline(page)).toContain("1 June 2001");
  await close();
});

test("the map by keyboard: its centre is told, Enter opens it, Escape comes back", async () => {
  const { page, close } = await open("/?d=2002-06-01&v=10/54.57/-1.23");
  const canvas = page.locator(".map-frame > .map-canvas canvas");
  const cross = page.locator(".map-cross");
  const told = page.locator(".map-frame > p.unseen[aria-live]");
  expect(await cross.isVisible()).toBe(false);
  for (let i = 0; i < 80 && !(await canvas.evaluate((node) => node.matches(":focus"))); i++)
    await page.keyboard.press("Tab");
  expect(await cross.isVisible()).toBe(true);
  await expect.poll(() => told.innerText()).toContain("At the centre: Middlesbrough");
  await page.keyboard.press("Enter");
  await card(page).getByRole("heading", { name: "Middlesbrough" }).waitFor();
  await expect.poll(() => focused(page)).toBe("Middlesbrough");
  await page.keyboard.press("Escape");
  await card(page).getByRole("heading", { name: "What the counts rest on" }).waitFor();
  await expect.poll(() => canvas.evaluate((node) => node.matches(":focus"))).toBe(true);
  expect(await cross.isVisible()).toBe(true);
  await page.keyboard.press("Space");
  await card(page).getByRole("heading", { name: "Middlesbrough" }).waitFor();
  await close();
});

test("the headline is read out once it rests, not at every step", async () => {
  const { page, close } = await open("/?d=2002-06-01");
  const spoken = page.locator("main > p.unseen[aria-live]");
  await expect.poll(() => spoken.innerText()).toContain("1 June 2002");
  await page.keyboard.press("]");
  await page.keyboard.press("]");
  expect(await spoken.innerText()).toContain("1 June 2002");
  await expect.poll(() => spoken.innerText(), { timeout: 3000 }).toContain("1 June 2004");
  await close();
});
