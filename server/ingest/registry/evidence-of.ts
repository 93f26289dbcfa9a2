import type { Confidence, Evidence } from "../../core/model.ts";

/** No row of the registry records the day its documents were read. */
export function evidenceOf(row: {
  readonly confidence: Confidence;
  readonly source: string;
  readonly notes?: string;
}): Evidence {
  const { confidence, source, notes = "" } = row;
  return { confidence, source, notes, dateRead: undefined };
}
