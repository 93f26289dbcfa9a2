import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { card, DESK, figure, headline, openApp, rows, watch } from "../support/app-page.ts";
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

test("a study that cannot be had is told with its code, and can be asked for again", async () => {
  const context = await browser.newContext({ viewport: DESK });
  const page = await context.newPage();
  await page.route("**/api/v1/study", (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/problem+json",
      body: JSON.stringify({
        title: "The database is empty",
        detail: "No data is loaded. Run npm run patchwork -- load.",
        code: "store/empty",
        status: 503,
      }),
    }),
  );
  await page.goto(`${app.address}/hotspots`);
  await page.getByRole("alert").getByText("No data is loaded").waitFor();
  await page.getByText("Code: store/empty").waitFor();
  await page.unroute("**/api/v1/study");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("On 1 June 2002").first().waitFor();
  await context.close();
});

test("without WebGL the list, the stack and the downloads work, and the page says why", async () => {
  const context = await browser.newContext({ viewport: DESK });
  const page = await context.newPage();
  await page.addInitScript("HTMLCanvasElement.prototype.getContext = () => null");
  const faults = watch(page, app.address);
  await page.goto(`${app.address}/hotspots`);
  await page.getByText("This browser cannot draw the map").waitFor();
  await rows(page).first().click();
  await card(page).getByRole("heading", { name: "Liverpool" }).waitFor();
  expect(Number(await figure(page, "initiatives live"))).toBeGreaterThan(5);
  expect(faults).toEqual([]);
  await context.close();
});

test("with the connection gone, what was loaded still answers and the page says so", async () => {
  const opened = await openApp(browser, app.address, "/?d=2002-06-01");
  const { page, close } = opened;
  await page.context().setOffline(true);
  await page.getByText("You are offline").waitFor();
  await page.keyboard.press("]");
  expect(await headline(page)).toContain("1 June 2003");
  await rows(page).nth(1).click();
  expect(Number(await figure(page, "initiatives live"))).toBeGreaterThan(3);
  await card(page).getByText("The money and evidence could not be read").waitFor();
  await page.context().setOffline(false);
  await page.getByText("You are offline").waitFor({ state: "detached" });
  await card(page).getByRole("button", { name: "Try again" }).click();
  await card(page).getByText("sourced").first().waitFor();
  await close();
});

test("a long wait says so and can be ended; what comes all the same is shown", async () => {
  const context = await browser.newContext({ viewport: DESK });
  const page = await context.newPage();
  let answer = () => {};
  const held = new Promise<void>((done) => {
    answer = done;
  });
  await page.route("**/api/v1/exports/cells?*", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${app.address}/export?d=2002-06-01`);
  await page.getByText("The server is still at work on it").waitFor();
  await page.getByRole("button", { name: "Stop waiting" }).click();
  await page.getByRole("alert").getByText("You stopped waiting. Nothing was changed.").waitFor();
  answer();
  await page.getByRole("heading", { name: /^The first 10 of/ }).waitFor();
  await context.close();
});
