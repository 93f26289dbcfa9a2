/** The server is stopped after everything was loaded: what is on the screens stays of use, and says so. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { card, headline, rows } from "../support/app-page.ts";
import { launchBrowser } from "../support/browser.ts";
import { type OpenView, openView, SCREEN_VIEWS } from "../support/screen-views.ts";
import { type ServedApp, serveApp } from "../support/served-app.ts";

let browser: Browser;
let app: ServedApp;
const opened = new Map<string, OpenView>();
beforeAll(async () => {
  [browser, app] = [await launchBrowser(), await serveApp()];
  await Promise.all(
    SCREEN_VIEWS.map(async (view) =>
      opened.set(view.name, await openView(browser, app.address, view, "desk")),
    ),
  );
  await app.stop();
});
afterAll(() => browser?.close());

const pageOf = (name: string): Page => opened.get(name)!.page;
const OFFLINE = "You are offline: no answer comes from the server.";

test.each(SCREEN_VIEWS)("$name says that it is offline, and still shows what it had", async ({
  name,
}) => {
  const page = pageOf(name);
  const before = await headline(page);
  await page.getByText(OFFLINE).waitFor();
  expect(await headline(page)).toBe(before);
  expect(await page.locator(".failed").count()).toBe(0);
});

test("the start counts at another date", async () => {
  const page = pageOf("start");
  await page.keyboard.press("]");
  await page.getByText("Figures are of 1 June 2003").waitFor();
});

test("hotspots are ranked at another date, and a place opens without its documents", async () => {
  const page = pageOf("hotspots");
  await page.keyboard.press("]");
  await expect.poll(() => headline(page)).toContain("1 June 2003");
  await rows(page).nth(1).click();
  await card(page).getByText("The money and evidence could not be read").waitFor();
});

test("a place is told at another date; what would have to be asked for says that it failed", async () => {
  const page = pageOf("place");
  await page.keyboard.press("]");
  await expect.poll(() => headline(page)).toContain("1 June 2003");
  await page.locator("#claims").getByText("No answer came from the server").waitFor();
  await page.keyboard.press("[");
  await page.locator("#claims table").waitFor();
});

test("the matrix of fit is filtered, and a cell that was not opened yet says that it failed", async () => {
  const page = pageOf("coterminosity");
  const chip = page.locator("button.chip", { hasText: "nested, inside" });
  await chip.click();
  await page.locator("button.chip[aria-pressed=true]", { hasText: "nested, inside" }).waitFor();
  await page.locator("button.fit-cell").first().click();
  await page.locator(".fit-card").getByText("No answer came from the server").waitFor();
});

test("a figure of the streams tells its rule", async () => {
  const page = pageOf("streams-case");
  await page.getByRole("button", { name: /due dates/ }).click();
  await page.locator(".popover-panel:visible").waitFor();
});

test("fields of an export are chosen; how large the file would be is not known", async () => {
  const page = pageOf("export");
  await page.getByRole("checkbox", { name: "kind", exact: true }).click();
  await page.getByRole("heading", { name: /^Fields: \d+ of \d+/ }).waitFor();
  await page.getByText("size not known").first().waitFor();
  expect(await page.getByRole("columnheader", { name: "kind", exact: true }).count()).toBe(0);
});

test("from one screen to another and back", async () => {
  const page = pageOf("start");
  await page.getByRole("link", { name: "Hotspots", exact: true }).click();
  await rows(page).first().waitFor();
  await page.getByRole("link", { name: "Start", exact: true }).click();
  await page.getByRole("heading", { name: "Where do area-based initiatives pile up?" }).waitFor();
});
