import type { Lines } from "../lines.ts";
import { eachPieceNear } from "../nearest.ts";

/** Metres: vectors this near count as one. */
const BIN = 2;
/** Vertices asked; more would not change the answer. */
const ASKED = 500;

/**
 * The vector that occurs most often between the vertices of two sets of lines: a vote.
 *
 * @param reach metres up to which a vector counts
 * @returns how far `from` lies east and north of `onto`; `undefined` where too few vectors agree
 */
export function commonOffset(
  from: Lines,
  onto: Lines,
  reach: number,
): readonly [number, number] | undefined {
  const votes = new Map<number, { count: number; east: number; north: number }>();
  const across = 2 * Math.ceil(reach / BIN) + 3;
  const every = Math.max(1, Math.ceil(from.count / ASKED));
  let asked = 0;
  let best = { count: 0, east: 0, north: 0 };
  for (let i = 0; i < from.count; i += every) {
    const x = from.ends[4 * i]!;
    const y = from.ends[4 * i + 1]!;
    asked++;
    eachPieceNear(onto, [x, y, x, y], reach, (piece) => {
      const east = x - onto.ends[4 * piece]!;
      const north = y - onto.ends[4 * piece + 1]!;
      if (Math.hypot(east, north) > reach) return;
      const column = Math.round((east + reach) / BIN);
      const key = across * Math.round((north + reach) / BIN) + column;
      const bin = votes.get(key) ?? { count: 0, east: 0, north: 0 };
      bin.count++;
      bin.east += east;
      bin.north += north;
      votes.set(key, bin);
      if (bin.count > best.count) best = bin;
    });
  }
  // A line drawn apart has no vertex in common: a few votes for one bin are chance.
  if (best.count < Math.max(3, asked / 10)) return undefined;
  return [best.east / best.count, best.north / best.count];
}
