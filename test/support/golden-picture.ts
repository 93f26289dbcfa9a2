/**
 * Screens held against goldens. A golden is the screen at an eighth of its size: each of its pixels
 * is the mean of a block of 8 by 8, in steps of {@link STEP}. What moves by a line, changes colour or
 * goes missing shows; another smoothing of a letter does not. `npm run screens` renews them.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { smallPng } from "../../scripts/small-png.ts";

const BLOCK = 8;
const STEP = 4;
const GOLDENS = "test/golden/screens";
/** Where a failing test leaves what it saw: the golden, the screen now, and red where they differ. */
const SEEN = "reports/screens";

/** A channel of a block that is further off than this, of 255, is a difference. */
const NEAR = 12;
/** Blocks that may differ, however long the screen: the eight digits of the data version, twice. */
const MOST = 24;

type Picture = Pick<PNG, "width" | "height" | "data">;

/** The whole screen small; of one with a map what is in the window, since the map follows its size. */
export async function pictureOf(page: Page): Promise<Picture> {
  const map = (await page.locator(".map-canvas").count()) > 0;
  // What floats over the page is not pictured twice in a long one.
  await page.mouse.move(0, 0);
  return small(PNG.sync.read(await page.screenshot({ fullPage: !map, animations: "disabled" })));
}

function small({ width, height, data }: Picture): Picture {
  const [w, h] = [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)];
  const out = Buffer.alloc(w * h * 4, 255);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const sums = [0, 0, 0];
      let pixels = 0;
      for (let v = y * BLOCK; v < Math.min(height, (y + 1) * BLOCK); v++)
        for (let u = x * BLOCK; u < Math.min(width, (x + 1) * BLOCK); u++) {
          for (let c = 0; c < 3; c++) sums[c]! += data[(v * width + u) * 4 + c]!;
          pixels++;
        }
      for (let c = 0; c < 3; c++)
        out[(y * w + x) * 4 + c] = Math.min(255, Math.round(sums[c]! / pixels / STEP) * STEP);
    }
  return { width: w, height: h, data: out };
}

/** Writes the golden of a name. */
export function renewGolden(name: string, picture: Picture): number {
  mkdirSync(GOLDENS, { recursive: true });
  const bytes = smallPng(picture);
  writeFileSync(`${GOLDENS}/${name}.png`, bytes);
  return bytes.length;
}

/**
 * How far a picture is from its golden.
 *
 * @returns how many blocks differ; all of them where one is longer by more than a block
 * @throws Error where there is no golden
 */
export function distanceFromGolden(name: string, now: Picture): number {
  const file = `${GOLDENS}/${name}.png`;
  if (!existsSync(file)) throw new Error(`${file} is missing: look at the screen, npm run screens`);
  const golden = PNG.sync.read(readFileSync(file));
  const longer = Math.abs(golden.height - now.height) > 1 || golden.width !== now.width;
  const rows = Math.min(golden.height, now.height);
  let differing = 0;
  const marked = new PNG({ width: golden.width * 3, height: Math.max(golden.height, now.height) });
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < Math.min(golden.width, now.width); x++) {
      const [a, b] = [(y * golden.width + x) * 4, (y * now.width + x) * 4];
      const differs = [0, 1, 2].some(
        (c) => Math.abs(golden.data[a + c]! - now.data[b + c]!) > NEAR,
      );
      if (differs) differing++;
      put(marked, x, y, golden.data, a);
      put(marked, golden.width + x, y, now.data, b);
      put(marked, 2 * golden.width + x, y, differs ? RED : PALE, 0);
    }
  const off = longer ? golden.height * golden.width : differing;
  if (off > MOST) {
    mkdirSync(SEEN, { recursive: true });
    writeFileSync(`${SEEN}/${name}.png`, PNG.sync.write(marked));
  }
  return off;
}

const RED = Buffer.from([214, 0, 0, 255]);
const PALE = Buffer.from([240, 240, 240, 255]);

function put(png: PNG, x: number, y: number, from: Uint8Array, at: number): void {
  for (let c = 0; c < 4; c++) png.data[(y * png.width + x) * 4 + c] = from[at + c]!;
}

/** What a test says of a picture that is too far off. */
export const lookAt = (name: string) =>
  `look at ${SEEN}/${name}.png; if it is right, npm run screens`;
export { MOST as MOST_DIFFERING };
