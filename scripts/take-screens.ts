/**
 * Takes the pictures of README.md, docs/screens.md and docs/tour.md and the goldens of
 * test/browser/every-screen.test.ts from the real app over the bundled data, at the sizes of a desk
 * and a phone: `npm run screens [-- NAME...]`.
 * Look at what changed before it is committed.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { launchBrowser, mapIdle } from "../test/support/browser.ts";
import { pictureOf, renewGolden } from "../test/support/golden-picture.ts";
import { DEVICES, type Device, openView, SCREEN_VIEWS } from "../test/support/screen-views.ts";
import { serveApp } from "../test/support/served-app.ts";
import { smallPng } from "./small-png.ts";

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly scheme?: "dark";
  readonly map?: true;
  /** Over data into which a file was imported. */
  readonly imported?: true;
  /** Only at the size of a desk: it shows what another picture shows on a phone. */
  readonly deskOnly?: true;
}

const SHOTS: readonly Shot[] = [
  { name: "start", path: "/" },
  { name: "hotspots", path: "/hotspots?d=2002-06-01&place=00BB", map: true },
  {
    name: "hotspots-dark",
    path: "/hotspots?d=2002-06-01",
    scheme: "dark",
    map: true,
    deskOnly: true,
  },
  {
    name: "hotspots-region",
    path: "/hotspots?d=2001-04-01&region=Yorkshire%20and%20the%20Humber",
    map: true,
    deskOnly: true,
  },
  {
    name: "hotspots-compare",
    path: "/hotspots?d=2002-06-01&vs=1998-06-01",
    map: true,
    deskOnly: true,
  },
  { name: "tour", path: "/hotspots?d=2002-06-01&place=00BE", map: true, deskOnly: true },
  { name: "hotspots-churn", path: "/hotspots?d=2002-06-01&by=churn", map: true, deskOnly: true },
  { name: "place", path: "/place/00EC?d=2002-06-01" },
  {
    name: "place-dark",
    path: "/place/00EC?d=2002-06-01",
    scheme: "dark",
    deskOnly: true,
  },
  { name: "coterminosity", path: "/coterminosity?d=2002-06-01" },
  { name: "streams", path: "/streams?case=moss-side-hulme" },
  { name: "streams-advisers", path: "/streams?case=specialist-advisers", deskOnly: true },
  { name: "streams-dark", path: "/streams?case=moss-side-hulme", scheme: "dark", deskOnly: true },
  { name: "export", path: "/export?d=2002-06-01" },
  { name: "checks", path: "/checks?check=1", imported: true },
  { name: "checks-list", path: "/checks", imported: true, deskOnly: true },
];

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const FOLDER = "docs/images/screens";
const REST_MS = 1500;

/** Waits until nothing is on its way: the map drawn, no skeleton left. */
async function settle(page: Page, map: boolean): Promise<void> {
  await page.locator("main h1").waitFor();
  if (map) await mapIdle(page);
  await page.locator("[aria-busy=true]").first().waitFor({ state: "detached" });
  await page.waitForTimeout(REST_MS);
}

const wanted = process.argv.slice(2);
const browser = await launchBrowser();
const app = await serveApp();
const example = join(mkdtempSync(join(tmpdir(), "patchwork-screens-")), "zones.geojson");
// The file that docs/checking.md goes through.
writeFileSync(
  example,
  /^```json\n(.*?)^```$/ms.exec(readFileSync("docs/checking.md", "utf8"))![1]!,
);
const imported = await serveApp(
  undefined,
  [],
  [
    ["import", example, "--programme", "HAZ", "--accept", "1:redraw,1:turn-ring"].concat([
      ...["--source", "the council's map of 2003", "--who", "A. Officer", "--today", "2026-11-25"],
    ]),
  ],
);
mkdirSync(FOLDER, { recursive: true });
for (const shot of SHOTS) {
  const { name, path, scheme = "light", map = false, deskOnly } = shot;
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const [size, viewport] of Object.entries(SIZES)) {
    if (deskOnly && size !== "desk") continue;
    const context = await browser.newContext({
      viewport,
      colorScheme: scheme,
      reducedMotion: "reduce",
      ...(size === "phone" ? { hasTouch: true, isMobile: true } : {}),
    });
    const page = await context.newPage();
    const reply = await page.goto((shot.imported ? imported : app).address + path);
    // A screen that this build does not have is left out, not drawn as an error.
    if (reply?.status() === 200) {
      await settle(page, map);
      const picture = PNG.sync.read(await page.screenshot());
      const file = `${FOLDER}/${name}-${size}.png`;
      const bytes = smallPng(picture);
      writeFileSync(file, bytes);
      console.log(`${file} ${Math.round(bytes.length / 1000)} kB`);
    } else console.log(`${name}: no such screen`);
    await context.close();
  }
}
for (const view of SCREEN_VIEWS) {
  if (wanted.length > 0 && !wanted.includes(view.name)) continue;
  for (const device of Object.keys(DEVICES) as Device[]) {
    const { page, close } = await openView(browser, app.address, view, device);
    const bytes = renewGolden(`${view.name}-${device}`, await pictureOf(page));
    console.log(`golden ${view.name}-${device} ${Math.round(bytes / 1000)} kB`);
    await close();
  }
}
await browser.close();
await Promise.all([app.stop(), imported.stop()]);
rmSync(dirname(example), { recursive: true });
