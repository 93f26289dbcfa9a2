/** The rule of which outlines may be judged in words: of the matrix, a cell opened, the map and the exports. */
import { unjudged } from "../core/hotspots/unjudged.ts";
import type { StoredBoundary } from "../store/boundary.ts";

/** What is not drawn cannot be held against anything. */
const NOT_DRAWN =
  "No verdict: its boundary is not drawn. Only surveyed, composed and generalised boundaries get one.";
/** A generalised boundary is judged only by an accuracy that is stated. */
const NO_ACCURACY = "No verdict: the boundary is generalised and its accuracy is not stated.";

/**
 * Why an initiative gets no verdict on a date; undefined where it gets one.
 *
 * @param missing names of the members that its outline lacks: it would match what it does not
 * @param outline the one drawn on the date; undefined where none is
 */
export function whyNoVerdict(
  missing: readonly string[],
  outline: Pick<StoredBoundary, "grade" | "accuracy_m"> | undefined,
): string | undefined {
  const why = unjudged(missing, outline && { ...outline, accuracy: outline.accuracy_m });
  if (why === "drawn in part") {
    return `No verdict: its outline is drawn in part, without ${missing.join(", ")}.`;
  }
  if (why === "not drawn") return NOT_DRAWN;
  return why && NO_ACCURACY;
}
