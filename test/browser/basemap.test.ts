/** A basemap from another host: only when named, only that host, and under our own ground. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openApp } from "../support/app-page.ts";
import { launchBrowser } from "../support/browser.ts";
import { type ServedApp, serveApp } from "../support/served-app.ts";

/** Found in no token of ours. */
const GREEN = [0, 200, 0] as const;

let browser: Browser;
let elsewhere: Server;
let host: string;
const asked: string[] = [];

beforeAll(async () => {
  const tile = new PNG({ width: 256, height: 256 });
  for (let at = 0; at < tile.data.length; at += 4) tile.data.set([...GREEN, 255], at);
  const bytes = PNG.sync.write(tile);
  elsewhere = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (request.url === "/style.json") {
      const source = { type: "raster", tiles: ["/{z}/{x}/{y}.png"], tileSize: 256 };
      const layers = [{ id: "land", type: "raster", source: "land" }];
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify({ version: 8, sources: { land: source }, layers }));
    } else if (/^\/\d+\/\d+\/\d+\.png$/.test(request.url ?? "")) {
      response.setHeader("Content-Type", "image/png");
      response.end(bytes);
    } else response.writeHead(404).end();
  });
  await new Promise<void>((done) => elsewhere.listen(0, "127.0.0.1", done));
  host = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  elsewhere?.closeAllConnections();
  elsewhere?.close();
});

/** Pixels of the map in the basemap's own colour, and those it shines through. */
async function greens(page: Page): Promise<{ bare: number; through: number }> {
  const { data } = PNG.sync.read(await page.locator(".map-frame > .map-canvas").screenshot());
  const found = { bare: 0, through: 0 };
  for (let at = 0; at < data.length; at += 4) {
    const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!];
    if (r < 4 && b < 4 && Math.abs(g - GREEN[1]) < 4) found.bare++;
    else if (g - Math.max(r, b) > 25) found.through++;
  }
  return found;
}

test.each([
  ["tiles", "/{z}/{x}/{y}.png"],
  ["a style", "/style.json"],
])("%s are drawn under our ground and asked of that host alone", async (_, path) => {
  let app: ServedApp | undefined;
  try {
    app = await serveApp(undefined, ["--basemap", host + path]);
    asked.length = 0;
    const { page, faults, close } = await openApp(browser, app.address, "/?d=2002-06-01");
    const { bare, through } = await greens(page);
    expect(bare).toBeGreaterThan(5000);
    expect(through).toBeGreaterThan(5000);
    expect(asked.some((url) => url.endsWith(".png"))).toBe(true);
    expect(faults.filter((fault) => !fault.startsWith(`${host}/`))).toEqual([]);
    await page.getByText(new URL(host).host).waitFor();
    await close();
  } finally {
    await app?.stop();
  }
});

test("one that cannot be had is told, and the map is drawn without it", async () => {
  const app = await serveApp(undefined, ["--basemap", `${host}/nothing.json`]);
  const { page, close } = await openApp(browser, app.address, "/?d=2002-06-01");
  await page.getByText("The basemap could not be had").waitFor();
  expect(await greens(page)).toMatchObject({ bare: 0 });
  await close();
  await app.stop();
});
