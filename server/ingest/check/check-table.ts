import { basename } from "node:path";
import type { CheckReport } from "../../contract/check-report.ts";
import { checkFeatures } from "../../core/check/check-features.ts";
import type { Unmatched } from "../../core/check/model.ts";
import type { IsoDate } from "../../core/units.ts";
import { makeReport } from "./make-report.ts";
import { rolesOf } from "./roles-of.ts";
import type { TableSubject } from "./table-subject.ts";

/**
 * The report of a table that was read.
 *
 * @param unmatched areas that its rows name and that could not be told
 */
export function checkTable(
  { table, rows, columns, suggestions, mapping }: TableSubject,
  today: IsoDate,
  unmatched: readonly Unmatched[],
): CheckReport {
  const subject = {
    features: rows,
    step: 1,
    rightHand: false,
    fields: rolesOf(mapping),
    today,
    reference: undefined,
    unmatched,
  };
  const { sheet, notes } = table;
  return makeReport(
    {
      subject,
      columns,
      suggestions,
      mapping,
      file: basename(table.file),
      sha256: table.sha256,
      format: sheet === undefined ? table.format : `${table.format}, sheet "${sheet}"`,
      vertices: 0,
      notes: notes.map(({ message }) => message),
      ground: undefined,
    },
    checkFeatures(subject),
  );
}
