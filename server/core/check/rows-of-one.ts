/** Rows that are of one thing, and the span of dates that each says its outline holds for. */
import type { IsoDate } from "../units.ts";
import type { CheckedFeature, CheckSubject, FieldRoles } from "./model.ts";
import { readDate } from "./read-date.ts";

/** Rows of one id, or where the file has no ids of one name: only those of which there are several. */
export function rowsOfOne({
  features,
  fields,
}: CheckSubject): readonly (readonly CheckedFeature[])[] {
  const groups = new Map<string, CheckedFeature[]>();
  for (const feature of features) {
    const named = fields.id === undefined && feature.name !== "";
    const key = named ? feature.name : feature.id;
    const known = groups.get(key);
    if (known) known.push(feature);
    else groups.set(key, [feature]);
  }
  return [...groups.values()].filter((rows) => rows.length > 1);
}

/** First and last day, both included; `undefined` is open. */
export interface RowSpan {
  readonly from: IsoDate | undefined;
  readonly last: IsoDate | undefined;
}

export function spanOf(
  { properties }: Pick<CheckedFeature, "properties">,
  { boundaryFrom, boundaryLast }: Pick<FieldRoles, "boundaryFrom" | "boundaryLast">,
): RowSpan {
  const read = (column: string | undefined) =>
    column === undefined ? undefined : readDate(properties[column]);
  return { from: read(boundaryFrom), last: read(boundaryLast) };
}

/** One text a span: equal spans have equal texts, and texts sort by first day. */
export const spanKey = ({ from, last }: RowSpan): string => `${from ?? ""} ${last ?? ""}`;

const OPEN = { from: "", last: "9999-12-31" } as const;

export const spansMeet = (a: RowSpan, b: RowSpan): boolean =>
  (a.from ?? OPEN.from) <= (b.last ?? OPEN.last) && (b.from ?? OPEN.from) <= (a.last ?? OPEN.last);
