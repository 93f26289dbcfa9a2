import type { Problem } from "../model.ts";
import { metBy } from "./met-by.ts";

export const unclosedRing = {
  id: "unclosed-ring",
  standing: "repairable",
  repair: "close-ring",
  unit: undefined,
  sentence: (n) =>
    n === 1
      ? "1 outline has a ring that does not end where it began"
      : `${n} outlines have rings that do not end where they began`,
  advice: "Accept the repair, which joins the last point to the first, or supply the missing part.",
  ofFeature: ({ feature }) => metBy(feature, "geometry/unclosed-ring"),
} as const satisfies Problem;
