/** The evidence of a cause in sentences: what was measured, not what follows from it. */
import type { FitMatrixReply, FitOpenedReply } from "../server/contract/fit-matrix.ts";
import { area, length, percent, ratio } from "./format.ts";
import { texts } from "./texts/coterminosity.ts";

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
