/** The words of the vocabulary: categories, grades, ways of being there, regions, sectors. */

import type { FitMatrixReply } from "../../server/contract/fit-matrix.ts";
import type { Presence } from "../../server/core/hotspots/stack.ts";
import type { Category, Grade } from "../../server/core/model.ts";
import { capital } from "../format.ts";

type Verdict = FitMatrixReply["bodies"][number]["cells"][number];
type FitClass = NonNullable<Verdict["class"]>;
type FitCause = NonNullable<Verdict["cause"]>;

export const CATEGORY_WORDS: Record<Category, string> = {
  holistic: "Holistic",
  theme: "Functional theme",
  client: "Client-based",
  partnership: "Overarching partnership",
};

export const GRADE_WORDS: Record<Grade, string> = {
  surveyed: "surveyed outline",
  composed: "composed of whole areas",
  generalised: "generalised outline",
  indicative: "indicative: a point and a cited size",
  located: "located: outline unknown",
};

/** After a count: how those initiatives' ground is known. */
export const GROUND_WORDS: Record<Grade, string> = {
  surveyed: "outline surveyed",
  composed: "drawn from whole areas",
  generalised: "outline approximate",
  indicative: "size cited, no outline",
  located: "district known only",
};

export const PRESENCE_WORDS: Record<Presence, string> = {
  covers: "Cover the whole place",
  touches: "Cover part of the place",
  within: "Somewhere within, outline unknown",
  undated: "Undated, so not counted",
};

const REGION_SHORT: Record<string, string> = {
  "Yorkshire and the Humber": "Yorks and Humber",
};

/** A region's name where there is little room. */
export const regionShort = (region: string) => REGION_SHORT[region] ?? region;

/** A term of the controlled list of aims as people say it. */
export const aimWord = (aim: string) => capital(aim.replaceAll("_", " "));

/** In a sentence: "the North East", "Yorkshire and the Humber". */
export const regionInText = (region: string) =>
  /^(North|South|East|West)\b/.test(region) ? `the ${region}` : region;

/** How an outline stands to a reference area; `whole` is how many areas it holds whole. */
export const FIT_WORDS: Record<FitClass, (whole: number) => string> = {
  identical: () => "identical to",
  near: () => "near to",
  almost: () => "almost",
  inside: () => "inside",
  holds: (whole) => `holds ${whole === 1 ? "" : `${whole}, most like `}`.trim(),
  partial: () => "shares part with",
  touching: () => "touches",
  disjoint: () => "apart from",
};

export const FIT_MARKS: Record<FitClass, string> = {
  identical: "=",
  near: "≃",
  almost: "≈",
  inside: "⊂",
  holds: "⊃",
  partial: "∩",
  touching: "|",
  disjoint: "∅",
};

export const CAUSE_WORDS: Record<FitCause, string> = {
  shift: "one boundary lies off the other by one vector",
  generalisation: "two drawings of the same line",
  coast: "coast or tidal water",
  vintage: "the reference changed between two vintages",
  real: "a real difference",
};

/** A partner's sector as people say it. */
export const sectorWord = (sector: string) =>
  sector === "rda" ? "regional development agency" : sector.replaceAll("_", " ");
