/** What is looked at of each screen: by the tests of every screen, and for their goldens. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { SCREEN_PATHS } from "../../server/api/screen-paths.ts";
import { DESK, PHONE, watch } from "./app-page.ts";
import { mapIdle } from "./browser.ts";

export interface ScreenView {
  /** Names its golden. */
  readonly name: string;
  readonly path: string;
}

/** Views of a screen that its bare path does not show. A screen without a line is looked at there. */
const VIEWS: Readonly<Record<string, readonly ScreenView[]>> = {
  "/": [{ name: "start", path: "/" }],
  "/hotspots": [
    { name: "hotspots", path: "/hotspots?d=2002-06-01" },
    { name: "hotspots-stack", path: "/hotspots?d=2002-06-01&place=00BB" },
  ],
  "/place/:code": [
    { name: "place", path: "/place/00EC?d=2002-06-01" },
    { name: "place-nowhere", path: "/place/NOWHERE" },
  ],
  "/streams": [
    { name: "streams", path: "/streams" },
    { name: "streams-case", path: "/streams?case=moss-side-hulme" },
    { name: "streams-advisers", path: "/streams?case=specialist-advisers" },
    { name: "streams-place", path: "/streams?d=2002-06-01&place=00EC" },
  ],
};

/** Every view of every screen that is served: a new screen cannot be forgotten. */
export const SCREEN_VIEWS: readonly ScreenView[] = SCREEN_PATHS.flatMap(
  (path) => VIEWS[path] ?? [{ name: path.slice(1), path: `${path}?d=2002-06-01` }],
);

export const DEVICES = {
  desk: { viewport: DESK },
  phone: { viewport: PHONE, hasTouch: true, isMobile: true },
} as const satisfies Record<string, BrowserContextOptions>;
export type Device = keyof typeof DEVICES;

export interface OpenView {
  readonly page: Page;
  /** Console errors, uncaught errors and requests to another host, so far. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

/** Adds up what moves on the page without a person having touched it. */
const COUNT_SHIFTS = `
  window.patchworkShifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput)
        window.patchworkShifts.push([value, sources.map(({ node }) => node?.className ?? node?.nodeName).join(" ")]);
  }).observe({ type: "layout-shift", buffered: true });
`;

/** Opens a view and waits until nothing is on its way: no skeleton, the map drawn, the type there. */
export async function openView(
  browser: Browser,
  address: string,
  { path }: ScreenView,
  device: Device,
): Promise<OpenView> {
  const context = await browser.newContext({ ...DEVICES[device], reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.addInitScript(COUNT_SHIFTS);
  const faults = watch(page, address);
  await page.goto(address + path);
  await atRest(page);
  return { page, faults, close: () => context.close() };
}

/** A screen begins with its heading; its parts come one after another, so rest is looked for twice. */
async function atRest(page: Page): Promise<void> {
  await page.locator("main h1").waitFor();
  if (await page.locator(".map-canvas").count()) await mapIdle(page);
  for (let quiet = 0; quiet < 2; ) {
    const waiting = await page.locator("[aria-busy=true]").count();
    quiet = waiting === 0 ? quiet + 1 : 0;
    await page.waitForTimeout(150);
  }
  await page.evaluate("document.fonts.ready.then(() => undefined)");
}

/** What moved, largest first, and when the first content was painted (milliseconds). */
export async function stillness(page: Page) {
  const shifts = (await page.evaluate("window.patchworkShifts")) as [number, string][];
  const painted = (await page.evaluate(
    "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0",
  )) as number;
  return {
    moved: shifts.reduce((sum, [value]) => sum + value, 0),
    what: shifts.sort(([a], [b]) => b - a).map(([value, node]) => `${value.toFixed(4)} ${node}`),
    painted,
  };
}
