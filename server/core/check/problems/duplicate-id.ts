import type { Problem } from "../model.ts";
import { spanKey, spanOf } from "../rows-of-one.ts";

export const duplicateId = {
  id: "duplicate-id",
  standing: "decide",
  repair: undefined,
  unit: undefined,
  sentence: (n) =>
    n === 1 ? "1 feature repeats an earlier id" : `${n} features repeat an earlier id`,
  advice:
    "Give each its own id, or keep one. Imported as they are, outlines with one id are united into one.",
  ofFile({ features, fields }) {
    // A row an area, or a boundary a span of dates: an id is then meant to stand more than once.
    if (fields.members) return [];
    const seen = new Set<string>();
    return features.flatMap((feature) => {
      const { id, index } = feature;
      const key = `${spanKey(spanOf(feature, fields))} ${id}`;
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      return [{ feature: index, value: id }];
    });
  },
} as const satisfies Problem;
