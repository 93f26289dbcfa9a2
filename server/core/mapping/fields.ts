import { readAmount } from "../check/read-amount.ts";
import { readDate } from "../check/read-date.ts";

/** A field of ours that a column of a file may hold. */
export interface TargetField {
  readonly id: string;
  readonly meaning: string;
  /** Headings that people give it, in small letters, words apart by spaces. */
  readonly headings: readonly string[];
  /** Whether a filled cell can be such a value; every cell can where it is left out. */
  readonly fits?: (value: unknown) => boolean;
}

const isNumber = (low: number, high: number) => (value: unknown) => {
  const number = typeof value === "number" ? value : Number(value);
  return value !== "" && number >= low && number <= high;
};

const isOneOf =
  (...words: readonly string[]) =>
  (value: unknown) =>
    words.includes(String(value));

/** What an initiative's row may say. */
export const INITIATIVE_FIELDS = [
  {
    id: "id",
    meaning: "the initiative's id, which stays the same from file to file",
    headings: ["id", "initiative id", "identifier", "reference", "ref", "code", "scheme id"],
  },
  {
    id: "name",
    meaning: "what people call it",
    headings: ["name", "initiative", "title", "scheme", "scheme name", "zone", "project", "area"],
  },
  {
    id: "start_date",
    meaning: "its first day",
    headings: ["start date", "start", "from", "began", "begins", "date started", "valid from"],
    fits: (value) => readDate(value) !== undefined,
  },
  {
    id: "end_date",
    meaning: "its last day",
    headings: ["last day", "end date", "end", "to", "until", "ended", "ends", "finish", "valid to"],
    fits: (value) => readDate(value) !== undefined,
  },
  {
    id: "boundary_from",
    meaning: "the first day on which the outline in this row holds",
    headings: ["boundary from", "outline from", "boundary start", "boundary valid from"],
    fits: (value) => readDate(value) !== undefined,
  },
  {
    id: "boundary_to",
    meaning: "the last day on which it holds",
    headings: ["boundary to", "outline to", "boundary end", "boundary valid to"],
    fits: (value) => readDate(value) !== undefined,
  },
  {
    id: "budget_gbp",
    meaning: "its whole budget in pounds",
    headings: ["budget gbp", "budget", "amount", "award", "grant", "value", "total", "funding"],
    fits: (value) => readAmount(value) !== undefined,
  },
  {
    id: "accountable_body",
    meaning: "who answers for the money",
    headings: ["accountable body", "lead body", "organisation", "lead partner", "recipient"],
  },
  { id: "round", meaning: "the round or wave", headings: ["round", "wave", "phase", "tranche"] },
  { id: "region", meaning: "the region", headings: ["region", "region name", "government office"] },
  { id: "notes", meaning: "what a reader should know", headings: ["notes", "note", "comments"] },
  {
    id: "confidence",
    meaning: "sourced where a document was read, else recalled",
    headings: ["confidence"],
    fits: isOneOf("sourced", "recalled"),
  },
  {
    id: "grade",
    meaning: "how the outline is known",
    headings: ["grade", "boundary grade"],
    fits: isOneOf("surveyed", "composed", "generalised", "indicative", "located"),
  },
  { id: "source", meaning: "the document that says so", headings: ["source", "evidence", "cite"] },
  {
    id: "lon",
    meaning: "longitude of an approximate point",
    headings: ["lon", "longitude", "long", "centroid lon"],
    fits: isNumber(-180, 180),
  },
  {
    id: "lat",
    meaning: "latitude of an approximate point",
    headings: ["lat", "latitude", "centroid lat"],
    fits: isNumber(-90, 90),
  },
  {
    id: "area_code",
    meaning: "the code of an area that it is made of",
    headings: ["area code", "ward code", "lsoa code", "district code", "la code", "gss code"],
  },
  {
    id: "area_name",
    meaning: "the name of an area that it is made of",
    headings: ["area name", "ward", "ward name", "lsoa", "district", "local authority", "lad"],
  },
] as const satisfies readonly TargetField[];

/** What an area of a reference layer may say. */
export const AREA_FIELDS = [
  {
    id: "code",
    meaning: "the area's code",
    headings: ["code", "area code", "id", "gss code", "ref"],
  },
  { id: "name", meaning: "the area's name", headings: ["name", "area name", "label", "title"] },
] as const satisfies readonly TargetField[];

/** What a row of weights may say. */
export const WEIGHT_FIELDS = [
  {
    id: "code",
    meaning: "the area's code",
    headings: ["code", "area code", "lsoa code", "ward code", "lad code", "gss code"],
  },
  {
    id: "value",
    meaning: "people, or a score",
    headings: ["value", "population", "people", "score", "households", "count", "imd score"],
    fits: (value) => Number.isFinite(Number(String(value).replaceAll(",", ""))),
  },
] as const satisfies readonly TargetField[];
