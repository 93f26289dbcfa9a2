/** The streams screen as a person meets it: what it says, its charts, its tables, keys and themes. */
import { readFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DuplicationReply } from "../../server/contract/duplication.ts";
import { DESK, headline, watch } from "../support/app-page.ts";
import { launchBrowser } from "../support/browser.ts";
import type { ServedApp } from "../support/served-app.ts";
import { sharedApp } from "../support/shared-app.ts";

const MOSS_SIDE = "/streams?case=moss-side-hulme";
const ADVISERS = "/streams?case=specialist-advisers";
const MANCHESTER = "/streams?place=00BN&d=2002-06-01";

let browser: Browser;
let app: ServedApp;
beforeAll(async () => {
  [browser, app] = [await launchBrowser(), sharedApp()];
});
afterAll(() => browser?.close());

async function open(path: string, options: BrowserContextOptions = {}) {
  const context = await browser.newContext({ viewport: DESK, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const faults = watch(page, app.address);
  await page.goto(app.address + path);
  await page.locator("#screen-heading").waitFor();
  return { page, faults, close: () => context.close() };
}
const figures = (page: Page) => page.locator(".key-figures").innerText();

test("Moss Side and Hulme is read in one screen", async () => {
  const { page, faults, close } = await open(MOSS_SIDE);
  expect(await headline(page)).toBe(
    "At least eight claims a year for one of two small projects, and an unknown number for the other",
  );
  const said = await figures(page);
  expect(said).toMatch(/8 or more\s+claims a year for Seedcorn/);
  expect(said).toMatch(/not known\s+claims a year for Joblink/);
  expect(said).toMatch(/3 or more\s+cycles, one of them unspecified/);
  expect(said).toMatch(/2\s+units of output that cannot be added/);
  const clash = page.getByRole("table", { name: "Pairs of units of output that cannot be added" });
  expect(await clash.innerText()).toMatch(/beneficiary hours\s+training weeks/);
  // In one screen: without scrolling on a desk.
  for (const part of [page.locator(".key-figures"), page.locator(".wheel"), clash]) {
    const box = (await part.boundingBox())!;
    expect(box.y + Math.min(box.height, 200)).toBeLessThan(DESK.height);
  }
  expect(faults).toEqual([]);
  await close();
});

test("the advisers: funded on paper, and the wait is moved by keys", async () => {
  const { page, faults, close } = await open(ADVISERS);
  expect(await headline(page)).toContain("Funded on paper, undeliverable in practice: £8,000");
  const box = page.locator(".verdict-box");
  await box.waitFor();
  expect(await box.innerText()).toContain("payment in arrears");
  expect(await box.innerText()).toContain("no advance to a body of this kind");
  const table = page.getByRole("table", { name: "Cash flow under three rules" });
  const peaks = async () =>
    (await table.locator("tbody td:nth-child(4)").allInnerTexts()).join(" ");
  expect(await peaks()).toBe("£8,000 £3,000 £0");
  await page.getByRole("slider").focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(peaks).toBe("£6,000 £3,000 £0");
  expect(faults).toEqual([]);
  await close();
});

test("from the list of cases into one and back, by keys alone", async () => {
  const { page, close } = await open("/streams");
  await page.getByRole("link", { name: /Moss Side/ }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => headline(page)).toContain("At least eight claims");
  expect(new URL(page.url()).searchParams.get("case")).toBe("moss-side-hulme");
  await page.goBack();
  await expect.poll(() => headline(page)).toContain("Whose money");
  expect(await page.locator("main").innerText()).toContain("0.889");
  await close();
});

test("a place shows what is live there, its date can be moved, and tables can be taken", async () => {
  const { page, faults, close } = await open(MANCHESTER);
  expect(await headline(page)).toMatch(/claims a year/);
  await page.getByRole("table", { name: /Pairs, with aims/ }).waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /with their years, claims and outputs/ }).click();
  const csv = readFileSync(await (await download).path(), "utf8");
  expect(csv.split("\r\n")[0]).toBe("ring,stream,year_starts,paid,counts");
  const diary = page.getByRole("link", { name: "Add to a calendar, .ics" });
  const path = (await diary.getAttribute("href"))!;
  const ics = await (await page.request.get(app.address + path)).text();
  expect(ics).toMatch(/^BEGIN:VCALENDAR/);
  // As many as the calendar beside the link counts, and all of them in its months.
  const calendar = page.getByRole("table", { name: /^Claims calendar/ });
  const counted = await calendar.locator("tfoot td").allInnerTexts();
  const due = [...ics.matchAll(/^DTSTART[^:]*:(\d{8})/gm)].map(([, day]) => day!);
  expect(due.length).toBeGreaterThan(0);
  expect(due).toHaveLength(counted.reduce((sum, text) => sum + Number(text), 0));
  expect(due.filter((day) => day < "20020401" || day > "20030331")).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

test("of many pairs the first are shown; sorting and the file look at all", async () => {
  const { page, faults, close } = await open("/streams?d=2002-06-01");
  const asked = await page.request.get(
    `${app.address}/api/v1/duplication?at=2002-06-01&by=aims,differentOwner,months`,
  );
  const { pairs } = (await asked.json()) as DuplicationReply;
  const seconds = pairs.filter((pair) => pair.differentOwner !== false).map(({ b }) => b.name);
  expect(seconds.length).toBeGreaterThan(200);
  const table = page.getByRole("table", { name: /^Pairs, with aims/ });
  const shown = table.locator("tbody tr:visible td:nth-child(2)");
  await table.waitFor();
  await expect.poll(() => shown.allTextContents()).toEqual(seconds.slice(0, 25));
  await page.getByText(`200 of ${seconds.length} rows can be shown here`).waitFor();
  await page.getByRole("button", { name: /^Show 200 rows/ }).click();
  await expect.poll(() => shown.allTextContents()).toEqual(seconds.slice(0, 200));
  await table.getByRole("button", { name: "Second" }).click();
  seconds.sort((a, b) => a.localeCompare(b, "en-GB", { numeric: true }));
  await expect.poll(() => shown.allTextContents()).toEqual(seconds.slice(0, 200));
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /^Download table, CSV Pairs, with aims/ }).click(),
  ]);
  const lines = readFileSync(await file.path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(lines).toHaveLength(seconds.length + 1);
  expect(faults).toEqual([]);
  await close();
});

