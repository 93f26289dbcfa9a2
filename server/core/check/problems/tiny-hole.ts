import type { Problem } from "../model.ts";
import { polygonsOf, signedArea } from "../rings-of.ts";
import { isTinyHole } from "../tiny-hole.ts";

export const tinyHole = {
  id: "tiny-hole",
  standing: "repairable",
  repair: "fill-hole",
  unit: "m2",
  sentence: (n) =>
    n === 1
      ? "1 outline has a hole smaller than 10 m²"
      : `${n} outlines have holes smaller than 10 m²`,
  advice: "Accept the repair, which fills it, unless the hole was meant.",
  ofFeature: ({ feature, subject: { step } }) =>
    polygonsOf(feature.shapes).flatMap((rings, polygon) =>
      rings.flatMap((ring, i) =>
        i > 0 && isTinyHole(ring, step)
          ? [
              {
                feature: feature.index,
                ring: feature.shapes.polygonRing[polygon]! + i,
                at: [ring[0]!, ring[1]!] as const,
                size: Math.abs(signedArea(ring)) * step * step,
              },
            ]
          : [],
      ),
    ),
} as const satisfies Problem;
