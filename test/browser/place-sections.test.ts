/** Need, claims and partners on a place's page: what they say, take away, and say where nothing is loaded. */
import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openScreen } from "../support/app-page.ts";
import { launchBrowser } from "../support/browser.ts";
import { type ServedApp, serveDb } from "../support/served-app.ts";
import { sharedApp } from "../support/shared-app.ts";
import type { ToyData } from "../support/toy-data.ts";
import { toyNeed } from "../support/toy-need.ts";

let browser: Browser;
let toy: ToyData;
let app: ServedApp;
beforeAll(async () => {
  [browser, toy] = [await launchBrowser(), await toyNeed()];
  app = await serveDb(toy.db);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
  toy?.remove();
});

const MIDDLESBROUGH = "/place/00EC?d=2002-06-01";

test("need: a sentence, a table to take away, and what to know before it is used", async () => {
  const { page, faults, close } = await openScreen(browser, app.address, "/place/T1?d=2002-06-01");
  const need = page.locator("#need");
  await need.getByRole("heading", { name: "Need, and what reaches it" }).waitFor();
  await need.getByText("small area").first().waitFor();
  await need.getByText("What to know before these figures are used").click();
  await need.getByText(/People are those of/).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test("where no small areas are loaded it says so, and asks for nothing", async () => {
  const { page, faults, close } = await openScreen(browser, sharedApp().address, MIDDLESBROUGH);
  await page.getByText("No small areas are loaded, so need cannot be looked at.").waitFor();
  expect(faults).toEqual([]);
  await close();
});

test("claims go into a diary and a table; partners say what is not recorded", async () => {
  const { page, faults, close } = await openScreen(browser, sharedApp().address, MIDDLESBROUGH);
  const claims = page.locator("#claims");
  await claims.getByText(/claims fall due on \d+ days/).waitFor();
  const [diary] = await Promise.all([
    page.waitForEvent("download"),
    claims.getByRole("link", { name: "Put in a diary, .ics" }).click(),
  ]);
  expect(readFileSync(await diary.path(), "utf8")).toMatch(/^BEGIN:VCALENDAR\r\n/);
  await page
    .locator("#partners")
    .getByText(/how many boards each sits on is unknown/)
    .waitFor();
  const head = page.locator("#partners tbody th").first();
  expect(await head.innerText()).not.toBe("");
  expect(faults).toEqual([]);
  await close();
});

test("axe finds nothing where need is told", async () => {
  const { page, close } = await openScreen(browser, app.address, "/place/T1?d=2002-06-01");
  await page.locator("#claims p").first().waitFor();
  await page.locator("#partners p").first().waitFor();
  await page
    .locator("#need")
    .getByText(/small areas? /)
    .first()
    .waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await close();
});
