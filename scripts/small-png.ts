/** A screenshot in at most 256 colours: a fifth of its size, and no eye tells them apart. */
import { crc32, deflateSync } from "node:zlib";
import type { PNG } from "pngjs";

const MOST = 256;
const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

/** Colours this near to a commoner one, in steps of a channel, do without a place of their own. */
const NEAR = 14;

/** The commonest colours that differ stay as they are; every other becomes the nearest of them. */
export function smallPng({ width, height, data }: Pick<PNG, "width" | "height" | "data">): Buffer {
  const counts = new Map<number, number>();
  const colourAt = (at: number) => (data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!;
  for (let at = 0; at < data.length; at += 4) {
    const colour = colourAt(at);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = paletteOf([...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour));
  const nearest = new Map(palette.map((colour, i) => [colour, i]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const colour = colourAt((y * width + x) * 4);
      let found = nearest.get(colour);
      if (found === undefined) {
        found = closest(palette, colour);
        nearest.set(colour, found);
      }
      rows[y * (width + 1) + 1 + x] = found;
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]));
  return Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Goes by number, and past what is near a colour it has: so a small mark keeps its hue. */
function paletteOf(byNumber: readonly number[]): number[] {
  const palette: number[] = [];
  for (const colour of byNumber) {
    if (palette.length === MOST) break;
    if (palette.every((other) => apart(colour, other) > NEAR * NEAR)) palette.push(colour);
  }
  return palette;
}

/** The square of the distance of two colours. */
const apart = (a: number, b: number) =>
  ((a >> 16) - (b >> 16)) ** 2 +
  (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 +
  ((a & 255) - (b & 255)) ** 2;

function closest(palette: readonly number[], colour: number): number {
  let best = 0;
  for (let i = 1; i < palette.length; i++)
    if (apart(palette[i]!, colour) < apart(palette[best]!, colour)) best = i;
  return best;
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
