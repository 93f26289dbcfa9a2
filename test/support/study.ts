/** Small studies written by hand: places, initiatives and cells without any polygon. */
import type {
  Category,
  Cell,
  Indication,
  Initiative,
  Outline,
  Place,
  Study,
} from "../../server/core/model.ts";
import { type IsoDate, pounds, squareMetres } from "../../server/core/units.ts";

const day = (text: string) => text as IsoDate;

export const place = (name: string, country = "England"): Place => ({
  code: name.toUpperCase(),
  name,
  region: "North East",
  country,
  area: squareMetres(100),
  lon: -1,
  lat: 54,
  bounds: [-1.1, 53.9, -0.9, 54.1],
});

interface InitiativeSketch {
  programme?: number;
  start?: string;
  end?: string;
  budget?: number;
  within?: number[];
  point?: { lon: number; lat: number };
  funders?: number[];
}

export const initiative = (id: string, sketch: InitiativeSketch = {}): Initiative => ({
  id,
  programme: sketch.programme ?? 0,
  name: id,
  round: "",
  start: sketch.start === undefined ? undefined : day(sketch.start),
  end: sketch.end === undefined ? undefined : day(sketch.end),
  budget: sketch.budget === undefined ? undefined : pounds(sketch.budget),
  accountableBody: `${id} Council`,
  confidence: "sourced",
  point: sketch.point,
  within: sketch.within ?? [],
  missing: [],
  funders: sketch.funders ?? [],
});

export const outline = (of: number, from?: string, to?: string): Outline => ({
  initiative: of,
  grade: "composed",
  accuracy: undefined,
  from: from === undefined ? undefined : day(from),
  to: to === undefined ? undefined : day(to),
});

/** A point and a size of 100 to 400 m², whose largest disc meets these cells. */
export const indication = (
  of: number,
  reaches: number[],
  span: { from?: string; to?: string } = {},
): Indication => ({
  initiative: of,
  lon: -1,
  lat: 54,
  from: span.from === undefined ? undefined : day(span.from),
  to: span.to === undefined ? undefined : day(span.to),
  smallest: squareMetres(100),
  largest: squareMetres(400),
  citation: "a report",
  reaches,
});

export const cell = (at: number, coveredBy: number[], area: number): Cell => ({
  place: at,
  coveredBy,
  area: squareMetres(area),
});

export const programme = (
  code: string,
  category: Category = "holistic",
  department = "DETR",
  end?: string,
): Study["programmes"][number] => ({
  code,
  name: `${code} programme`,
  category,
  department,
  start: undefined,
  end: end === undefined ? undefined : day(end),
  budget: undefined,
  held: 1,
  leadDepartment: department,
  longest: undefined,
  existed: 1,
  existedNote: "",
  aims: [],
  evidence: { confidence: "sourced", source: "a paper", notes: "", dateRead: undefined },
});

export const study = (parts: Partial<Study>): Study => ({
  dataVersion: "sha256:0",
  layer: {
    id: "toy",
    title: "Toy districts",
    vintage: "2000",
    grade: "composed",
    accuracy: undefined,
    attribution: "",
    licence: "",
  },
  programmes: [programme("P")],
  funders: [],
  initiatives: [],
  outlines: [],
  indications: [],
  places: [],
  cells: [],
  ruleChanges: [],
  ...parts,
});
