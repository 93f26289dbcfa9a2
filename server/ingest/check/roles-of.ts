import type { FieldRoles } from "../../core/check/model.ts";

/** Fields whose cells are amounts. */
const AMOUNTS = ["budget_gbp", "value"];

/** Which columns hold dates and amounts, from the mapping of fields to columns. */
export function rolesOf(mapping: ReadonlyMap<string, string>): FieldRoles {
  const [start, end] = [mapping.get("start_date"), mapping.get("end_date")];
  return {
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    amounts: AMOUNTS.flatMap((field) => mapping.get(field) ?? []),
  };
}
