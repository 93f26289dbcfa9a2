/** The spans of dates that an initiative's rows say its boundaries hold for. */
import type { CheckedFeature } from "../../core/check/model.ts";
import { spanKey, spanOf } from "../../core/check/rows-of-one.ts";
import { addDays, type IsoDate } from "../../core/units.ts";
import { rolesOf } from "../check/roles-of.ts";

export interface BoundarySpan {
  /** As boundaries are stored: the day after the last one; what is open is left out. */
  readonly dates: { readonly from?: IsoDate; readonly to?: IsoDate };
  readonly rows: readonly CheckedFeature[];
}

/** Rows by the span that they give, the earliest first; a file without such dates has one open span. */
export function boundarySpans(
  rows: readonly CheckedFeature[],
  mapping: ReadonlyMap<string, string>,
): readonly BoundarySpan[] {
  const roles = rolesOf(mapping);
  const spans = new Map<string, CheckedFeature[]>();
  for (const row of rows) {
    const key = spanKey(spanOf(row, roles));
    spans.set(key, [...(spans.get(key) ?? []), row]);
  }
  return [...spans]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => {
      const { from, last } = spanOf(own[0]!, roles);
      const to = last && addDays(last, 1);
      return { dates: { ...(from && { from }), ...(to && { to }) }, rows: own };
    });
}

/** One row that says what any of an initiative's rows says: its cells are the first filled ones. */
export function rowOfAll(rows: readonly CheckedFeature[]): CheckedFeature {
  const properties: Record<string, unknown> = { ...rows[0]!.properties };
  for (const row of rows) {
    for (const [column, value] of Object.entries(row.properties)) {
      const known = properties[column];
      if (known === undefined || known === null || known === "") properties[column] = value;
    }
  }
  const name = rows.find((row) => row.name !== "")?.name ?? "";
  return { ...rows[0]!, name, properties };
}
