import type { MeasuredFragment, Measuring, Pair } from "../pairs.ts";
import type { Declared } from "./cause.ts";
import { type ConstantShift, MOST_LEFT, nearlyConstantShift } from "./constant-shift.ts";
import type { ShiftEvidence } from "./evidence.ts";
import { isMissingDatum } from "./missing-datum.ts";
import { undone } from "./undone.ts";

/**
 * A function that says whether one vector explains what is asked of a pair: the vector of the whole
 * layer where it has one, else one of the pair's own boundaries.
 *
 * The verdict needs a gain: undone, it must take away half of the ground or more.
 */
export function shiftFinder(
  { graph, boundary }: Measuring,
  ofLayer: ConstantShift | undefined,
  { tolerance, onNationalGrid }: Declared,
) {
  return (pair: Pair, asked: readonly MeasuredFragment[]): ShiftEvidence | undefined => {
    const body = boundary(pair.body);
    const shift =
      ofLayer ??
      // A part of an area has boundaries of its own inside it: only alike ones can be fitted.
      ((pair.overlap.jaccard ?? 0) >= 0.5
        ? nearlyConstantShift(body, boundary(pair.reference), tolerance)
        : undefined);
    if (shift === undefined) return undefined;
    const after = undone(graph, pair, shift.east, shift.north, tolerance);
    if (after === undefined) return undefined;
    const kinds = new Set(asked.map(({ kind }) => kind));
    const groundOf = (list: readonly { kind: MeasuredFragment["kind"]; area: number }[]) =>
      list.reduce((sum, { kind, area }) => sum + (kinds.has(kind) ? area : 0), 0);
    const groundAfter = groundOf(after.fragments());
    if (groundAfter > MOST_LEFT * groundOf(asked)) return undefined;
    const [west, south, east, north] = body.boxes.subarray(4, 8);
    const at = {
      east: graph.originX + (west! + east!) / 2,
      north: graph.originY + (south! + north!) / 2,
    };
    return {
      ...shift,
      isMissingDatum: onNationalGrid && isMissingDatum(shift, at),
      jaccardAfter: after.overlap.jaccard,
      groundAfter,
    };
  };
}
