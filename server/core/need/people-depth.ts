/** Depth as people meet it: the mean number of outlines over a place's people (M-O2, by people). */
import type { PeopledPiece } from "./peopled-ground.ts";

/**
 * Place -> its depth by people: undefined where the people of some of its ground are not known, or
 * nobody lives there. A place without any piece is absent.
 *
 * @param live outline -> 1 where the question leaves it in on its date
 */
export function peopleDepth(
  pieces: readonly PeopledPiece[],
  live: Uint8Array,
): ReadonlyMap<number, number | undefined> {
  const sums = new Map<number, { people: number; met: number; known: boolean }>();
  for (const { place, coveredBy, people } of pieces) {
    if (place < 0) continue;
    const sum = sums.get(place) ?? { people: 0, met: 0, known: true };
    sums.set(place, sum);
    if (people === undefined) {
      sum.known = false;
      continue;
    }
    let depth = 0;
    for (const outline of coveredBy) depth += live[outline]!;
    sum.people += people;
    sum.met += people * depth;
  }
  return new Map(
    [...sums].map(([place, { people, met, known }]) => [
      place,
      known && people > 0 ? met / people : undefined,
    ]),
  );
}

/** Place -> the people on its ground: undefined where those of some of it are not known. */
export function peopleInPlaces(
  pieces: readonly PeopledPiece[],
): ReadonlyMap<number, number | undefined> {
  const sums = new Map<number, number | undefined>();
  for (const { place, people } of pieces) {
    if (place < 0) continue;
    const sum = sums.has(place) ? sums.get(place) : 0;
    sums.set(place, sum === undefined || people === undefined ? undefined : sum + people);
  }
  return sums;
}
