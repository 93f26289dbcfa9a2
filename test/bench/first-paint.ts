/**
 * How long England takes to stand on the map, from asking for the page: the built app over the bundled
 * data, a fresh browser context each time, so that nothing is cached.
 */
import type { Browser } from "playwright-core";
import { mapIdle } from "../support/browser.ts";
import { median } from "./statistics.ts";

const RUNS = 3;
/** The first of a browser pays for its own start. */
const WARMING = 1;

/** @returns a line for docs/performance.md; each run is said as it is measured */
export async function measureFirstPaint(
  browser: Browser,
  address: string,
  say: (text: string) => void,
): Promise<string> {
  const times: number[] = [];
  for (let run = 0; run < RUNS + WARMING; run++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${address}/hotspots?d=2002-06-01`, { waitUntil: "commit" });
    await mapIdle(page);
    // Both by the page's own clock, from the moment that it was asked for.
    const painted = await page.evaluate(() => performance.now());
    await context.close();
    if (run >= WARMING) times.push(painted);
    say(`first paint of England, ${run}: ${painted.toFixed(0)} ms`);
  }
  const worst = Math.max(...times);
  return `First paint of England with its depths, London enlarged too: median ${median(times).toFixed(0)} ms, slowest of ${RUNS} ${worst.toFixed(0)} ms.`;
}
