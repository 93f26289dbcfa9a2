import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApp } from "../support/app-page.ts";
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

async function download(page: Page, name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name, exact: true }).click(),
  ]);
  return readFileSync(await file.path(), "utf8");
}

test("the overlaps shown are downloaded in two actions, and are those of the question", async () => {
  const opened = await openApp(browser, app.address, "/?d=2001-04-01&cat=partnership&prog=HAZ");
  const { page, faults } = opened;
  await page.getByRole("button", { name: "Download" }).click();
  const text = await download(page, "Overlaps, GeoJSON");
  const file = JSON.parse(text);
  expect(file.type).toBe("FeatureCollection");
  expect(file.features.length).toBeGreaterThan(20);
  expect(JSON.stringify(file.question ?? file)).toContain("2001-04-01");
  const asked = `${app.address}/export/cells.geojson?at=2001-04-01&programme=HAZ&category=partnership`;
  expect(text).toBe(await (await fetch(asked)).text());
  expect(faults).toEqual([]);
  await opened.close();
});

test("places and initiatives come as tables of the same question", async () => {
  const opened = await openApp(browser, app.address, "/?d=2002-06-01&prog=NDC");
  const { page } = opened;
  await page.getByRole("button", { name: "Download" }).click();
  const places = await download(page, "Places, CSV");
  expect(places.split("\r\n")[0]).toContain("covers");
  const initiatives = await download(page, "Initiatives, CSV");
  expect(initiatives).toContain("West Ham and Plaistow");
  expect(initiatives).not.toContain("HAZ-01");
  await opened.close();
});

test("each download can be copied as an address and as a command", async () => {
  const opened = await openApp(browser, app.address, "/?d=2002-06-01&cat=holistic", {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const { page } = opened;
  await page.getByRole("button", { name: "Download" }).click();
  await page.getByRole("button", { name: "Copy command Overlaps, GeoJSON" }).click();
  await page.getByText("Copied").first().waitFor();
  expect(await page.evaluate("navigator.clipboard.readText()")).toBe(
    "npm run -s patchwork -- export cells --format geojson --at 2002-06-01 --category holistic",
  );
  await page.getByRole("button", { name: "Copy address Places, CSV" }).click();
  await page.waitForTimeout(100);
  const address = String(await page.evaluate("navigator.clipboard.readText()"));
  expect((await fetch(address)).status).toBe(200);
  await opened.close();
});
