import { existsSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { card, headline, openApp } from "../support/app-page.ts";
import { launchBrowser } from "../support/browser.ts";
import { type ServedApp, serveApp } from "../support/served-app.ts";

const BOUNDARIES = "../shared/data/boundaries";

describe.skipIf(!existsSync(BOUNDARIES))(`with the districts of ${BOUNDARIES}`, () => {
  let browser: Browser;
  let app: ServedApp;
  beforeAll(async () => {
    [browser, app] = await Promise.all([launchBrowser(), serveApp(BOUNDARIES)]);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  test("the list is of the 354 districts, and the map does not call itself generalised", async () => {
    const { page, faults, close } = await openApp(
      browser,
      app.address,
      "/?d=2002-06-01&place=00BB",
    );
    expect(await headline(page)).toBe(
      "On 1 June 2002, 31 places in England had six or more recorded initiatives at once",
    );
    await card(page).getByText("London, 36 km². Rank 8= of 354").waitFor();
    expect(await page.getByText("Approximate outlines").count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test("ground outside every place still opens what covers it, with its evidence", async () => {
    const opened = await openApp(browser, app.address, "/?d=2002-06-01&v=9/52.9/-3.85");
    const { page, faults, close } = opened;
    const frame = (await page.locator(".map-canvas").boundingBox())!;
    await page.mouse.click(frame.x + frame.width / 2, frame.y + frame.height / 2);
    await card(page).getByRole("heading", { name: "Ground outside every place" }).waitFor();
    await card(page)
      .locator(".entry", { hasText: "North West Wales" })
      .getByText("sourced")
      .waitFor();
    expect(new URL(page.url()).searchParams.get("cell")).toMatch(/^\d+$/);
    await page.keyboard.press("Escape");
    expect(new URL(page.url()).searchParams.get("cell")).toBeNull();
    expect(faults).toEqual([]);
    await close();
  });
});
