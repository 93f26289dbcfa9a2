/** What `need --json` prints and /api/v1/need answers. */
import type { LoadedSmallAreas } from "../analysis/load-small-areas.ts";
import type { LoadedStudy } from "../analysis/load-study.ts";
import type {
  NeedAreasReply,
  NeedAsked,
  NeedCountsReply,
  NeedReply,
  PlaceNeedReply,
  SmallAreaReply,
} from "../contract/need.ts";
import { needParams } from "../contract/need-params.ts";
import { placeNamed } from "../contract/study-names.ts";
import { AppError } from "../core/errors.ts";
import type { Question } from "../core/hotspots/question.ts";
import type { StudyIndex } from "../core/hotspots/study-index.ts";
import { noneShare } from "../core/need/by-reach.ts";
import type { SmallAreas } from "../core/need/model.ts";
import { type NeedCounts, type UncoveredNeed, uncoveredNeed } from "../core/need/uncovered-need.ts";
import { toCertificateReply } from "./certificate-reply.ts";
import { needCaveats } from "./need-words.ts";

export interface NeedSources {
  readonly loaded: LoadedStudy;
  readonly index: StudyIndex;
  readonly small: LoadedSmallAreas;
}

/** Uncovered need as a whole, by region and by place. */
export function toNeedReply(
  { loaded, index, small }: NeedSources,
  question: Question,
  asked: NeedAsked,
): NeedReply {
  const { study } = loaded;
  const need = uncoveredNeed(index, small.smallAreas, question, asked.share);
  const unscored = need.ranks.filter((rank) => rank === undefined).length;
  return {
    ...headOf(loaded, small.smallAreas, need, needParams(question, asked)),
    areas: { scored: need.ranks.length - unscored, unscored },
    total: toCounts(need.total),
    regions: [...need.regions].map(([region, counts]) => ({ region, ...toCounts(counts) })),
    places: [...need.places]
      .sort(([a], [b]) => a - b)
      .map(([place, counts]) => {
        const { code, name, region } = study.places[place]!;
        return { code, name, region, ...toCounts(counts) };
      }),
    sensitivity: need.sensitivity
      ? {
          ...need.sensitivity,
          by: need.sensitivity.by.map(({ units, value }) => ({ units, value: value ?? null })),
        }
      : null,
    scores: [...small.scores],
    scores_without_areas: small.withoutGround.map(({ id }) => id),
    certificate: toCertificateReply(small.certificate, "EPSG:27700", [study.dataVersion]),
  };
}

/** What the map is told of every small area in need, most deprived first. */
export function toNeedAreasReply(
  { loaded, index, small }: NeedSources,
  question: Question,
  asked: NeedAsked,
): NeedAreasReply {
  const need = uncoveredNeed(index, small.smallAreas, question, asked.share);
  const areas = small.smallAreas.areas.flatMap((_, area) => (need.inNeed[area] ? [area] : []));
  areas.sort((a, b) => need.ranks[a]! - need.ranks[b]! || a - b);
  return {
    dataVersion: loaded.study.dataVersion,
    question: Object.fromEntries(needParams(question, asked)),
    areas: areas.map((area) => {
      const { reach, covered, depth } = need.reaches[area]!;
      const { code, place } = small.smallAreas.areas[area]!;
      const lies = loaded.study.places[place]?.code ?? null;
      return { area, code, place: lies, reach, covered, depth };
    }),
  };
}

/** @throws AppError input/unknown-place */
export function toPlaceNeedReply(
  { loaded, index, small }: NeedSources,
  question: Question,
  asked: NeedAsked,
  code: string,
): PlaceNeedReply {
  const { study } = loaded;
  const place = placeNamed(study, code);
  const need = uncoveredNeed(index, small.smallAreas, question, asked.share);
  const counts = need.places.get(place);
  if (!counts) {
    throw new AppError("input/unknown-place", `No small area lies in "${code}".`, { place: code });
  }
  const { name, region } = study.places[place]!;
  const own = small.smallAreas.areas.flatMap((area, unit) => (area.place === place ? [unit] : []));
  const last = need.ranks.length + 1;
  own.sort((a, b) => (need.ranks[a] ?? last) - (need.ranks[b] ?? last) || a - b);
  return {
    ...headOf(loaded, small.smallAreas, need, needParams(question, asked)),
    place: { code, name, region },
    counts: toCounts(counts),
    small_areas: own.map((unit) => toSmallArea(small.smallAreas, need, unit)),
  };
}

/** One small area as it stands under a question. */
export function toSmallArea(
  { areas }: SmallAreas,
  { ranks, inNeed, reaches }: UncoveredNeed,
  unit: number,
): SmallAreaReply {
  const { code, name, score, change, people } = areas[unit]!;
  const { reach, covered, depth, onEdge } = reaches[unit]!;
  return {
    code,
    name,
    rank: ranks[unit] ?? null,
    score: score ?? null,
    change,
    people: people ?? null,
    in_need: inNeed[unit]!,
    reach,
    covered,
    depth,
    on_edge: onEdge,
  };
}

function headOf(
  { study }: LoadedStudy,
  smallAreas: SmallAreas,
  need: UncoveredNeed,
  params: readonly (readonly [string, string])[],
) {
  const named = (programmes: readonly number[]) =>
    programmes.map((p) => {
      const { code, name, held, existed, existedNote } = study.programmes[p]!;
      return { programme: code, name, held, existed: existed ?? null, note: existedNote };
    });
  const { byDefault, counted, incomplete, leftOut } = need.chosen;
  return {
    dataVersion: study.dataVersion,
    question: Object.fromEntries(params),
    layer: smallAreas.layer,
    people: smallAreas.people,
    score: smallAreas.need,
    programmes: {
      by_default: byDefault,
      counted: named(counted),
      incomplete: named(incomplete),
      left_out: named(leftOut),
    },
    caveats: needCaveats(study, smallAreas, need),
  };
}

function toCounts(counts: NeedCounts): NeedCountsReply {
  return {
    areas: counts.areas,
    people: counts.people,
    people_best_fit: counts.bestFit,
    areas_without_people: counts.peopleUnknown,
    people_by_depth: [...counts.byDepth],
    areas_carried: counts.carried,
    elsewhere: counts.elsewhere,
    none_share: noneShare(counts.people) ?? null,
  };
}
