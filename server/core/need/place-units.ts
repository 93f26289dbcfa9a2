import type { StudyIndex } from "../hotspots/study-index.ts";
import type { SmallAreas } from "./model.ts";
import { mostDeprived, ranksByScore } from "./rank.ts";
import type { AreaReach } from "./reach.ts";

/**
 * The share of people in need with nothing recorded, were whole places the units of need: the score of
 * a place is the mean of its small areas' weighted by people, and the most deprived share of places is
 * in need with everybody in it. Beside the figure by small areas it shows how much rests on the units.
 *
 * @returns `undefined` where no such place has people
 */
export function uncoveredShareByPlace(
  { study }: StudyIndex,
  { areas }: SmallAreas,
  reaches: readonly AreaReach[],
  share: number,
): number | undefined {
  const places = study.places.map(() => ({ people: 0, none: 0, weighted: 0, scored: 0 }));
  areas.forEach(({ place, people, score }, unit) => {
    const at = places[place];
    if (!at || people === undefined) return;
    const { covered, placeHolds } = reaches[unit]!;
    at.people += people;
    if (!placeHolds) at.none += people * (1 - covered);
    if (score === undefined) return;
    at.weighted += people * score;
    at.scored += people;
  });
  const units = places.map(({ weighted, scored }, place) => ({
    code: study.places[place]!.code,
    name: "",
    place,
    people: undefined,
    score: scored > 0 ? weighted / scored : undefined,
    change: "unchanged" as const,
  }));
  const inNeed = mostDeprived(ranksByScore(units), share);
  const chosen = places.filter((_, place) => inNeed[place]);
  const people = chosen.reduce((sum, place) => sum + place.people, 0);
  return people > 0 ? chosen.reduce((sum, place) => sum + place.none, 0) / people : undefined;
}
