import type { FieldRoles } from "../../core/check/model.ts";

/** Fields whose cells are amounts. */
const AMOUNTS = ["budget_gbp", "value"];

/** Fields that are one for a whole initiative or area, however many rows it has. */
const SHARED = [
  "name",
  "start_date",
  "end_date",
  "budget_gbp",
  "accountable_body",
  "round",
  "region",
];

/** Fields that name the areas an initiative is made of. */
const MEMBERS = ["area_code", "area_name"];

/** Which columns hold dates and amounts, from the mapping of fields to columns. */
export function rolesOf(mapping: ReadonlyMap<string, string>): FieldRoles {
  const role = <Name extends string>(name: Name, ...fields: readonly string[]) => {
    const column = fields.map((field) => mapping.get(field)).find((one) => one !== undefined);
    return (column === undefined ? {} : { [name]: column }) as { readonly [N in Name]?: string };
  };
  const columns = (fields: readonly string[]) =>
    fields.flatMap((field) => mapping.get(field) ?? []);
  return {
    ...role("id", "id", "code"),
    ...role("start", "start_date"),
    ...role("end", "end_date"),
    ...role("boundaryFrom", "boundary_from"),
    ...role("boundaryLast", "boundary_to"),
    amounts: columns(AMOUNTS),
    shared: columns(SHARED),
    ...(columns(MEMBERS).length > 0 ? { members: true as const } : {}),
  };
}
