import type { Problem } from "../model.ts";
import { metBy } from "./met-by.ts";

export const damagedRecord = {
  id: "damaged-record",
  standing: "decide",
  repair: undefined,
  unit: undefined,
  sentence: (n) => (n === 1 ? "1 record is damaged" : `${n} records are damaged`),
  advice:
    "Export the file anew. What could be read of the record is kept; import takes the file without the rest only with --leave-out.",
  ofFeature: ({ feature }) => metBy(feature, "record/damaged"),
} as const satisfies Problem;
