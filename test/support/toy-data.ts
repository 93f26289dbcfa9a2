/**
 * Four districts in a square near Leeds and a handful of initiatives, through the real loader: small
 * enough to check by hand, and apart from the bundled data, so that goldens stay as they are.
 *
 *   T3 | T4     HAZ-01 covers T1 and T2 (1998 to 2003), EZ-01 covers T2 and T4 (2000 to 2005),
 *   ---+---     NDC-01 is a disc within T1 (1999 to 2010), SRB-01 lies in T3 and has no date.
 *   T1 | T2
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { analyseStudy } from "../../server/analysis/analyse-study.ts";
import { load } from "../../server/ingest/load.ts";
import { openDb } from "../../server/store/db.ts";

type Row = Record<string, string | number>;

const PROGRAMME = {
  administering_body: "",
  end_date: "",
  budget_gbp: "",
  funding_year_basis: "financial",
  claim_frequency: "quarterly",
  payment_basis: "arrears",
  output_measure: "",
  duration_years: "",
  notes: "",
  confidence: "sourced",
  source: "a paper",
  claim_route: "",
  claim_offices: "",
  advance_share: "",
  match_rule: "",
  bidding: "",
  reporting: "",
  audit: "",
  existed: 1,
  existed_note: "",
  existed_source: "",
};
const INITIATIVE = {
  round: "",
  start_date: "",
  end_date: "",
  budget_gbp: "",
  region: "Yorkshire and the Humber",
  area_definition: "la_set",
  member_las: "",
  member_lad_codes: "",
  member_lad04_codes: "",
  member_wards: "",
  centroid_lat: "",
  centroid_lon: "",
  households_or_population: "",
  population_basis: "",
  notes: "",
  confidence: "sourced",
  source: "a paper",
};
const STREAM = { notes: "", scope: "initiative", line: "", part: "whole" };

const SAID = { confidence: "sourced", source: "a paper" };

const TABLES: Record<string, { columns?: string[]; rows: Row[] }> = {
  programmes: {
    rows: [
      {
        code: "HAZ",
        name: "Health Action Zones",
        category: "partnership",
        lead_department: "Department of Health",
        department_line: "Department of Health",
        start_date: "1998-04-01",
        ...PROGRAMME,
        existed: 2,
        existed_note: "two zones",
      },
      {
        code: "EZ",
        name: "Employment Zones",
        category: "theme",
        lead_department: "DfEE, then DWP",
        department_line: "DfEE, then DWP",
        start_date: "2000-04-03",
        ...PROGRAMME,
      },
      {
        code: "NDC",
        name: "New Deal for Communities",
        category: "holistic",
        lead_department: "DETR",
        department_line: "DETR",
        start_date: "1999-04-01",
        ...PROGRAMME,
      },
      {
        code: "SRB",
        name: "Single Regeneration Budget",
        category: "holistic",
        lead_department: "DETR",
        department_line: "DETR",
        start_date: "1995-04-01",
        ...PROGRAMME,
      },
    ],
  },
  initiatives: {
    rows: [
      {
        id: "HAZ-01",
        programme: "HAZ",
        name: "=Leeds",
        accountable_body: "Leeds Health Authority",
        ...INITIATIVE,
        start_date: "1998-04-01",
        end_date: "2003-03-31",
        budget_gbp: 1_000_000,
        notes: "End date recalled.",
        member_las: "South West;South East",
        member_lad04_codes: "T1;T2",
      },
      {
        id: "EZ-01",
        programme: "EZ",
        name: "East Leeds",
        accountable_body: "A contractor",
        ...INITIATIVE,
        start_date: "2000-04-03",
        end_date: "2005-03-31",
        member_las: "South East;North East",
        member_lad04_codes: "T2;T4",
      },
      {
        id: "NDC-01",
        programme: "NDC",
        name: "Beeston",
        accountable_body: "Leeds City Council",
        ...INITIATIVE,
        start_date: "1999-04-01",
        end_date: "2010-03-31",
        area_definition: "neighbourhood",
        member_las: "South West",
        member_lad04_codes: "T1",
      },
      {
        id: "SRB-01",
        programme: "SRB",
        name: "Harehills",
        accountable_body: "Leeds City Council",
        ...INITIATIVE,
        area_definition: "neighbourhood",
        member_las: "North West",
        member_lad04_codes: "T3",
        confidence: "recalled",
        source: "",
      },
    ],
  },
  streams: {
    rows: [
      {
        initiative_id: "HAZ-01",
        programme: "HAZ",
        funder: "Department of Health",
        financial_year: "2000-01",
        amount_gbp: 250_000,
        kind: "allocation",
        ...SAID,
        ...STREAM,
      },
      {
        initiative_id: "HAZ-01",
        programme: "HAZ",
        funder: "Department of Health",
        financial_year: "2000-01",
        amount_gbp: 200_000,
        kind: "spend",
        ...SAID,
        ...STREAM,
      },
    ],
  },
  partners: {
    rows: [
      {
        initiative_id: "HAZ-01",
        organisation: "Leeds Council",
        sector: "local_authority",
        role: "member authority",
        ...SAID,
        notes: "",
      },
    ],
  },
  aims: { rows: [{ programme: "HAZ", aim: "health", weight: "primary" }] },
  rules_changes: {
    rows: [{ date: "2000-01-01", programme: "HAZ", what_changed: "A rule changed.", ...SAID }],
  },
  boundary_versions: {
    columns: [
      "initiative_id",
      "valid_from",
      "valid_to",
      "grade",
      "definition",
      "confidence",
      "source",
    ],
    rows: [],
  },
  indications: {
    rows: [
      {
        initiative_id: "NDC-01",
        lon: -1.55,
        lat: 53.75,
        smallest_m2: 1_000_000,
        largest_m2: 4_000_000,
        citation: "a size",
        ...SAID,
      },
    ],
  },
  districts: {
    rows: [
      ["T1", "South West"],
      ["T2", "South East"],
      ["T3", "North West"],
      ["T4", "North East"],
    ].map(([code, name]) => ({
      scheme: "lad04",
      code: code!,
      name: name!,
      country: "England",
      region: "Yorkshire and the Humber",
    })),
  },
};

/** South-west corner of each district; each is a tenth of a degree wide and high. */
const CORNERS: Record<string, readonly [number, number]> = {
  T1: [-1.6, 53.7],
  T2: [-1.5, 53.7],
  T3: [-1.6, 53.8],
  T4: [-1.5, 53.8],
};

