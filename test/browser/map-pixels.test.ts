import type { Browser, Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { StudyReply } from "../../server/contract/study.ts";
import { andRest, openApp } from "../support/app-page.ts";
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

/** The tokens of tokens.css, light and dark, depth 1 and up. */
const LIGHT = ["#e3d8ee", "#c5b0dd", "#a384c7", "#8056ab", "#5c3189", "#36115c"];
const DARK = ["#3d3050", "#59447a", "#7a5ea5", "#9e83c8", "#c5afe5", "#ede2fb"];
/** A renderer may round a channel; neighbouring depths are far further apart. */
const NEAR = 3;

async function pixelsOf(page: Page, colours: readonly string[]): Promise<number[]> {
  const png = PNG.sync.read(await page.locator(".map-canvas").screenshot());
  const wanted = colours.map((hex) =>
    [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)),
  );
  const found = colours.map(() => 0);
  for (let at = 0; at < png.data.length; at += 4) {
    const which = wanted.findIndex((rgb) =>
      rgb.every((value, c) => Math.abs(value - png.data[at + c]!) <= NEAR),
    );
    if (which >= 0) found[which]!++;
  }
  return found;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
/** London fills the map; nothing else in this frame has either programme. */
const LONDON = "v=8.2/51.49/-0.1";
const FILTER = "prog=HAZ,NRF";

/** London's ground at each depth under the filter. */
function groundByDepth(study: StudyReply, at: string): number[] {
  const programmes = study.programmes.map(({ code }) => code);
  const live = study.outlines.map(({ initiative, from, to }) => {
    const { start, end, programme } = study.initiatives[initiative]!;
    const last = end ?? study.programmes[programme]!.end;
    const within = (a: string | null, z: string | null) =>
      (a ?? "") <= at && (z === null || at < z);
    return (
      ["HAZ", "NRF"].includes(programmes[programme]!) &&
      start !== null &&
      within(start, last) &&
      within(from, to)
    );
  });
  const ground = LIGHT.map(() => 0);
  for (const { place, coveredBy, area } of study.cells) {
    const depth = coveredBy.filter((outline) => live[outline]).length;
    const inLondon = study.places[place]?.region === "London";
    if (depth > 0 && inLondon) ground[Math.min(depth, LIGHT.length) - 1]! += area;
  }
  return ground;
}

test("each depth is drawn in its colour, on as much of the map as it has ground", async () => {
  const study = (await (await fetch(`${app.address}/api/v1/study`)).json()) as StudyReply;
  const opened = await openApp(browser, app.address, `/?d=2002-06-01&${FILTER}&${LONDON}`);
  const pixels = await pixelsOf(opened.page, LIGHT);
  const ground = groundByDepth(study, "2002-06-01");
  expect(ground[0]).toBeGreaterThan(0);
  expect(ground[1]).toBeGreaterThan(0);
  // Discs, numerals and lines hide some ground, small boroughs' more: shares agree within 0.08.
  for (const depth of [0, 1]) {
    const drawn = pixels[depth]! / sum(pixels);
    expect(Math.abs(drawn - ground[depth]! / sum(ground))).toBeLessThan(0.08);
  }
  expect(sum(pixels.slice(2))).toBe(0);
  expect(sum(pixels)).toBeGreaterThan(1000);
  await opened.close();
});

test("the map changes with the date as the list does, and nothing is fetched for it", async () => {
  const opened = await openApp(browser, app.address, `/?d=2002-06-01&${LONDON}`);
  const { page, faults } = opened;
  const before = await pixelsOf(page, LIGHT);
  expect(before[3]! + before[4]! + before[5]!).toBeGreaterThan(200);
  const asked: string[] = [];
  page.on("request", (request) => {
    // The other screens' code comes when the page has nothing else to do: that is not the ground.
    if (!new URL(request.url()).pathname.startsWith("/assets/")) asked.push(request.url());
  });
  await andRest(page, async () => {
    await page.locator("input[name=date]").fill("1996-06-01");
    await page.keyboard.press("Enter");
  });
  const after = await pixelsOf(page, LIGHT);
  expect(sum(after)).toBeLessThan(sum(before) / 4);
  expect(after[3]! + after[4]! + after[5]!).toBe(0);
  expect(asked).toEqual([]);
  expect(faults).toEqual([]);
  await opened.close();
});

test("the legend takes the other depths off the map", async () => {
  const opened = await openApp(browser, app.address, `/?d=2002-06-01&min=4&${LONDON}`);
  const pixels = await pixelsOf(opened.page, LIGHT);
  expect(sum(pixels.slice(0, 3))).toBe(0);
  expect(sum(pixels.slice(3))).toBeGreaterThan(200);
  await opened.close();
});

test("a dark page has a dark map, also when the theme changes under it", async () => {
  const opened = await openApp(browser, app.address, "/?d=2002-06-01", { colorScheme: "dark" });
  const { page } = opened;
  expect(sum(await pixelsOf(page, DARK))).toBeGreaterThan(2000);
  await andRest(page, () => page.emulateMedia({ colorScheme: "light" }));
  expect(sum(await pixelsOf(page, LIGHT))).toBeGreaterThan(2000);
  await opened.close();
});
