/** What stands on the map leaves its places in sight when the map is first drawn. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rankedBounds } from "../../client/map/camera.ts";
import { fromStudyReply, studyReply } from "../../server/contract/study.ts";
import type { Place } from "../../server/core/model.ts";
import { DESK, openApp, PHONE } from "../support/app-page.ts";
import { launchBrowser } from "../support/browser.ts";
import type { ServedApp } from "../support/served-app.ts";
import { sharedApp } from "../support/shared-app.ts";

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

let browser: Browser;
let app: ServedApp;
let england: readonly Place[];
beforeAll(async () => {
  [browser, app] = [await launchBrowser(), sharedApp()];
  const reply = await (await fetch(`${app.address}/api/v1/study`)).json();
  const { places } = fromStudyReply(studyReply.parse(reply));
  england = places.filter(({ country }) => country === "England");
});
afterAll(() => browser?.close());

/** Web Mercator, its world one wide. */
const across = (lon: number) => (lon + 180) / 360;
const down = (lat: number) =>
  0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);

/** Where a disc and its count stand: England fitted into the frame, worked out apart from the map. */
function marksIn(frame: Box): Box[] {
  const pad = { top: 4, right: 20, bottom: Math.min(24, frame.height / 10), left: 4 };
  const [w, s, e, n] = rankedBounds(england)!;
  const [left, right, top, bottom] = [across(w), across(e), down(n), down(s)];
  const room = {
    width: frame.width - pad.left - pad.right,
    height: frame.height - pad.top - pad.bottom,
  };
  const scale = Math.min(room.width / (right - left), room.height / (bottom - top));
  const x0 = frame.x + pad.left + room.width / 2 - ((left + right) / 2) * scale;
  const y0 = frame.y + pad.top + room.height / 2 - ((top + bottom) / 2) * scale;
  return england.map(({ lon, lat }) => ({
    x: x0 + across(lon) * scale - 6,
    y: y0 + down(lat) * scale - 6,
    width: 36,
    height: 12,
  }));
}

const meet = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Boxes of parts of the page, all of one moment: what moves while it loads moves as a whole. */
const boxes = (page: Page, selectors: readonly string[]): Promise<Box[][]> =>
  page.evaluate(`${JSON.stringify(selectors)}.map((selector) =>
    [...document.querySelectorAll(selector)].map((part) => part.getBoundingClientRect().toJSON()))`);

test.each([
  ["a desk", { viewport: DESK }],
  ["a small desk", { viewport: { width: 1280, height: 720 } }],
  ["a phone", { viewport: PHONE, isMobile: true, hasTouch: true }],
])("on %s no button lies over a place or over another", async (_, options) => {
  const { page, faults, close } = await openApp(
    browser,
    app.address,
    "/hotspots?d=2002-06-01",
    options,
  );
  const [frame, buttons, scale, others] = (await boxes(page, [
    ".map-frame",
    ".map-buttons button",
    ".maplibregl-ctrl-scale",
    ".north, .inset",
  ])) as [[Box], Box[], Box[], Box[]];
  const marks = marksIn(frame[0]);
  expect(buttons).toHaveLength(4);
  const over = [...buttons, ...scale].flatMap((part) =>
    england.filter((_, i) => meet(part, marks[i]!)).map(({ name }) => name),
  );
  expect(over).toEqual([]);
  const furniture = [...buttons, ...scale, ...others];
  expect(furniture.filter((a) => furniture.some((b) => a !== b && meet(a, b)))).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});
