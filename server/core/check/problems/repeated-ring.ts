import type { Problem } from "../model.ts";
import { repeatedRings } from "../repeated-rings.ts";

export const repeatedRing = {
  id: "repeated-ring",
  standing: "repairable",
  repair: "drop-repeat",
  unit: undefined,
  sentence: (n) =>
    n === 1
      ? "1 outline has the same ring more than once"
      : `${n} outlines have the same ring more than once`,
  advice:
    "Accept the repair, which keeps one of them. Left as drawn, two equal rings cancel and their ground is lost.",
  ofFeature: ({ feature, walks }) =>
    repeatedRings(walks()).map((ring) => {
      const at = 2 * feature.shapes.ringVertex[ring]!;
      const { xy } = feature.shapes;
      return { feature: feature.index, ring, at: [xy[at]!, xy[at + 1]!] as const };
    }),
} as const satisfies Problem;
