import type { Problem } from "../model.ts";
import { readDate } from "../read-date.ts";

export const datesReversed = {
  id: "dates-reversed",
  standing: "decide",
  repair: undefined,
  unit: undefined,
  sentence: (n) => (n === 1 ? "1 row ends before it starts" : `${n} rows end before they start`),
  advice:
    "Correct the dates in the file: nothing is imported from a row that ends before it starts.",
  ofFeature({ feature, subject: { fields } }) {
    const spans = [
      [fields.start, fields.end],
      [fields.boundaryFrom, fields.boundaryLast],
    ] as const;
    return spans.flatMap(([first, last]) => {
      if (first === undefined || last === undefined) return [];
      const start = readDate(feature.properties[first]);
      const end = readDate(feature.properties[last]);
      if (start === undefined || end === undefined || start <= end) return [];
      return [{ feature: feature.index, field: last, value: `${start} to ${end}` }];
    });
  },
} as const satisfies Problem;
