/** A Chromium for the browser tests: the one that npm brings, else one on PATH, else a clear word. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
];

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** `CHROMIUM_PATH` first, then the bundled one on Linux x64, then a system Chromium. */
export async function launchBrowser(): Promise<Browser> {
  const { CHROMIUM_PATH, SYSTEM_CHROMIUM } = process.env;
  if (CHROMIUM_PATH) return chromium.launch({ executablePath: CHROMIUM_PATH, args: FLAGS });
  if (process.platform === "linux" && process.arch === "x64" && !SYSTEM_CHROMIUM) {
    const { default: bundled } = await import("@sparticuz/chromium");
    const executablePath = await bundled.executablePath();
    return chromium.launch({
      executablePath,
      args: [...FLAGS, "--headless=shell", "--no-zygote"],
    });
  }
  const own = onPath("chromium") ?? onPath("google-chrome");
  if (own) return chromium.launch({ executablePath: own, args: FLAGS });
  throw new Error(
    "No Chromium for the browser tests. Set CHROMIUM_PATH, or on Debian: apt-get update && apt-get install -y chromium",
  );
}

const IDLE_WITHIN_MS = 30_000;

/** Waits until the map of what is held has drawn all that was asked of it. */
export async function heldIdle(page: Page): Promise<void> {
  await page
    .locator("body[data-held-idle]")
    .waitFor({ state: "attached", timeout: IDLE_WITHIN_MS });
}

/**
 * How often the map has drawn all that was asked of it. Asked from outside: the page's security
 * policy lets no string be run inside.
 */
export const idleCount = async (page: Page): Promise<number> =>
  Number((await page.getAttribute("body", "data-map-idle")) ?? 0);

/** Waits until the map has drawn all that was asked of it after `seen` idles. */
export async function mapIdle(page: Page, seen = 0): Promise<void> {
  for (const until = Date.now() + IDLE_WITHIN_MS; Date.now() < until; ) {
    if ((await idleCount(page)) > seen) return;
    await page.waitForTimeout(40);
  }
  throw new Error(`The map did not come to rest within ${IDLE_WITHIN_MS / 1000} s.`);
}
