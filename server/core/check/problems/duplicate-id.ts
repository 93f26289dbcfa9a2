import type { Problem } from "../model.ts";

export const duplicateId = {
  id: "duplicate-id",
  standing: "decide",
  repair: undefined,
  unit: undefined,
  sentence: (n) =>
    n === 1 ? "1 feature repeats an earlier id" : `${n} features repeat an earlier id`,
  advice:
    "Give each its own id, or keep one. Imported as they are, outlines with one id are united into one.",
  ofFile({ features }) {
    const seen = new Set<string>();
    return features.flatMap(({ id, index }) => {
      if (!seen.has(id)) {
        seen.add(id);
        return [];
      }
      return [{ feature: index, value: id }];
    });
  },
} as const satisfies Problem;
