import type { Finding, Problem } from "../model.ts";
import { readDate } from "../read-date.ts";

export const dateUnreadable = {
  id: "date-unreadable",
  standing: "decide",
  repair: undefined,
  unit: undefined,
  sentence: (n) =>
    n === 1 ? "1 row has a date that cannot be read" : `${n} rows have dates that cannot be read`,
  advice:
    "Write dates as 2002-06-01, or as 01/06/2002 with the day first; a year alone is no date. Leave unknown ones empty.",
  ofFeature({ feature, subject: { fields } }) {
    const { start, end, boundaryFrom, boundaryLast } = fields;
    return [start, end, boundaryFrom, boundaryLast].flatMap((field): Finding[] => {
      const value = field === undefined ? undefined : feature.properties[field];
      if (field === undefined || value === undefined || value === null || value === "") return [];
      if (readDate(value) !== undefined) return [];
      return [{ feature: feature.index, field, value: String(value) }];
    });
  },
} as const satisfies Problem;
