import type { Problem } from "../model.ts";
import { polygonsOf, signedArea } from "../rings-of.ts";

export const wrongWinding = {
  id: "wrong-winding",
  standing: "repairable",
  repair: "turn-ring",
  unit: undefined,
  sentence: (n) =>
    n === 1
      ? "1 outline has a ring drawn the wrong way round"
      : `${n} outlines have rings drawn the wrong way round`,
  advice:
    "Accept the repair. GeoJSON asks for outer rings against the clock and inner ones with it; Patchwork reads either, some programs take the rest of the world instead.",
  ofFeature({ feature, subject }) {
    if (!subject.rightHand) return [];
    return polygonsOf(feature.shapes).flatMap((rings, polygon) =>
      rings.flatMap((ring, i) => {
        const area = signedArea(ring);
        if (area === 0 || area > 0 === (i === 0)) return [];
        const at = [ring[0]!, ring[1]!] as const;
        const number = feature.shapes.polygonRing[polygon]! + i;
        return [{ feature: feature.index, ring: number, at }];
      }),
    );
  },
} as const satisfies Problem;
