/** The app on paper: what the screen leaves out of a long table is there, and only there. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DuplicationReply } from "../../server/contract/duplication.ts";
import { openScreen } from "../support/app-page.ts";
import { launchBrowser } from "../support/browser.ts";
import type { ServedApp } from "../support/served-app.ts";
import { sharedApp } from "../support/shared-app.ts";

const PAIRS = "Pairs, with aims, months, category and owners";
/** Rows of the table of pairs, as the page itself counts them. */
const COUNT = `[...document.querySelectorAll("table")]
  .find(({ caption }) => caption?.textContent === "${PAIRS}").tBodies[0].rows.length`;
const ON_SCREEN = 200;

let browser: Browser;
let app: ServedApp;
let all: number;
beforeAll(async () => {
  [browser, app] = [await launchBrowser(), sharedApp()];
  const path = "/api/v1/duplication?at=2002-06-01&by=aims,differentOwner,months";
  const { pairs } = (await (await fetch(app.address + path)).json()) as DuplicationReply;
  all = pairs.filter(({ differentOwner }) => differentOwner !== false).length;
});
afterAll(() => browser?.close());

const rows = (page: Page) => page.getByRole("table", { name: PAIRS }).locator("tbody tr");
const note = (page: Page) => page.getByText(/rows can be shown here/);

test("a long table has every row on paper, and as few as before on the screen", async () => {
  const { page, faults, close } = await openScreen(browser, app.address, "/streams?d=2002-06-01");
  await note(page).waitFor();
  expect(all).toBeGreaterThan(ON_SCREEN);
  expect(await page.evaluate(COUNT)).toBe(ON_SCREEN);
  await page.emulateMedia({ media: "print" });
  await expect.poll(() => rows(page).count()).toBe(all);
  expect(await rows(page).last().isVisible()).toBe(true);
  expect(await note(page).count()).toBe(0);
  await page.emulateMedia({ media: "screen" });
  await note(page).waitFor();
  expect(await page.evaluate(COUNT)).toBe(ON_SCREEN);
  expect(faults).toEqual([]);
  await close();
});

test("they are there before the browser lays out the paper", async () => {
  const { page, faults, close } = await openScreen(browser, app.address, "/streams?d=2002-06-01");
  await note(page).waitFor();
  // Heard after the table's own listener: what it counts is what is printed.
  await page.evaluate(
    `addEventListener("beforeprint", () => { document.body.dataset.printed = ${COUNT}; }); 0`,
  );
  await page.pdf();
  expect(await page.getAttribute("body", "data-printed")).toBe(String(all));
  await note(page).waitFor();
  expect(await page.evaluate(COUNT)).toBe(ON_SCREEN);
  expect(faults).toEqual([]);
  await close();
});
