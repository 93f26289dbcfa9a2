/** axe on the screens without a map, in every theme; the hotspots have accessibility.test.ts. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openScreen, PHONE } from "../support/app-page.ts";
import { launchBrowser } from "../support/browser.ts";
import type { ServedApp } from "../support/served-app.ts";
import { sharedApp } from "../support/shared-app.ts";

let browser: Browser;
let app: ServedApp;
beforeAll(async () => {
  [browser, app] = [await launchBrowser(), sharedApp()];
});
afterAll(() => browser?.close());

const THEMES = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
  print: { media: "print", forcedColors: "none", colorScheme: "light" },
} as const;

test.each([
  ["/"],
  ["/place/00EC?d=2002-06-01"],
  ["/place/NOWHERE"],
])("%s: axe finds nothing in light, dark, forced colours and print", async (path) => {
  const { page, close } = await openScreen(browser, app.address, path);
  for (const [theme, media] of Object.entries(THEMES)) {
    await page.emulateMedia(media);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
    expect(found, theme).toEqual([]);
  }
  await close();
});

test.each([
  ["/"],
  ["/place/00EC?d=2002-06-01"],
])("%s on a phone: axe finds nothing, and what is pressed is 44 pixels high", async (path) => {
  const { page, close } = await openScreen(browser, app.address, path, {
    viewport: PHONE,
    hasTouch: true,
    isMobile: true,
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  const small: string[] = [];
  for (const button of await page.locator("button:visible").all()) {
    const box = await button.boundingBox();
    if (box && box.height < 43.5) small.push(`${await button.innerText()} ${box.height}`);
  }
  expect(small).toEqual([]);
  await close();
});
