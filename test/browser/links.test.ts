/** Links that are kept: short, of the data they were made with, and told where the data are others. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DESK, headline } from "../support/app-page.ts";
import { launchBrowser } from "../support/browser.ts";
import { SCREEN_VIEWS } from "../support/screen-views.ts";
import { sharedApp } from "../support/shared-app.ts";

const { address } = sharedApp();

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext({
    viewport: DESK,
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  page = await context.newPage();
});
afterAll(() => browser?.close());

/** One page serves all: each address is a load of its own. */
async function open(path: string): Promise<void> {
  await page.goto(address + path);
  await page.locator("main h1").waitFor();
}

/** The start counts everything today; a place that is none has nothing to keep. */
const WITHOUT = ["start", "place-nowhere"];
const KEPT = SCREEN_VIEWS.filter(({ name }) => !WITHOUT.includes(name));

test.each(KEPT)("$name: its link is copied, pins its data and opens without script", async ({
  name,
  path,
}) => {
  await open(path);
  const button = page.getByRole("button", { name: "Copy link" }).first();
  await button.click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  const link = String(await page.evaluate("navigator.clipboard.readText()"));
  const lasting = /^\/l\/[0-9a-f]{8}\/[a-z]+\?/.test(link.slice(address.length));
  // Files taken in are of no data version: they are those of this machine.
  expect(lasting, link).toBe(name !== "checks");
  if (!lasting) expect(link).toMatch(/[?&]ds=[0-9a-f]{8}/);
  const reply = await fetch(link);
  expect(reply.status).toBe(200);
  if (lasting) {
    const text = await reply.text();
    expect(text).toContain("<h1>");
    expect(text).not.toContain('class="pinned"');
  }
});

test.each([
  "/hotspots?d=2002-06-01&vs=1998-06-01",
  "/coterminosity?d=2002-06-01",
])("%s&ds=… of other data says so, and can be put away", async (path) => {
  await open(`${path}&ds=deadbeef`);
  const notice = page.locator(".notice", { hasText: "This link was made with data deadbeef" });
  await notice.waitFor();
  expect(await notice.innerText()).toMatch(/The figures shown are of data [0-9a-f]{8}/);
  expect(await headline(page)).not.toBe("");
  await notice.getByRole("button").click();
  await notice.waitFor({ state: "detached" });
});

test("a lasting link of data that are gone says whose figures it shows", async () => {
  await open("/l/deadbeef/streams?case=moss-side-hulme");
  await page.getByText("This link was made with data deadbeef, of which nothing is kept").waitFor();
  expect(await headline(page)).toContain("Moss Side");
});
