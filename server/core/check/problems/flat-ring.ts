import type { Problem } from "../model.ts";

export const flatRing = {
  id: "flat-ring",
  standing: "repairable",
  repair: "cut-spike",
  unit: undefined,
  sentence: (n) =>
    n === 1 ? "1 outline has a ring without ground" : `${n} outlines have rings without ground`,
  advice: "Accept the repair, which takes the ring out. No ground is lost.",
  ofFeature({ feature, walks }) {
    const { shapes } = feature;
    return walks().reduced.flatMap((walk, ring) => {
      if (walk.length > 0) return [];
      const at = 2 * shapes.ringVertex[ring]!;
      if (at === 2 * shapes.ringVertex[ring + 1]!) return [];
      return [{ feature: feature.index, ring, at: [shapes.xy[at]!, shapes.xy[at + 1]!] as const }];
    });
  },
} as const satisfies Problem;
