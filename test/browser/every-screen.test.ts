/**
 * What holds of every screen of the registry, at a desk and on a phone: it looks as its golden, nothing
 * on it jumps, axe finds nothing in any theme, it can be read at 400 % zoom, fingers hit what is pressed.
 */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import {
  distanceFromGolden,
  lookAt,
  MOST_DIFFERING,
  pictureOf,
} from "../support/golden-picture.ts";
import {
  type Device,
  type OpenView,
  openView,
  SCREEN_VIEWS,
  type ScreenView,
  stillness,
} from "../support/screen-views.ts";
import { sharedApp } from "../support/shared-app.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Dark and forced colours change nothing but colours; paper leaves things out. */
const THEMES = [
  ["light", { colorScheme: "light" }],
  ["dark", { colorScheme: "dark" }, ["color-contrast", "link-in-text-block"]],
  ["forced colours", { forcedColors: "active" }, ["color-contrast", "link-in-text-block"]],
  ["print", { media: "print", forcedColors: "none", colorScheme: "light" }],
] as const;

/** Layout shift that is none: a letter's breadth where a figure of the header arrives. */
const STILL = 0.002;

const TABLET = { width: 768, height: 1024 };
/** 400 % zoom of a small desk. */
const ZOOMED = { width: 320, height: 640 };

async function axeFinds(page: Page, rules?: readonly string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

/** One load of a view serves all that is asked of it. */
function whileOpen(view: ScreenView, device: Device, name: string) {
  let opened: OpenView;
  beforeAll(async () => {
    opened = await openView(browser, sharedApp().address, view, device);
  });
  afterAll(() => opened?.close());

  test("nothing jumps while it comes, and it says nothing on the console", async () => {
    const { moved, what, painted } = await stillness(opened.page);
    process.stdout.write(
      `${name}: layout shift ${moved.toFixed(4)}, first paint ${painted.toFixed(0)} ms\n`,
    );
    expect(moved, what.join("; ")).toBeLessThan(STILL);
    expect(opened.faults).toEqual([]);
  });
  test("it looks as its golden", async () => {
    const off = distanceFromGolden(name, await pictureOf(opened.page));
    process.stdout.write(`${name}: ${off} blocks off the golden\n`);
    expect(off, lookAt(name)).toBeLessThanOrEqual(MOST_DIFFERING);
  });
  return () => opened.page;
}

describe.each(SCREEN_VIEWS)("$name at a desk", (view) => {
  const page = whileOpen(view, "desk", `${view.name}-desk`);

  test("the first key leads past the head, and what has the focus is seen", async () => {
    const focus = page().locator(":focus");
    await page().keyboard.press("Tab");
    expect(await focus.getAttribute("class")).toBe("skip");
    await page().keyboard.press("Enter");
    if ((await page().locator("main :is(a, button, input, select)").count()) === 0) return;
    await page().keyboard.press("Tab");
    expect(await focus.evaluate((node) => node.closest("header.top") === null)).toBe(true);
    const outline = "getComputedStyle(document.activeElement).outlineWidth";
    expect(await page().evaluate(outline)).toBe("2px");
  });
  test("axe finds nothing in light, dark, forced colours and print", async () => {
    for (const [theme, media, rules] of THEMES) {
      await page().emulateMedia({ reducedMotion: "reduce", ...media });
      expect(await axeFinds(page(), rules), theme).toEqual([]);
    }
    await page().emulateMedia({ media: "screen", forcedColors: "none", colorScheme: "light" });
  });
  test("targets are 24 pixels; on a tablet and at 400 % zoom nothing goes off the side", async () => {
    expect(await tooLow(page(), 23.5)).toEqual([]);
    for (const viewport of [TABLET, ZOOMED]) {
      await page().setViewportSize(viewport);
      expect(await widthOf(page())).toBeLessThanOrEqual(viewport.width);
    }
    expect(await page().locator("main h1").isVisible()).toBe(true);
  });
});

describe.each(SCREEN_VIEWS)("$name on a phone", (view) => {
  const page = whileOpen(view, "phone", `${view.name}-phone`);

  test("axe finds nothing, fingers hit what is pressed, nothing goes off the side", async () => {
    expect(await axeFinds(page())).toEqual([]);
    expect(await tooLow(page(), 43.5)).toEqual([]);
    expect(await widthOf(page())).toBeLessThanOrEqual(page().viewportSize()!.width);
  });
});

const widthOf = (page: Page) => page.evaluate("document.documentElement.scrollWidth");

/** What is pressed and lower than this; a name in a row is a row high: the row takes the press. */
const tooLow = (page: Page, least: number) =>
  page.evaluate(`[...document.querySelectorAll("button, select, input")]
    .filter((node) => !node.matches("[type=radio], [type=checkbox], [type=range]"))
    .filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest(".row-button"))
    .map((node) => [node.textContent.slice(0, 40) || node.name, node.getBoundingClientRect().height])
    .filter(([, height]) => height > 0 && height < ${least})`);
