import type { Problem } from "../model.ts";
import { atVertex } from "./at-vertex.ts";

export const selfIntersection = {
  id: "self-intersection",
  standing: "repairable",
  repair: "redraw",
  unit: undefined,
  sentence: (n) =>
    n === 1 ? "1 outline crosses its own lines" : `${n} outlines cross their own lines`,
  advice:
    "Accept the repair, which keeps the ground that an odd number of lines encloses, or correct the outline where it was drawn.",
  ofFeature: ({ feature, walks, meetings }) =>
    meetings()
      .filter(({ kind }) => kind === "crosses")
      .map(({ ring, vertex }) => atVertex(feature, walks(), ring, vertex)),
} as const satisfies Problem;
