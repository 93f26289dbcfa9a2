/** Rows for the tests of the store. */
import type { Evidence } from "../../server/core/model.ts";
import { isoDate, metres } from "../../server/core/units.ts";
import type { NewBoundary } from "../../server/store/boundary.ts";
import { drawingOf } from "../../server/store/drawing.ts";

export const said: Evidence = {
  confidence: "sourced",
  source: "a document",
  notes: "a note",
  dateRead: isoDate("2026-01-02"),
};
export const date = (text: string) => isoDate(text)!;
export const programme = (code: string) => ({
  code,
  name: `Programme ${code}`,
  category: "theme" as const,
  department: "A department",
  lead_department: "A department, then another",
  administering_body: "",
  start_date: date("1998-04-01"),
  end_date: null,
  budget_gbp: 5,
  funding_year_basis: "calendar" as const,
  claim_frequency: "quarterly",
  payment_basis: "",
  output_measure: "",
  duration_years: null,
  claim_route: "",
  claim_offices: [],
  advance_share: 0,
  match_rule: "",
  bidding: "",
  reporting: "",
  audit: "",
  existed: null,
  existed_note: "not found",
  existed_source: "",
  evidence: said,
});
export const initiative = (id: string) => ({
  id,
  programme_code: "P",
  name: `Initiative ${id}`,
  round: "round 1",
  start_date: date("1998-04-01"),
  end_date: date("2003-04-01"),
  budget_gbp: null,
  accountable_body: "A council",
  region: "London",
  area_definition: "la_set" as const,
  member_wards: "",
  lon: null,
  lat: null,
  people: 100,
  people_basis: "stated",
  evidence: said,
});

/** A square of `side` metres with its lower left corner at (x, y) metres. */
export function square(x: number, y: number, side: number) {
  const [w, s, e, n] = [x * 1000, y * 1000, (x + side) * 1000, (y + side) * 1000];
  const shapes = {
    count: 1,
    polygonShape: Int32Array.of(0),
    polygonRing: Int32Array.of(0, 1),
    ringVertex: Int32Array.of(0, 4),
    xy: Int32Array.of(w, s, e, s, e, n, w, n),
  };
  return drawingOf(shapes, [0], side * side);
}

export const layer = {
  id: "districts",
  title: "Districts",
  vintage: "2004",
  grade: "surveyed" as const,
  accuracy: metres(20),
  attribution: "",
  licence: "",
  role: "places" as const,
  file: "districts.geojson",
  sha256: "0",
  scheme: "",
};
export const area = (code: string) => ({
  layer_id: "districts",
  code,
  name: `Area ${code}`,
  region: "London",
  country: "England",
  lon: -0.1,
  lat: 51.5,
  bounds: [-0.2, 51.4, 0, 51.6] as const,
  districts: [{ scheme: "lad04" as const, code }],
});
export const outline = (owner: NewBoundary["owner"], drawn: NewBoundary["drawn"]): NewBoundary => ({
  owner,
  version: 1,
  from: undefined,
  to: undefined,
  grade: drawn ? "composed" : "located",
  accuracy: undefined,
  definition: "whole districts",
  drawn,
  indication: undefined,
  evidence: said,
});