test("filters chosen elsewhere hold in no part of the screen, and the bar is of the place", async () => {
  const seen = async (path: string) => {
    const { page, faults, close } = await open(path);
    await page.getByRole("table", { name: /Pairs, with aims/ }).waitFor();
    const said = [await headline(page), await page.locator("main").innerText()];
    expect(faults).toEqual([]);
    await close();
    return said;
  };
  const bare = await seen(MANCHESTER);
  expect(await seen(`${MANCHESTER}&cat=client&region=London`)).toEqual(bare);
  const { page, close } = await open("/place/00BN?d=2002-06-01");
  expect(bare[1]).toContain(await page.locator(".peak strong").innerText());
  await close();
});

test("the wheel has ink where a year starts, and gaps where none is stated, in every theme", async () => {
  for (const options of [
    { colorScheme: "light" },
    { colorScheme: "dark" },
    { forcedColors: "active" },
  ] as const) {
    const { page, close } = await open(MOSS_SIDE, options);
    const wheel = PNG.sync.read(await page.locator(".wheel").screenshot());
    const middle = wheel.width / 2;
    const at = (x: number, y: number) => {
      const i = (Math.round(y) * wheel.width + Math.round(x)) * 4;
      return wheel.data.subarray(i, i + 3).join(",");
    };
    const paper = at(2, 2);
    // ERDF's year starts at the top: the heavy bar crosses its ring.
    expect(at(middle, middle - 95)).not.toBe(paper);
    // Round the ring of which nothing is stated, dashes leave paper between them.
    const unknown = Array.from({ length: 360 }, (_, degree) => {
      const angle = (degree / 180) * Math.PI;
      return at(middle + 38 * Math.sin(angle), middle - 38 * Math.cos(angle));
    });
    expect(unknown.filter((colour) => colour === paper).length).toBeGreaterThan(60);
    expect(unknown.filter((colour) => colour !== paper).length).toBeGreaterThan(60);
    await close();
  }
});
