/** Figures of places on the map: colours as the table has them, the legend as a filter, nothing fetched twice. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FiguresReply } from "../../server/contract/figures.ts";
import { organisationsReply } from "../../server/contract/organisations.ts";
import { andRest, headline, openApp, rows } from "../support/app-page.ts";
import { heldIdle, launchBrowser } from "../support/browser.ts";
import { sharedApp } from "../support/shared-app.ts";

let browser: Browser;
const { address } = sharedApp();
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** The tokens of classes 1 and up of a figure. */
const CLASSES = ["#e3d8ee", "#c5b0dd", "#a384c7", "#8056ab", "#5c3189", "#36115c"];
const NEAR = 3;
/** A picture of a map may take longer than a second on a busy machine. */
/** Birmingham and its neighbours fill the map. */
const WEST_MIDLANDS = "v=9/52.5/-1.9";

/** Pixels of the map in the colour of each class. */
async function pixels(page: Page): Promise<number[]> {
  const { data } = PNG.sync.read(await page.locator(".map-frame > .map-canvas").screenshot());
  const wanted = CLASSES.map((hex) =>
    [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)),
  );
  const found = CLASSES.map(() => 0);
  for (let at = 0; at < data.length; at += 4) {
    const which = wanted.findIndex((rgb) =>
      rgb.every((c, i) => Math.abs(c - data[at + i]!) <= NEAR),
    );
    if (which >= 0) found[which]!++;
  }
  return found;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const figuresOf = async (at: string): Promise<FiguresReply> =>
  (await (await fetch(`${address}/api/v1/figures/claims?at=${at}`)).json()) as FiguresReply;
const legend = (page: Page) => page.locator(".legend-class");
const shown = (page: Page) => rows(page).locator(".row-button").allInnerTexts();

/** The last column as the reply has it: "12+", "12". */
const written = ({ value, at_least: floor }: FiguresReply["places"][number]) =>
  value === null ? "no figure" : `${value}${floor ? "+" : ""}`;

test("claims: the list has the reply's figures, the legend counts them, the map changes with the date", async () => {
  const { page, faults, close } = await openApp(
    browser,
    address,
    `/hotspots?d=2002-06-01&by=claims&${WEST_MIDLANDS}`,
  );
  const told = await figuresOf("2002-06-01");
  const most = Math.max(...told.places.map(({ value }) => value ?? 0));
  const top = told.places.find(({ value }) => value === most)!;
  const first = rows(page).first();
  await first.locator(".last", { hasText: written(top) }).waitFor();
  expect(await headline(page)).toContain("highest number of claims a year");
  const counts = await legend(page).locator("span").allInnerTexts();
  expect(sum(counts.map(Number))).toBe(told.places.length);
  await expect.poll(async () => sum(await pixels(page))).toBeGreaterThan(2000);
  // The class of 40 to 80: Birmingham, which fills the window.
  await expect.poll(async () => (await pixels(page))[4]).toBeGreaterThan(500);
  await page.locator("input[name=date]").fill("1994-06-01");
  await page.keyboard.press("Enter");
  const before = await figuresOf("1994-06-01");
  const least = Math.max(...before.places.map(({ value }) => value ?? 0));
  expect(least).toBeLessThan(40);
  await expect.poll(async () => (await pixels(page))[4]).toBe(0);
  await expect
    .poll(async () => (await first.locator(".last").innerText()).replace(/\D/g, ""))
    .toBe(String(least));
  expect(faults).toEqual([]);
  await close();
});

test("the legend of a figure leaves classes in, on the map and in the list, and the address keeps it", async () => {
  const { page, close } = await openApp(
    browser,
    address,
    "/hotspots?d=2002-06-01&by=ending&months=24",
  );
  const all = await pixels(page);
  expect(all.filter((count) => count > 0).length).toBeGreaterThan(1);
  await andRest(page, () => legend(page).nth(1).click());
  expect(await legend(page).nth(1).getAttribute("aria-pressed")).toBe("true");
  const only = await pixels(page);
  expect(only[0]).toBeGreaterThan(0);
  expect(only.slice(1)).toEqual([0, 0, 0, 0, 0]);
  for (const text of await rows(page).locator(".last b").allInnerTexts()) expect(text).toBe("1");
  expect(new URL(page.url()).searchParams.get("depth")).toBe("1");
  await page.getByLabel("Rank places by").selectOption("churn");
  // Classes of one figure mean nothing under another.
  expect(new URL(page.url()).searchParams.get("depth")).toBeNull();
  await page.getByLabel("Rank places by").selectOption("ending");
  await page.getByLabel("Months ahead").selectOption("6");
  await page.getByRole("heading", { name: "Initiatives that end within 6 months" }).waitFor();
  await close();
});

