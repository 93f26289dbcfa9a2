import type { Problem } from "../model.ts";
import { cutThinSpikes } from "../thin-spikes.ts";
import { ringAlong } from "../walks.ts";
import { atVertex } from "./at-vertex.ts";

export const spike = {
  id: "spike",
  standing: "repairable",
  repair: "cut-spike",
  unit: undefined,
  sentence: (n) =>
    n === 1
      ? "1 outline has a line that runs out and straight back"
      : `${n} outlines have lines that run out and straight back`,
  advice:
    "Accept the repair: such a line encloses nothing, or a strip less than 10 mm wide, so no ground is lost.",
  ofFeature({ feature, walks, subject }) {
    const { tips, reduced } = walks();
    return reduced.flatMap((walk, ring) => {
      if (walk.length === 0) return [];
      const thin = cutThinSpikes(ringAlong(walks(), walk), subject.step);
      return [
        ...tips[ring]!.map((vertex) => atVertex(feature, walks(), ring, vertex)),
        ...thin.tips.map((at) => ({ feature: feature.index, ring, at })),
      ];
    });
  },
} as const satisfies Problem;
