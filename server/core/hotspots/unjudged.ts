import type { Grade } from "../model.ts";

/** Why an outline may not be held against areas. */
export type Unjudged = "not drawn" | "drawn in part" | "accuracy not stated";

/**
 * Whether an initiative's outline may be compared with areas: one rule for every count and verdict.
 * One drawn in part would match what it does not, and lines that are generalised by an unknown amount
 * say nothing of an edge.
 *
 * @param missing names of the members that its outline lacks
 * @param outline the one drawn on the date; undefined where none is
 * @returns undefined where it may
 */
export function unjudged(
  missing: readonly string[],
  outline: { readonly grade: Grade; readonly accuracy: number | null | undefined } | undefined,
): Unjudged | undefined {
  if (missing.length > 0) return "drawn in part";
  if (outline === undefined) return "not drawn";
  const { grade, accuracy } = outline;
  return grade === "generalised" && (accuracy ?? undefined) === undefined
    ? "accuracy not stated"
    : undefined;
}
