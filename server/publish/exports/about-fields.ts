import type { About } from "../../contract/about.ts";
import type { Field } from "./export.ts";

/** What a description says of fields: each in words, and by which rule where one is named. */
export function aboutFields(fields: readonly Field[]): Pick<About, "fields" | "definitions"> {
  const ruled = fields.flatMap(({ name, definition }) =>
    definition === undefined ? [] : [[name, definition] as const],
  );
  return {
    fields: Object.fromEntries(fields.map(({ name, meaning }) => [name, meaning])),
    ...(ruled.length > 0 && { definitions: Object.fromEntries(ruled) }),
  };
}
