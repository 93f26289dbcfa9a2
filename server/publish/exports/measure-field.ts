import { measureNamed } from "../../contract/measures.ts";
import type { Field } from "./export.ts";

/** The field that holds a measure: its name and its meaning are the measure's own. */
export function measureField(id: string, type: Field["type"]): Field {
  const { meaning, definition } = measureNamed(id);
  return { name: id, type, meaning, ...(definition !== undefined && { definition }) };
}
