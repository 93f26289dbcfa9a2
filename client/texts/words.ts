/** The words of the vocabulary: categories, grades, ways of being there, regions, sectors. */

import type { FitMatrixReply } from "../../server/contract/fit-matrix.ts";
import type { InitiativeReply } from "../../server/contract/replies.ts";
import type { Presence } from "../../server/core/hotspots/stack.ts";
import type { Category, Grade } from "../../server/core/model.ts";
import { capital } from "../format.ts";

type Sector = InitiativeReply["partners"][number]["sector"];
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

/** The likely cause of a mismatch, after "Likely cause:". */
export const CAUSE_WORDS: Record<FitCause, string> = {
  shift: "one boundary lies off the other by the same distance and direction throughout",
  generalisation: "two drawings of the same line",
  coast: "coast or tidal water",
  vintage: "the area changed between two vintages",
  real: "a real difference",
};

/** A partner's sector as people say it, also before "bodies". */
export const SECTOR_WORDS: Record<Sector, string> = {
  local_authority: "local authority",
  education: "education",
  health: "health",
  police: "police",
  employment: "employment",
  business: "business",
  voluntary: "voluntary",
  community: "community",
  government_office: "government office",
  rda: "regional development agency",
  faith: "faith",
  other: "other",
};
