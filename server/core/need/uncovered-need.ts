/** Uncovered need: who lives in the most deprived small areas, and what is recorded there. */
import type { Question } from "../hotspots/question.ts";
import type { StudyIndex } from "../hotspots/study-index.ts";
import { type Range, rangeOver } from "../weights/sensitivity.ts";
import { type ByReach, noneShare } from "./by-reach.ts";
import type { SmallAreas } from "./model.ts";
import { uncoveredShareByPlace } from "./place-units.ts";
import { type ChosenProgrammes, chooseProgrammes } from "./programmes.ts";
import { mostDeprived, ranksByScore } from "./rank.ts";
import { type AreaReach, type Reach, reachAreas } from "./reach.ts";

/** Figures of one part of the country. */
export interface NeedCounts {
  /** Small areas among the most deprived, by how their point is reached. */
  readonly areas: ByReach;
  /** People in them by area split; people on the ground of outlines, and elsewhere in the area. */
  readonly people: ByReach;
  /** The same people by best fit: all of an area goes with its point. */
  readonly bestFit: ByReach;
  /** Small areas among the most deprived whose people are not known: in no count of people. */
  readonly peopleUnknown: number;
  /** People in them by the number of outlines over their area's point: 0, 1, 2, 3 and more. */
  readonly byDepth: readonly number[];
  /** Small areas among the most deprived whose score was carried over a change of areas. */
  readonly carried: number;
  /** Everybody else: people outside the most deprived areas, and how many of them are covered. */
  readonly elsewhere: { readonly people: number; readonly covered: number };
}

export interface UncoveredNeed {
  readonly chosen: ChosenProgrammes;
  readonly share: number;
  readonly total: NeedCounts;
  /** Region -> its figures, by name; ground without region is left out. */
  readonly regions: ReadonlyMap<string, NeedCounts>;
  /** Place -> its figures; only places that have a small area. */
  readonly places: ReadonlyMap<number, NeedCounts>;
  /** Share of people in need with nothing recorded, from small areas and from whole places (M-W4). */
  readonly sensitivity: Range | undefined;
  /** Small area -> rank, whether among the most deprived, how reached. */
  readonly ranks: readonly (number | undefined)[];
  readonly inNeed: readonly boolean[];
  readonly reaches: readonly AreaReach[];
}

/** The deepest class of `byDepth` is open. */
const TOP_DEPTH = 3;

/**
 * @param share the most deprived share of small areas, above 0 and at most 1
 */
export function uncoveredNeed(
  index: StudyIndex,
  smallAreas: SmallAreas,
  asked: Question,
  share: number,
): UncoveredNeed {
  const chosen = chooseProgrammes(index.study, asked);
  const reaches = reachAreas(index, smallAreas, chosen.question);
  const ranks = ranksByScore(smallAreas.areas);
  const inNeed = mostDeprived(ranks, share);
  const total = emptyCounts();
  const regions = new Map<string, MutableCounts>();
  const places = new Map<number, MutableCounts>();
  smallAreas.areas.forEach((area, unit) => {
    const facts = { area, inNeed: inNeed[unit]!, reach: reaches[unit]! };
    count(total, facts);
    const place = index.study.places[area.place];
    if (!place) return;
    count(entry(places, area.place), facts);
    if (place.region !== "") count(entry(regions, place.region), facts);
  });
  return {
    chosen,
    share,
    total,
    regions: new Map([...regions].sort(([a], [b]) => (a < b ? -1 : 1))),
    places,
    sensitivity: rangeOver([
      { units: "small areas", value: noneShare(total.people) },
      { units: "places", value: uncoveredShareByPlace(index, smallAreas, reaches, share) },
    ]),
    ranks,
    inNeed,
    reaches,
  };
}

type MutableByReach = Record<Reach, number>;
interface MutableCounts extends NeedCounts {
  readonly areas: MutableByReach;
  readonly people: MutableByReach;
  readonly bestFit: MutableByReach;
  peopleUnknown: number;
  readonly byDepth: number[];
  carried: number;
  readonly elsewhere: { people: number; covered: number };
}

const emptyCounts = (): MutableCounts => ({
  areas: { covers: 0, within: 0, none: 0 },
  people: { covers: 0, within: 0, none: 0 },
  bestFit: { covers: 0, within: 0, none: 0 },
  peopleUnknown: 0,
  byDepth: new Array<number>(TOP_DEPTH + 1).fill(0),
  carried: 0,
  elsewhere: { people: 0, covered: 0 },
});

function entry<Key>(groups: Map<Key, MutableCounts>, key: Key): MutableCounts {
  const counts = groups.get(key) ?? emptyCounts();
  groups.set(key, counts);
  return counts;
}

interface Facts {
  readonly area: SmallAreas["areas"][number];
  readonly inNeed: boolean;
  readonly reach: AreaReach;
}

function count(into: MutableCounts, { area, inNeed, reach }: Facts): void {
  const { people } = area;
  if (!inNeed) {
    into.elsewhere.people += people ?? 0;
    into.elsewhere.covered += (people ?? 0) * reach.covered;
    return;
  }
  into.areas[reach.reach]++;
  if (area.change !== "unchanged") into.carried++;
  if (people === undefined) {
    into.peopleUnknown++;
    return;
  }
  into.people.covers += people * reach.covered;
  into.people[reach.placeHolds ? "within" : "none"] += people * (1 - reach.covered);
  into.bestFit[reach.reach] += people;
  into.byDepth[Math.min(reach.depth, TOP_DEPTH)]! += people;
}
