import type { Browser } from "playwright-core";
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

test("a step of the date costs the page under 50 ms, and moves nothing on it", async () => {
  const { page, close } = await openApp(browser, app.address, "/?d=1998-06-01");
  const session = await page.context().newCDPSession(page);
  // The page's own work: other programs on the machine do not count.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return 1000 * (of("ScriptDuration") + of("LayoutDuration") + of("RecalcStyleDuration"));
  };
  const frame = page.locator(".map-frame");
  const place = await frame.boundingBox();
  const steps: number[] = [];
  for (let i = 0; i < 12; i++) {
    const before = await spent();
    await page.keyboard.press(i < 6 ? "]" : "[");
    await page.waitForTimeout(250);
    steps.push((await spent()) - before);
  }
  const [median = 0] = steps.sort((a, b) => a - b).slice(steps.length / 2);
  expect(median).toBeLessThan(50);
  expect(await frame.boundingBox()).toEqual(place);
  await close();
});
