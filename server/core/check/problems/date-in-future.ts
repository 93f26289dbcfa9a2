import type { Problem } from "../model.ts";
import { readDate } from "../read-date.ts";

export const dateInFuture = {
  id: "date-in-future",
  standing: "note",
  repair: undefined,
  unit: undefined,
  sentence: (n) => (n === 1 ? "1 row starts in the future" : `${n} rows start in the future`),
  advice: "Check the year. Something planned is imported as it is and counts from that day on.",
  ofFeature({ feature, subject: { fields, today } }) {
    const start = fields.start && readDate(feature.properties[fields.start]);
    return start && start > today
      ? [{ feature: feature.index, field: fields.start!, value: start }]
      : [];
  },
} as const satisfies Problem;
