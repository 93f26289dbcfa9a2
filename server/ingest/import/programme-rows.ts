/** Rows of a file as initiatives of a programme: values read, each with who says so. */

import type { CheckedFeature } from "../../core/check/model.ts";
import { readAmount, saysThousands } from "../../core/check/read-amount.ts";
import { readDate } from "../../core/check/read-date.ts";
import { addDays } from "../../core/units.ts";
import type { StoredInitiative } from "../../store/initiative.ts";
import type { Provenance } from "./prepared-import.ts";

export type NamedRow = Pick<CheckedFeature, "id" | "name" | "properties">;

/** The cell of a row that holds a field of ours, as text; empty where there is none. */
export function cellOf(row: NamedRow, mapping: ReadonlyMap<string, string>, field: string): string {
  const column = mapping.get(field);
  const value = column === undefined ? undefined : row.properties[column];
  return value === undefined || value === null ? "" : String(value).trim();
}

export interface InitiativeContext {
  readonly programme: string;
  /** The initiative as it stands; `undefined` for a new one. */
  readonly before: Omit<StoredInitiative, "id"> | undefined;
  readonly provenance: Provenance;
}

/** An initiative from its row. What the file does not say stays as it was; a new one has it unknown. */
export function initiativeOf(
  row: NamedRow,
  mapping: ReadonlyMap<string, string>,
  { programme, before, provenance }: InitiativeContext,
): Omit<StoredInitiative, "id"> {
  const text = (field: string, was: string | undefined) =>
    cellOf(row, mapping, field) || (was ?? "");
  const number = (field: string, was: number | null | undefined) => {
    const cell = cellOf(row, mapping, field);
    const read = cell === "" ? Number.NaN : Number(cell);
    return Number.isFinite(read) ? read : (was ?? null);
  };
  const start = readDate(cellOf(row, mapping, "start_date"));
  const last = readDate(cellOf(row, mapping, "end_date"));
  const budgetColumn = mapping.get("budget_gbp") ?? "";
  const budget = readAmount(cellOf(row, mapping, "budget_gbp"), saysThousands(budgetColumn));
  return {
    programme_code: programme,
    name: row.name || before?.name || row.id,
    round: text("round", before?.round),
    start_date: start ?? before?.start_date ?? null,
    // The file holds the last day alive; the store keeps the day after.
    end_date: last === undefined ? (before?.end_date ?? null) : addDays(last, 1),
    budget_gbp: budget?.pounds ?? before?.budget_gbp ?? null,
    accountable_body: text("accountable_body", before?.accountable_body),
    region: text("region", before?.region),
    area_definition: before?.area_definition ?? "neighbourhood",
    member_wards: before?.member_wards ?? "",
    lon: number("lon", before?.lon),
    lat: number("lat", before?.lat),
    people: before?.people ?? null,
    people_basis: before?.people_basis ?? "",
    evidence: {
      confidence: cellOf(row, mapping, "confidence") === "recalled" ? "recalled" : "sourced",
      source: cellOf(row, mapping, "source") || provenance.source,
      notes: text("notes", before?.evidence.notes),
      dateRead: provenance.dateRead,
    },
  };
}

/** `HAZ-leeds-and-bradford`: an id for an initiative that its file gives none. */
export function madeId(programme: string, name: string): string {
  const slug = name
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
  return `${programme}-${slug}`;
}