const NAMES = new Map(TABLES.districts!.rows.map(({ code, name }) => [code, name]));

function districtsGeojson(): string {
  const features = Object.entries(CORNERS).map(([code, [west, south]]) => {
    const [east, north] = [Number((west + 0.1).toFixed(1)), Number((south + 0.1).toFixed(1))];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const geometry = { type: "Polygon", coordinates: [ring] };
    return { type: "Feature", properties: { CODE: code, NAME: NAMES.get(code) }, geometry };
  });
  return JSON.stringify({ type: "FeatureCollection", features });
}

const MANIFEST = {
  layers: [
    {
      file: "districts.geojson",
      id: "toy",
      title: "Toy districts",
      vintage: "2000",
      code: "CODE",
      name: "NAME",
      accuracy_m: 20,
      attribution: "Drawn by hand.",
      licence: "None",
      role: "places",
      districts: "lad04",
      country: "England",
    },
  ],
};

export interface ToyData {
  readonly folder: string;
  readonly registryDir: string;
  readonly boundariesDir: string;
  /** Its boundary file and manifest, as text. */
  readonly districts: string;
  readonly manifest: string;
  /** A database that holds it, analysed. */
  readonly db: string;
  readonly remove: () => void;
}

/** Write the toy data to a new folder and load it. */
export async function toyData(): Promise<ToyData> {
  const folder = mkdtempSync(join(tmpdir(), "patchwork-toy-"));
  const registryDir = join(folder, "registry");
  const boundariesDir = join(folder, "boundaries");
  mkdirSync(registryDir);
  mkdirSync(boundariesDir);
  for (const [name, { columns, rows }] of Object.entries(TABLES)) {
    const text = stringify(rows, { header: true, ...(columns ? { columns } : {}) });
    writeFileSync(join(registryDir, `${name}.csv`), text);
  }
  writeFileSync(join(boundariesDir, "districts.geojson"), districtsGeojson());
  writeFileSync(join(boundariesDir, "manifest.json"), JSON.stringify(MANIFEST));
  const path = join(folder, "toy.db");
  const db = openDb(path);
  const now = new Date("2026-01-02T03:04:05Z");
  await load(db, { registryDir, boundariesDir, referenceDir: folder, now });
  analyseStudy(db);
  db.close();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const [districts, manifest] = [districtsGeojson(), JSON.stringify(MANIFEST)];
  return { folder, registryDir, boundariesDir, districts, manifest, db: path, remove };
}
