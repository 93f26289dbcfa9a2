import type { CheckedFeature, Finding, Problem } from "../model.ts";
import { rowsOfOne } from "../rows-of-one.ts";

export const rowsDiffer = {
  id: "rows-differ",
  standing: "decide",
  repair: undefined,
  unit: undefined,
  sentence: (n) =>
    n === 1
      ? "1 row says otherwise than an earlier row of the same initiative or area"
      : `${n} rows say otherwise than earlier rows of the same initiative or area`,
  advice:
    "Rows of one initiative say the same of it, or leave the cell empty. Make them agree, or give what is another initiative an id of its own.",
  ofFile: (subject) =>
    rowsOfOne(subject).flatMap((rows) =>
      (subject.fields.shared ?? []).flatMap((column) => differing(rows, column)),
    ),
} as const satisfies Problem;

/** The first row whose cell is filled and differs from the first filled one. */
function differing(rows: readonly CheckedFeature[], column: string): Finding[] {
  const filled = rows
    .map(({ index, properties }) => ({ index, text: textOf(properties[column]) }))
    .filter(({ text }) => text !== "");
  const other = filled.find(({ text }) => text !== filled[0]!.text);
  if (other === undefined) return [];
  return [{ feature: other.index, field: column, value: `${filled[0]!.text}, then ${other.text}` }];
}

const textOf = (value: unknown) =>
  value === undefined || value === null ? "" : String(value).trim();
