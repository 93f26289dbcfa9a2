import { repeatedRings } from "../repeated-rings.ts";
import { polygonsOf, shapeOf } from "../rings-of.ts";
import { walkRings } from "../walks.ts";
import type { Repair } from "./repair.ts";

/** Of rings drawn along the same line the first stays. */
export const dropRepeat = {
  id: "drop-repeat",
  title: "Keep one of the rings that are drawn along the same line",
  mend(shapes) {
    const repeated = new Set(repeatedRings(walkRings(shapes)));
    return shapeOf(
      polygonsOf(shapes).map((rings, polygon) =>
        rings.filter((_, i) => !repeated.has(shapes.polygonRing[polygon]! + i)),
      ),
    );
  },
} as const satisfies Repair;
