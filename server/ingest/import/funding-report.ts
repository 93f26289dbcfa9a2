import type { CheckReport } from "../../contract/check-report.ts";
import type { IsoDate } from "../../core/units.ts";
import type { FileNote } from "../streams/file-notes.ts";
import { plainHeading } from "../streams/mapped-rows.ts";
import type { Table } from "../tables/table.ts";

/**
 * What the check of a file of money or partners found. A problem in one refuses the file, so a report
 * that is kept has none; spellings and columns that were not read are its notes.
 *
 * @param known our columns
 * @param map our column -> theirs
 */
export function fundingReport(
  table: Table,
  known: readonly string[],
  map: ReadonlyMap<string, string>,
  notes: readonly FileNote[],
  today: IsoDate,
): CheckReport {
  const mapped = new Map([...map].map(([ours, theirs]) => [theirs, ours]));
  const holds = (heading: string) => {
    const ours = mapped.get(heading) ?? plainHeading(heading);
    return known.includes(ours) && (mapped.has(heading) || !map.has(ours)) ? ours : null;
  };
  return plainReport({
    file: table.file,
    sha256: table.sha256,
    format: table.sheet === undefined ? table.format : `${table.format}, sheet "${table.sheet}"`,
    rows: table.rows.length,
    notes: [...table.notes, ...notes].map(({ message }) => message),
    today,
    fields: table.header.map((column, i) => {
      const filled = table.rows.flatMap(({ cells }) => (cells[i] ? [cells[i]] : []));
      return {
        column,
        filled: filled.length,
        example: filled[0] ?? null,
        holds: holds(column),
        confidence: holds(column) === null ? null : 1,
      };
    }),
  });
}

export interface PlainFile {
  readonly file: string;
  readonly sha256: string;
  readonly format: string;
  readonly rows: number;
  readonly notes: readonly string[];
  readonly today: IsoDate;
  readonly fields: CheckReport["fields"];
}

/** The report of a file without coordinates and without a problem. */
export const plainReport = ({ today, rows, notes, ...file }: PlainFile): CheckReport => ({
  ...file,
  notes: [...notes],
  crs: null,
  crs_known: null,
  crs_sure: null,
  checked_on: today,
  features: rows,
  vertices: 0,
  problems: [],
  proposals: [],
  repair: { features: 0, before_m2: 0, after_m2: 0, area_change_m2: 0, share: 0, larger: [] },
});
