import type { Confidence, Evidence } from "../core/model.ts";

/** How the notes of the registry say that an end, or what it was reckoned from, was not read. */
const NOT_READ = [
  /\b(?:ends?|end date|closing date|the dates are) recalled\b/i,
  /\bduration\b[^.;:]*\bare recalled\b/i,
  /\bend is\b[^.;:]*\bnot observed\b/i,
];

/**
 * How the end of an initiative is known. A sourced row may have an end that is only recalled: then
 * its notes say so ("End date recalled", "round, duration and value are recalled", "End is start plus
 * the five-year maximum, not observed"). Where they say nothing, the end is as good as the row.
 *
 * @returns `null` where no end is recorded
 */
export function endConfidence(
  end: string | null | undefined,
  { confidence, notes }: Pick<Evidence, "confidence" | "notes">,
): Confidence | null {
  if (!end) return null;
  return NOT_READ.some((words) => words.test(notes)) ? "recalled" : confidence;
}
