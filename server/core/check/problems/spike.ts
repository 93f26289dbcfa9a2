import type { Problem } from "../model.ts";
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
  advice: "Accept the repair: such a line encloses nothing, so no ground is lost.",
  ofFeature: ({ feature, walks }) =>
    walks().tips.flatMap((tips, ring) =>
      walks().reduced[ring]!.length === 0
        ? []
        : tips.map((vertex) => atVertex(feature, walks(), ring, vertex)),
    ),
} as const satisfies Problem;
