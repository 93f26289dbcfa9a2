/** What lists are ranked by, and a place's rank, in words. */
import { isFigure } from "../server/core/hotspots/place-figures.ts";
import { isRanked, type PlaceRow, type Ranking } from "../server/core/hotspots/ranking.ts";
import type { Study } from "../server/core/model.ts";
import type { Answer } from "./answer.ts";
import { rank } from "./format.ts";
import { metricOf } from "./metrics.ts";
import { texts } from "./texts/hotspots.ts";

export const RANKING_WORDS: Record<Ranking, { option: string; rule: string }> = {
  cover: {
    option: "most covers, then within",
    rule: "Ranked by initiatives that cover the whole place, then by those somewhere within it, then by those that cover part.",
  },
  all: {
    option: "most initiatives of any kind",
    rule: "Ranked by every initiative alive here: covering, covering part, and somewhere within.",
  },
  people: {
    option: "depth by people",
    rule: "Ranked by the mean number of outlines over the people of the place.",
  },
  money: {
    option: "most money per head",
    rule: "Ranked by recorded money of the date’s financial year for each person of the place.",
  },
  claims: {
    option: "most claims a year",
    rule: "Ranked by claims that fall due in the 12 months from the date, of every stream whose money lies in the place.",
  },
  burden: {
    option: "most burden for each £100,000",
    rule: "Ranked by claims, audits and bids for each £100,000 of the financial year. Compare within one category only.",
  },
  need: {
    option: "most uncovered need",
    rule: "Ranked by the share of people in the most deprived tenth of small areas with nothing recorded.",
  },
  funders: {
    option: "most funding departments",
    rule: "Ranked by the number of different lead departments behind the initiatives alive here.",
  },
  ending: {
    option: "most ending soon",
    rule: "Ranked by initiatives alive on the date that end within the months that are looked ahead, then by their recorded money.",
  },
  churn: {
    option: "most churn over the last year",
    rule: "Ranked by starts, ends and recorded rule changes in the 12 months to the date, for each initiative alive on average: a lower bound.",
  },
};

/** What the map shows under each ranking. */
export const MAP_HEADINGS: Record<Ranking, string> = {
  cover: "Depth: initiatives that cover the ground",
  all: "Depth: initiatives that cover the ground",
  people: "Depth by people: outlines over the average home",
  money: "Money per head, financial year of the date",
  claims: "Claims due in the 12 months from the date",
  burden: "Claims, audits and bids for each £100,000",
  need: "People in need with nothing recorded",
  funders: "Lead departments at work in each place",
  ending: "Initiatives that end soon",
  churn: "Churn: changes a year for each initiative alive",
};

/** What the map shows, with the months that are looked ahead. */
export const mapHeading = ({ by, months }: { readonly by: Ranking; readonly months: number }) =>
  by === "ending" ? texts.endingHeading(months) : MAP_HEADINGS[by];

/** What the highest of is told, where the map shows a figure of places. */
const NOUNS: Partial<Record<Ranking, (months: number) => string>> = {
  people: () => "depth by people",
  money: () => "money per head",
  claims: () => "number of claims a year",
  burden: () => "burden for each £100,000",
  need: () => "share of need not met",
  funders: () => "number of lead departments",
  ending: (months) => `number of initiatives ending within ${months} months`,
  churn: () => "churn of initiatives a year",
};

/** A ranked list, and how it is ranked. */
export interface RankedAs {
  readonly by: Ranking;
  readonly months: number;
  readonly rows: readonly PlaceRow[];
  /** Whether the figures that it goes by are there. */
  readonly found: boolean;
}

/**
 * The headline of a list ranked by a figure of places, without a full stop; undefined under depth.
 *
 * @param where the part of the country in words
 */
export function metricHeadline(
  { by, months, rows, found }: RankedAs,
  { places }: Pick<Study, "places">,
  date: string,
  where: string,
): string | undefined {
  const metric = metricOf(by);
  const noun = NOUNS[by]?.(months);
  if (!metric || noun === undefined) return undefined;
  if (!found) return texts.metricWaiting(date, noun, where);
  const most = rows.reduce((top, row) => Math.max(top, metric.value(row) ?? 0), 0);
  const leading = rows.filter((row) => metric.value(row) === most);
  if (most === 0) return texts.metricNone(date, noun, where);
  const names = leading.map(({ place }) => places[place]!.name);
  return texts.metricHeadline(date, names, noun, metric.figure(leading[0]!), where);
}

/** Why a place has no rank to tell: nothing that the ranking goes by is there. */
const NO_RANK: Record<Ranking, string> = {
  cover: "Not ranked: nothing was live",
  all: "Not ranked: nothing was live",
  people: "Not ranked: no outline over its people, or they are not known",
  money: "Not ranked: no money recorded",
  claims: "Not ranked: no claim falls due, or none is stated",
  burden: "Not ranked: no burden, or it is not known",
  need: "Not ranked: no uncovered need, or it is not known",
  funders: "Not ranked: nothing was live",
  ending: "Not ranked: nothing ends that soon",
  churn: "Not ranked: nothing changed over the year",
};

/** A place's rank in a sentence; without a row it is outside the ranking. */
export function rankWords(
  row: PlaceRow | undefined,
  { by, rows, figures }: Pick<Answer, "by" | "rows" | "figures">,
): string {
  if (!row) return texts.notRanked;
  if (isFigure(by) && !figures) return texts.rankWaiting;
  return isRanked(row, by) ? texts.rankOf(rank(row.rank, row.tied), rows.length) : NO_RANK[by];
}