test("what cannot be told is said, hatched, and last; axe finds nothing", async () => {
  const { page, faults, close } = await openApp(
    browser,
    address,
    "/hotspots?d=2002-06-01&by=money",
  );
  await page.getByText("No people of places are loaded").waitFor();
  await page.getByRole("button", { name: /^no figure: \d+ place/ }).waitFor();
  expect(await rows(page).last().locator(".last").innerText()).toBe("no figure");
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

test("dates, filters and figures recolour the ground that is there: no tile is asked for again", async () => {
  const tiles: string[] = [];
  const { page, close } = await openApp(
    browser,
    address,
    "/hotspots?d=2002-06-01",
    {},
    async (p) => {
      p.on("request", (request) => {
        if (request.url().includes("/tiles/")) tiles.push(request.url());
      });
    },
  );
  expect(tiles.length).toBeGreaterThan(0);
  expect(tiles.every((url) => new URL(url).searchParams.get("v")?.startsWith("sha256:"))).toBe(
    true,
  );
  const reply = await fetch(tiles[0]!);
  expect(reply.headers.get("cache-control")).toContain("immutable");
  expect(reply.headers.get("etag")).toBeTruthy();
  const had = tiles.length;
  await andRest(page, () => page.keyboard.press("]"));
  await andRest(page, () => page.getByRole("button", { name: /^Holistic/ }).click());
  await andRest(page, () => page.getByLabel("Rank places by").selectOption("claims"));
  await rows(page).first().locator(".last b", { hasText: /^\d/ }).waitFor();
  expect(tiles.slice(had)).toEqual([]);
  await close();
});

test("funders filter as programmes do: counts at each, the list and the address follow", async () => {
  const { page, close } = await openApp(browser, address, "/hotspots?d=2002-06-01");
  await page.getByRole("button", { name: /^Funders/ }).click();
  const choice = page.getByRole("checkbox", { name: /^Department of Health/ });
  const label = await page.locator(".choice", { has: choice }).innerText();
  await andRest(page, () => choice.check());
  const live = /(\d+)\s*$/.exec(label)![1]!;
  await page.getByText(`${live} recorded initiatives were live`).waitFor();
  expect(new URL(page.url()).searchParams.getAll("fund")).toEqual(["Department of Health"]);
  expect(await page.getByText("Counting only Department of Health").count()).toBe(1);
  await close();
});

test("an organisation that is found lists what it takes part in, by keyboard to the end", async () => {
  const { organisations } = organisationsReply.parse(
    await (await fetch(`${address}/api/v1/organisations`)).json(),
  );
  const wanted = organisations[0]!;
  const { page, close } = await openApp(browser, address, "/hotspots?d=2002-06-01");
  await page.keyboard.press("/");
  await page.keyboard.type(wanted.name);
  const option = page.getByRole("option", { name: /takes part in/ }).first();
  await option.waitFor();
  const options = page.getByRole("option");
  for (let at = 0; at < (await options.count()); at++) {
    if ((await option.getAttribute("aria-selected")) === "true") break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await page.getByText(/^\d+ initiatives? of /).waitFor({ state: "attached" });
  await page.keyboard.press("Enter");
  await page.locator(".card .card-head").getByRole("heading").waitFor();
  expect(new URL(page.url()).searchParams.get("place")).toBeTruthy();
  await close();
});

test("the handle of a comparison covers nothing of the map, and a figure is compared as such", async () => {
  const { page, close } = await openApp(
    browser,
    address,
    "/hotspots?d=2002-06-01&by=claims&vs=1998-06-01",
  );
  await heldIdle(page);
  await page.getByText(/have a higher figure/).waitFor();
  const frame = (await page.locator(".map-frame").boundingBox())!;
  const slider = (await page.locator(".held-slider").boundingBox())!;
  expect(slider.y).toBeGreaterThanOrEqual(frame.y + frame.height - 1);
  await rows(page)
    .first()
    .locator(".last", { hasText: /before/ })
    .waitFor();
  expect((await shown(page)).length).toBe(50);
  await close();
});
