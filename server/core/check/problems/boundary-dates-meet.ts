import type { Problem } from "../model.ts";
import { type RowSpan, rowsOfOne, spanKey, spanOf, spansMeet } from "../rows-of-one.ts";

export const boundaryDatesMeet = {
  id: "boundary-dates-meet",
  standing: "decide",
  repair: undefined,
  unit: undefined,
  sentence: (n) =>
    n === 1
      ? "1 boundary holds on days on which an earlier one of the same initiative does"
      : `${n} boundaries hold on days on which earlier ones of the same initiative do`,
  advice:
    "An initiative has one boundary on a day: let each end on the day before the next begins, or give parts of one boundary the same dates.",
  ofFile(subject) {
    const { fields } = subject;
    if (fields.boundaryFrom === undefined && fields.boundaryLast === undefined) return [];
    return rowsOfOne(subject).flatMap((rows) => {
      const seen = new Map<string, RowSpan>();
      return rows.flatMap((row) => {
        const span = spanOf(row, fields);
        const key = spanKey(span);
        const met = [...seen].find(([other, known]) => other !== key && spansMeet(known, span));
        seen.set(key, span);
        return met === undefined
          ? []
          : [{ feature: row.index, value: `${words(span)}; ${words(met[1])}` }];
      });
    });
  },
} as const satisfies Problem;

const words = ({ from, last }: RowSpan) => `${from ?? "…"} to ${last ?? "…"}`;
