import { polygonsOf, shapeOf } from "../rings-of.ts";
import { isTinyHole } from "../tiny-hole.ts";
import type { Repair } from "./repair.ts";

/** Fills holes that are too small to have been meant. */
export const fillHole = {
  id: "fill-hole",
  title: "Fill the holes that are smaller than 10 m²",
  mend: (shapes, step) =>
    shapeOf(
      polygonsOf(shapes).map((rings) =>
        rings.filter((ring, i) => i === 0 || !isTinyHole(ring, step)),
      ),
    ),
} as const satisfies Repair;
