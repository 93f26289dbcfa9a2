/** The pages without script, as a browser shows them: axe, keyboard, forms, phone, print. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DESK, PHONE, watch } from "../support/app-page.ts";
import { launchBrowser } from "../support/browser.ts";
import type { ServedApp } from "../support/served-app.ts";
import { sharedApp } from "../support/shared-app.ts";

let app: ServedApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = [sharedApp(), await launchBrowser()];
});
afterAll(() => browser?.close());

async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: DESK, ...options });
  const page = await context.newPage();
  const faults = watch(page, app.address);
  await page.goto(app.address + path);
  return { page, faults, close: () => context.close() };
}

const PAGES = [
  "/plain/",
  "/plain/hotspots?at=2001-04-01&region=Yorkshire+and+the+Humber&by=all",
  "/plain/places",
  "/plain/place/00EC?at=2002-06-01",
  "/plain/initiative/HAZ-01",
  "/plain/programmes",
  "/plain/streams",
  "/plain/streams?case=moss-side-hulme",
  "/plain/need",
  "/plain/export?unit=places&fields=code,name,covers",
  "/plain/checks",
  "/briefing?at=2001-04-01&region=Yorkshire+and+the+Humber&by=all",
];

describe("axe finds nothing, nothing is asked of another host, nothing scrolls sideways", () => {
  const TWO = [PAGES[1]!, PAGES[3]!];
  test.each<[string, BrowserContextOptions, string[]]>([
    ["light", { colorScheme: "light" }, PAGES],
    ["dark", { colorScheme: "dark" }, TWO],
    ["phone", { viewport: PHONE, isMobile: true, hasTouch: true }, TWO],
    [
      "400 % zoom, forced colours",
      { viewport: { width: 320, height: 640 }, forcedColors: "active" },
      TWO,
    ],
  ])("%s", async (_, options, paths) => {
    for (const path of paths) {
      const { page, faults, close } = await open(path, options);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual(
        [],
      );
      expect(faults).toEqual([]);
      const wide = await page.evaluate("document.documentElement.scrollWidth");
      expect(wide, path).toBeLessThanOrEqual(options.viewport?.width ?? DESK.width);
      await close();
    }
  });
});

test("a briefing is one A4 page, whatever is asked, in type of eight points and up", async () => {
  for (const query of [
    "at=2001-04-01&region=Yorkshire+and+the+Humber&by=all",
    "at=2002-06-01",
    "region=London&by=funders",
    "by=churn&at=2003-01-01",
    "place=00BE",
    "place=00BY&at=2001-04-01",
    "place=00EC&at=1990-01-01",
  ]) {
    const { page, faults, close } = await open(`/briefing?${query}`);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g);
    expect(pages, query).toHaveLength(1);
    expect(pdf.toString("latin1")).toMatch(/MediaBox\s*\[\s*0 0 59[45]\S* 84[12]/);
    await page.emulateMedia({ media: "print" });
    const small =
      await page.evaluate(`[...document.querySelectorAll("p, td, th, caption, a, small, svg text")]
      .map((node) => getComputedStyle(node).fontSize)
      .filter((size) => Number.parseFloat(size) < 10.6)`);
    expect(small, query).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  }
});

test("from the app with script off to the ten places of a region, by keyboard alone", async () => {
  const { page, faults, close } = await open("/", { javaScriptEnabled: false });
  await page.getByRole("link", { name: "the plain pages" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Where area-based initiatives overlap" }).waitFor();
  await page.keyboard.press("Tab");
  expect(await page.locator(":focus").innerText()).toBe("Skip to the content");
  await page.getByRole("link", { name: "Hotspots" }).first().focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Date").fill("2001-04-01");
  await page.getByLabel("Region", { exact: true }).selectOption("Yorkshire and the Humber");
  await page.getByLabel("Places by").selectOption("all");
  await page.getByRole("button", { name: "Show" }).focus();
  await page.keyboard.press("Enter");
  // The key sends the form: the page that was there stands until the next one comes.
  const heading = page.getByRole("heading", { level: 1, name: /On 1 April 2001/ });
  await heading.waitFor();
  expect(await heading.innerText()).toContain("Yorkshire and the Humber");
  expect(await page.locator("tbody tr").first().innerText()).toContain("Sheffield");
  await page.getByRole("link", { name: "Sheffield" }).first().click();
  await page.getByRole("heading", { name: /^Sheffield had 10 recorded initiatives/ }).waitFor();
  const drawn = await page
    .locator("figure img")
    .evaluate((image) => Reflect.get(image, "naturalWidth"));
  expect(drawn).toBeGreaterThan(300);
  expect(faults).toEqual([]);
  await close();
});
