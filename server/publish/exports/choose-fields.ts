import { AppError } from "../../core/errors.ts";
import { aboutFields } from "./about-fields.ts";
import type { Table } from "./export.ts";

/**
 * A table with some of its fields only, in its own order. The first field names the row and always
 * stays; what the table says of its fields says no more than it holds.
 *
 * @param asked names of fields; absent is all
 * @throws AppError input/invalid naming the fields there are
 */
export function chooseFields(table: Table, asked: readonly string[] | undefined): Table {
  if (asked === undefined) return table;
  const names = table.fields.map(({ name }) => name);
  const odd = asked.find((name) => !names.includes(name));
  if (odd !== undefined) {
    throw new AppError(
      "input/invalid",
      `${table.unit} has no field "${odd}". Its fields: ${names.join(", ")}.`,
      { unit: table.unit, field: odd, known: names },
    );
  }
  const { definitions: _ofAll, ...about } = table.about;
  const kept = names.flatMap((name, at) => (at === 0 || asked.includes(name) ? [at] : []));
  const fields = kept.map((at) => table.fields[at]!);
  return {
    ...table,
    fields,
    rows: table.rows.map((row) => kept.map((at) => row[at]!)),
    about: { ...about, ...aboutFields(fields) },
  };
}

/** Names in a query or behind a flag, with commas between; none where nothing is named. */
export function fieldNames(text: string | undefined): readonly string[] | undefined {
  const names = (text ?? "").split(",").map((name) => name.trim());
  const given = names.filter((name) => name !== "");
  return given.length > 0 ? given : undefined;
}

/**
 * @throws AppError input/invalid where fields are chosen of a format that has none of its own, such as
 *   a calendar
 */
export function expectFields(
  format: { readonly title: string; readonly units?: readonly string[] },
  asked: readonly string[] | undefined,
): void {
  if (asked === undefined || format.units === undefined) return;
  throw new AppError("input/invalid", `${format.title} has no fields to choose from.`, {
    fields: asked,
  });
}
