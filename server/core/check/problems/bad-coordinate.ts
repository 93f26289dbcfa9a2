import type { Problem } from "../model.ts";
import { metBy } from "./met-by.ts";

export const badCoordinate = {
  id: "bad-coordinate",
  standing: "decide",
  repair: undefined,
  unit: undefined,
  sentence: (n) =>
    n === 1
      ? "1 feature has a coordinate that is no number"
      : `${n} features have coordinates that are no numbers`,
  advice: "Supply the outline anew: this one could not be read.",
  ofFeature: ({ feature }) => metBy(feature, "geometry/coordinate"),
} as const satisfies Problem;
