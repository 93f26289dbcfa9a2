/** The page of one place: its sentence, its sections, its tables, by pointer and by key. */
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { headline, openScreen } from "../support/app-page.ts";
import { launchBrowser } from "../support/browser.ts";
import type { ServedApp } from "../support/served-app.ts";
import { sharedApp } from "../support/shared-app.ts";

let browser: Browser;
let app: ServedApp;
beforeAll(async () => {
  [browser, app] = [await launchBrowser(), sharedApp()];
});
afterAll(() => browser?.close());

const MIDDLESBROUGH = "/place/00EC?d=2002-06-01";
const open = (path = MIDDLESBROUGH, options = {}) =>
  openScreen(browser, app.address, path, options);

test("says how many, draws the years, and follows the date", async () => {
  const { page, faults, close } = await open();
  expect(await headline(page)).toBe(
    "Middlesbrough had seven recorded initiatives at once on 1 June 2002",
  );
  await page.getByRole("img", { name: /12 initiatives in Middlesbrough/ }).waitFor();
  await page.getByText("End together: 3 end Mar 2006").waitFor();
  await page.locator("#stack").getByText("sourced").first().waitFor();
  await page.keyboard.press("]");
  await expect.poll(() => headline(page)).toContain("on 1 June 2003");
  await expect.poll(() => page.url()).toContain("/place/00EC?d=2003-06-01");
  expect(faults).toEqual([]);
  await close();
});

test("each figure has its rule a press away; Escape gives the focus back", async () => {
  const { page, close } = await open();
  const figure = page.getByRole("button", { name: /accountable bodies/ });
  await figure.focus();
  await page.keyboard.press("Enter");
  await page.getByText("Different organisations that answer for the money").waitFor();
  await page.getByText("Recorded for 7 of 7 initiatives live.").waitFor();
  await page.keyboard.press("Escape");
  expect(await figure.evaluate((node) => node.matches(":focus"))).toBe(true);
  await close();
});

test("a table is sorted by its heads and taken away as it stands", async () => {
  const { page, close } = await open();
  const table = page.locator("#aims table");
  const first = () => table.locator("tbody th").first().innerText();
  await table.locator("tbody th").first().waitFor();
  expect(await first()).toBe("Community");
  await table.getByRole("button", { name: "Aim" }).click();
  expect(await first()).toBe("Childcare");
  const head = table.locator("th", { hasText: "Aim" }).first();
  expect(await head.getAttribute("aria-sort")).toBe("ascending");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page
      .locator("#aims")
      .getByRole("button", { name: /Download table/ })
      .click(),
  ]);
  expect(file.suggestedFilename()).toBe("patchwork-00EC-aims.csv");
  const [header, row] = readFileSync(await file.path(), "utf8").split("\r\n");
  expect(header).toBe("aim,initiatives,programmes");
  expect(row).toMatch(/^Childcare,3,/);
  await close();
});

test("from the start to a place by search, without the pointer", async () => {
  const { page, faults, close } = await open("/");
  await page.keyboard.press("/");
  await page.keyboard.type("middlesb");
  await page.getByRole("option", { name: "Middlesbrough North East" }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /^Middlesbrough had/ }).waitFor();
  await page.locator("h1:focus").waitFor();
  expect(faults).toEqual([]);
  await close();
});

test("a code of no place says so and offers a way on", async () => {
  const { page, close } = await open("/place/NOWHERE");
  expect(await headline(page)).toBe("There is no such place");
  await page.getByText("Find the place by its name above").waitFor();
  await close();
});
