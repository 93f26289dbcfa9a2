/** The registry's files: what each column may hold, and the name it has in the store. */
import { z } from "zod";
import { STREAM_KINDS, STREAM_PARTS, STREAM_SCOPES } from "../../core/funding/model.ts";
import { CATEGORIES } from "../../core/model.ts";
import { SECTORS } from "../../core/partnership/model.ts";
import { AREA_DEFINITIONS } from "../../store/initiative.ts";
import { DISTRICT_SCHEMES } from "../../store/member-area.ts";
import {
  confidence,
  date,
  filled,
  financialYear,
  list,
  number,
  oneOf,
  optionalDate,
  optionalLastDay,
  optionalNumber,
  optionalShare,
  positive,
  text,
} from "./fields.ts";

export const programmeFile = z.object({
  code: filled,
  name: filled,
  category: oneOf(CATEGORIES),
  lead_department: text,
  department_line: text,
  administering_body: text,
  start_date: optionalDate,
  end_date: optionalLastDay,
  budget_gbp: optionalNumber,
  funding_year_basis: oneOf(["financial", "calendar", "academic", ""]),
  claim_frequency: text,
  payment_basis: text,
  output_measure: text,
  duration_years: optionalNumber,
  notes: text,
  confidence,
  source: text,
  claim_route: text,
  claim_offices: list,
  advance_share: optionalShare,
  match_rule: text,
  bidding: text,
  reporting: text,
  audit: text,
  existed: optionalNumber,
  existed_note: text,
  existed_source: text,
});

export const initiativeFile = z.object({
  id: filled,
  programme: filled,
  name: filled,
  round: text,
  start_date: optionalDate,
  end_date: optionalLastDay,
  budget_gbp: optionalNumber,
  accountable_body: text,
  region: text,
  area_definition: oneOf(AREA_DEFINITIONS),
  member_las: list,
  member_lad_codes: list,
  member_lad04_codes: list,
  member_wards: text,
  centroid_lat: optionalNumber,
  centroid_lon: optionalNumber,
  households_or_population: optionalNumber,
  population_basis: text,
  notes: text,
  confidence,
  source: text,
});

export const partnerFile = z.object({
  initiative_id: filled,
  organisation: filled,
  sector: oneOf(SECTORS),
  role: filled,
  confidence,
  source: text,
  notes: text,
});

export const streamFile = z.object({
  initiative_id: text,
  programme: filled,
  funder: filled,
  financial_year: financialYear,
  amount_gbp: number,
  kind: oneOf(STREAM_KINDS),
  confidence,
  source: text,
  notes: text,
  scope: oneOf(STREAM_SCOPES),
  line: text,
  part: oneOf(STREAM_PARTS),
});

export const aimFile = z.object({
  programme: filled,
  aim: filled,
  weight: oneOf(["primary", "secondary"]),
});

export const ruleChangeFile = z.object({
  date,
  programme: filled,
  what_changed: filled,
  confidence,
  source: text,
});

/** Spans of an initiative's life in which its outline was, or was not, its whole districts. */
export const boundaryVersionFile = z.object({
  initiative_id: filled,
  valid_from: optionalDate,
  valid_to: optionalLastDay,
  grade: oneOf(["composed", "located"]),
  definition: filled,
  confidence,
  source: text,
});

/** A point and a cited size, for an indicative boundary. */
export const indicationFile = z
  .object({
    initiative_id: filled,
    lon: number,
    lat: number,
    smallest_m2: positive,
    largest_m2: positive,
    citation: filled,
    confidence,
    source: text,
  })
  .refine(({ smallest_m2, largest_m2 }) => smallest_m2 <= largest_m2, {
    path: ["largest_m2"],
    message: "It must not be smaller than smallest_m2",
  });

export const districtFile = z.object({
  scheme: oneOf(DISTRICT_SCHEMES),
  code: filled,
  name: filled,
  country: oneOf(["England", "Wales", "Scotland"]),
  region: text,
});

export type ProgrammeLine = z.output<typeof programmeFile>;
export type InitiativeLine = z.output<typeof initiativeFile>;
export type PartnerLine = z.output<typeof partnerFile>;
export type StreamLine = z.output<typeof streamFile>;
export type AimLine = z.output<typeof aimFile>;
export type RuleChangeLine = z.output<typeof ruleChangeFile>;
export type BoundaryVersionLine = z.output<typeof boundaryVersionFile>;
export type IndicationLine = z.output<typeof indicationFile>;
export type DistrictLine = z.output<typeof districtFile>;
