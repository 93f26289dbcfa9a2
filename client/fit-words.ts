/** What a fit comes to in figures and sentences: what was measured, not what follows from it. */
import type { FitMatrixReply, FitOpenedReply } from "../server/contract/fit-matrix.ts";
import { area, length, percent, ratio } from "./format.ts";
import { texts } from "./texts/coterminosity.ts";

type Body = FitMatrixReply["bodies"][number];
type Evidence = NonNullable<FitOpenedReply["pair"]["evidence"]>;

/** What was measured, in sentences: the ground to explain, a common vector, two drawings of a line. */
export function evidenceWords({
  ground_m2: ground,
  fragments,
  widest_m: widest,
  shift,
  drawings,
}: Evidence): string[] {
  const words = [
    texts.fragments(fragments, area(ground), widest === null ? texts.notKnown : length(widest)),
  ];
  if (shift)
    words.push(
      texts.shiftBy(
        length(shift.east_m),
        length(shift.north_m),
        percent(shift.agreement_before),
        percent(shift.agreement_after),
      ),
    );
  if (drawings.two)
    words.push(
      texts.twoDrawings(
        percent(drawings.followed),
        length(drawings.median_m),
        length(drawings.bound_m),
      ),
    );
  return words;
}

/** Whether an outline could be held against any tier. */
export const isTested = ({ cells }: Pick<Body, "cells">) =>
  cells.some(({ class: of }) => of !== null);

/** Bodies that match an area of the first tier exactly, and bodies that cross a line of some tier. */
export function headlineCounts(bodies: readonly Body[]) {
  const tested = bodies.filter(isTested);
  return {
    tested: tested.length,
    untested: bodies.length - tested.length,
    identical: tested.filter(({ cells }) => cells[0]?.class === "identical").length,
    crossing: tested.filter(({ cells }) => cells.some((cell) => cell.class === "partial")).length,
  };
}

/** M-C8 in words: how far the bodies shown by the question nest in the tier. */
export function degreeWords(
  tier: FitMatrixReply["tiers"][number],
  by: "ground" | "people",
): string {
  const degree = by === "people" ? tier.degree_people : tier.degree;
  if (degree === null) return texts.noDegree;
  const bodies = by === "people" ? tier.bodies_peopled : tier.bodies;
  return texts.degree(percent(degree.hierarchy), ratio(degree.fit), bodies);
}
