/** People on the ground of outlines, side by side by every way of counting them (M-W1, M-W2, M-W4). */
import { type Range, rangeOver } from "../weights/sensitivity.ts";
import type { PeopledPiece } from "./peopled-ground.ts";

export interface PeopleCounts {
  readonly areaSplit: number | undefined;
  readonly bestFit: number | undefined;
  /** From small areas and from whole places. */
  readonly range: Range | undefined;
}

/** Outline -> its people; `undefined` where those of a unit that it shares are not known. */
export function peopleInOutlines(
  pieces: readonly PeopledPiece[],
  outlines: number,
): (number | undefined)[] {
  const people: (number | undefined)[] = new Array(outlines).fill(0);
  for (const { coveredBy, people: here } of pieces) {
    for (const outline of coveredBy) {
      const so = people[outline];
      people[outline] = so === undefined || here === undefined ? undefined : so + here;
    }
  }
  return people;
}

/** The ways of counting at hand, finest units first. */
export interface Countings {
  readonly areaSplit: readonly PeopledPiece[];
  readonly bestFit: readonly PeopledPiece[] | undefined;
  readonly byPlaces: readonly PeopledPiece[] | undefined;
}

/** Outline -> its people by each. */
export function peopleCounts(
  { areaSplit, bestFit, byPlaces }: Countings,
  outlines: number,
): PeopleCounts[] {
  const split = peopleInOutlines(areaSplit, outlines);
  const fit = bestFit && peopleInOutlines(bestFit, outlines);
  const places = byPlaces && peopleInOutlines(byPlaces, outlines);
  return split.map((people, outline) => ({
    areaSplit: people,
    bestFit: fit?.[outline],
    range: rangeOver([
      { units: "finest", value: people },
      { units: "places", value: places?.[outline] },
    ]),
  }));
}
