import type { TargetField } from "./fields.ts";

/** A column that seems to hold one of our fields. */
export interface Suggestion {
  readonly field: string;
  readonly column: string;
  /** 0 to 1: the heading's likeness times the share of filled cells that fit. */
  readonly confidence: number;
}

/** Below this a likeness says nothing. */
const LEAST = 0.4;

/** `StartDate`, `start_date`, `START DATE` as `start date`. */
export const headingWords = (heading: string) =>
  heading
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();

/** `LAD13CD`, `WD11NM`, `lsoa11_code`: the headings of National Statistics. */
const isOfficial = (column: string, ending: string) =>
  new RegExp(`^[A-Za-z]{2,5}\\d{0,2}_?${ending}$`, "i").test(column);

/**
 * Which column holds which field, one column a field and one field a column, best first. The values
 * of some rows are looked at: a column of names is no column of dates, whatever it is called.
 *
 * @param rows the first rows of the file
 */
export function suggestMapping(
  fields: readonly TargetField[],
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Suggestion[] {
  const all = fields.flatMap((field) =>
    columns.map((column) => ({
      field: field.id,
      column,
      confidence: likeness(field, column) * fitting(field, column, rows),
    })),
  );
  const taken = new Set<string>();
  return all
    .filter(({ confidence }) => confidence >= LEAST)
    .sort((a, b) => b.confidence - a.confidence)
    .filter(({ field, column }) => {
      if (taken.has(`field ${field}`) || taken.has(`column ${column}`)) return false;
      taken.add(`field ${field}`).add(`column ${column}`);
      return true;
    });
}

function likeness({ id, headings }: TargetField, column: string): number {
  const words = headingWords(column);
  if (column === id || words === headingWords(id)) return 1;
  if (headings.includes(words)) return 0.95 - 0.02 * headings.indexOf(words);
  if (/(^|_)code$/.test(id) && isOfficial(column, "(?:CD|CODE)")) return 0.9;
  if (/(^|_)name$/.test(id) && isOfficial(column, "(?:NM|NAME)")) return 0.9;
  const inside = headings.some((heading) => ` ${words} `.includes(` ${heading} `));
  return inside ? 0.6 : 0;
}

function fitting(
  { fits }: TargetField,
  column: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): number {
  const filled = rows.map((row) => row[column]).filter((value) => value !== "" && value != null);
  if (fits === undefined || filled.length === 0) return 1;
  return filled.filter(fits).length / filled.length;
}
