/** What lists are ranked by, and a place's rank, in words. */
import { isRanked, type PlaceRow, type Ranking } from "../server/core/hotspots/ranking.ts";
import type { Answer } from "./answer.ts";
import { rank } from "./format.ts";
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
  funders: {
    option: "most funding departments",
    rule: "Ranked by the number of different lead departments behind the initiatives alive here.",
  },
  ending: {
    option: "most ending within 12 months",
    rule: "Ranked by initiatives alive on the date that end within 12 months of it, then by their recorded money.",
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
  funders: "Lead departments at work in each place",
  ending: "Initiatives that end within 12 months",
  churn: "Churn: changes a year for each initiative alive",
};

/** Why a place has no rank to tell: nothing that the ranking goes by is there. */
const NO_RANK: Record<Ranking, string> = {
  cover: "Not ranked: nothing was live",
  all: "Not ranked: nothing was live",
  funders: "Not ranked: nothing was live",
  ending: "Not ranked: nothing ends within 12 months",
  churn: "Not ranked: nothing changed over the year",
};

/** A place's rank in a sentence; without a row it is outside the ranking. */
export function rankWords(
  row: PlaceRow | undefined,
  { by, rows }: Pick<Answer, "by" | "rows">,
): string {
  if (!row) return texts.notRanked;
  return isRanked(row, by) ? texts.rankOf(rank(row.rank, row.tied), rows.length) : NO_RANK[by];
}
