/** What a map, a page or a briefing is asked: a question, and the part of the country to look at. */
import { z } from "zod";
import { AppError } from "../core/errors.ts";
import type { FoundFigures } from "../core/hotspots/place-figures.ts";
import { ENDING_MONTHS } from "../core/hotspots/place-measures.ts";
import type { Question } from "../core/hotspots/question.ts";
import { RANKINGS, type Ranking, type RankWith, regionsOf } from "../core/hotspots/ranking.ts";
import type { Study } from "../core/model.ts";
import { parse } from "./parse.ts";
import { parseQuestion, questionParams, questionQuery } from "./question.ts";
import { placeNamed } from "./study-names.ts";

/** The ground that is looked at. */
export type Area =
  | { readonly kind: "england" }
  | { readonly kind: "region"; readonly region: string }
  /** Index into {@link Study.places}. */
  | { readonly kind: "place"; readonly place: number };

export interface PageQuestion {
  readonly question: Question;
  readonly area: Area;
  readonly by: Ranking;
  /** How many months ahead "ending" looks. */
  readonly months: number;
  /** What it ranks by, where that is a figure and the figure was found. */
  readonly figures?: FoundFigures | undefined;
}

/** What a page's question ranks with. */
export const rankWith = ({ months, figures }: PageQuestion): RankWith => ({
  months,
  figures: figures?.places,
});

/** How far "ending" can look ahead, months. */
const FARTHEST = 120;
export const monthsParameter = z
  .string()
  .regex(/^\d{1,3}$/, "It must be a number of months")
  .transform(Number)
  .refine((months) => months >= 1 && months <= FARTHEST, `It is 1 to ${FARTHEST} months.`)
  .optional()
  .describe(`How many months ahead "ending" looks; ${ENDING_MONTHS} without it.`);

export const regionParameter = z
  .string()
  .optional()
  .describe("Only this Government Office region, such as Yorkshire and the Humber.");

/** The parameters of every page: a question's, and these. */
export const pageQuery = z.object({
  ...questionQuery.shape,
  by: z.enum(RANKINGS).optional().describe("What places are ranked by; cover where none is given."),
  months: monthsParameter,
  region: regionParameter,
  place: z.string().optional().describe("Only this place, by its code."),
});

/**
 * The page question in a query.
 *
 * @throws AppError as {@link parseQuestion}; `input/unknown-region`, `input/unknown-place`, and
 *   `input/invalid` where both a region and a place are named
 */
export function parsePageQuestion(raw: unknown, study: Study): PageQuestion {
  const { by, months, region, place } = parse(pageQuery, raw);
  return {
    question: parseQuestion(raw, study),
    by: by ?? "cover",
    months: months ?? ENDING_MONTHS,
    area: areaOf(study, region, place),
  };
}

/** The area as the query that asks for it; none for England. */
export function areaParams({ places }: Study, area: Area | undefined): [string, string][] {
  if (area?.kind === "region") return [["region", area.region]];
  return area?.kind === "place" ? [["place", places[area.place]!.code]] : [];
}

/**
 * The area in a query.
 *
 * @throws AppError `input/unknown-region`, `input/unknown-place`, `input/invalid` where both are named
 */
export function areaOf(study: Study, region: string | undefined, code: string | undefined): Area {
  if (region && code) {
    throw new AppError("input/invalid", "Name a region or a place, not both.", { region, code });
  }
  if (code) return { kind: "place", place: placeNamed(study, code) };
  return region ? { kind: "region", region: regionNamed(study, region) } : { kind: "england" };
}

/** @throws AppError `input/unknown-region` naming those there are */
export function regionNamed(study: Study, text: string): string {
  const known = regionsOf(study);
  const plain = (name: string) => name.trim().toLowerCase();
  const found = known.find((region) => plain(region) === plain(text));
  if (found !== undefined) return found;
  throw new AppError(
    "input/unknown-region",
    `There is no region "${text}". Known: ${known.join("; ")}.`,
    { region: text, known },
  );
}

/** A page question back as the query that asks it; what is as without it is left out. */
export function pageParams({ places }: Study, { question, area, by, months }: PageQuestion) {
  const more: [string, string][] = [];
  if (by !== "cover") more.push(["by", by]);
  if (months !== ENDING_MONTHS) more.push(["months", String(months)]);
  if (area.kind === "region") more.push(["region", area.region]);
  if (area.kind === "place") more.push(["place", places[area.place]!.code]);
  return [...questionParams(question), ...more];
}

/** The query part of an address, question mark included. */
export const queryText = (params: readonly (readonly [string, string])[]): string =>
  params.length === 0
    ? ""
    : `?${params.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%20", "+")}`).join("&")}`;
