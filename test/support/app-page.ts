/** A page of the app that notes whatever a user would not forgive: errors, and talk with strangers. */
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { idleCount, mapIdle } from "./browser.ts";

export interface AppPage {
  readonly page: Page;
  /** Console errors, uncaught errors and requests to another host, so far. */
  readonly faults: readonly string[];
  readonly close: () => Promise<void>;
}

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/**
 * Opens the app and waits until its map has come to rest. Motion is off unless asked for.
 *
 * @param prepare what to do with the page before it is opened
 */
export async function openApp(
  browser: Browser,
  address: string,
  path = "/hotspots",
  options: BrowserContextOptions = {},
  prepare?: (page: Page) => Promise<void>,
): Promise<AppPage> {
  const context = await browser.newContext({
    viewport: DESK,
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  await prepare?.(page);
  const faults = watch(page, address);
  await page.goto(address + path);
  await mapIdle(page);
  return { page, faults, close: () => context.close() };
}

/** Opens a screen that has no map and waits until it says something. */
export async function openScreen(
  browser: Browser,
  address: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<AppPage> {
  const context = await browser.newContext({ viewport: DESK, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const faults = watch(page, address);
  await page.goto(address + path);
  await page.locator("main h1").waitFor();
  return { page, faults, close: () => context.close() };
}

/** Notes faults of a page from now on. */
export function watch(page: Page, address: string): string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (!/^(data|blob):/.test(url) && !url.startsWith(`${address}/`)) faults.push(url);
  });
  return faults;
}

/** Does something that changes the map and waits until it is drawn. */
export async function andRest(page: Page, act: () => Promise<unknown>): Promise<void> {
  const seen = await idleCount(page);
  await act();
  await mapIdle(page, seen);
}

export const headline = (page: Page): Promise<string> => page.locator("h1").innerText();

/** The figure of the open card that stands over a word. */
export const figure = (page: Page, word: string): Promise<string> =>
  page.locator(".figures div", { hasText: word }).locator("dd").first().innerText();

export const card = (page: Page): Locator => page.locator(".card");

export const rows = (page: Page): Locator => page.locator(".list-panel tbody:not(.pinned) tr");
