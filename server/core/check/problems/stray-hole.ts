import type { Problem } from "../model.ts";
import { metBy } from "./met-by.ts";

export const strayHole = {
  id: "stray-hole",
  standing: "decide",
  repair: undefined,
  unit: undefined,
  sentence: (n) =>
    n === 1
      ? "1 outline has a hole that lies in none of its rings"
      : `${n} outlines have holes that lie in none of their rings`,
  advice: "Look at it on a map: such a hole is read as ground of its own.",
  ofFeature: ({ feature }) => metBy(feature, "geometry/stray-hole"),
} as const satisfies Problem;
