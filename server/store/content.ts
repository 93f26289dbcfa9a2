/** The content of the store as a whole: emptied before a load, hashed after it. */
import { createHash } from "node:crypto";
import type { Db } from "./db.ts";
import { STREAM_COLUMNS } from "./funding-stream.ts";
import { INITIATIVE_COLUMNS } from "./initiative.ts";
import { PROGRAMME_COLUMNS } from "./programme.ts";

interface ContentTable {
  readonly table: string;
  readonly rows?: string;
  /** Made after the first release: adds nothing while it is empty, so that older data versions stay. */
  readonly later?: true;
}

/**
 * Every content table, those that others refer to last, with its rows by natural keys: no row number
 * enters the data version, so it does not depend on the order of loading.
 */
export const CONTENT: readonly ContentTable[] = [
  { table: "carried_weight", rows: "SELECT * FROM carried_weight" },
  { table: "weight", rows: "SELECT * FROM weight" },
  { table: "weight_set", rows: "SELECT * FROM weight_set" },
  { table: "rule_change", rows: `SELECT date, programme_code, what, ${said()} FROM rule_change t` },
  {
    table: "programme_aim",
    rows: `SELECT programme_code, aim, weight, ${said()} FROM programme_aim t`,
  },
  {
    table: "target",
    rows: `SELECT body, topic, measure, value, by_date, ${said()} FROM target t`,
  },
  { table: "body_aim", rows: `SELECT body, aim, weight, ${said()} FROM body_aim t` },
  { table: "aim", rows: "SELECT * FROM aim" },
  {
    table: "seat",
    rows: `SELECT board_id, name, sector, kind, role, attendance, ${said()}
      FROM seat t JOIN partner ON partner.id = partner_id`,
  },
  {
    table: "board",
    rows: `SELECT id, name, case_id, initiative_id, place_code, meetings_a_year, ${said()}
      FROM board t`,
  },
  {
    table: "membership",
    rows: `SELECT initiative_id, name, sector, kind, role, attendance, ${said()}
      FROM membership t JOIN partner ON partner.id = partner_id`,
  },
  { table: "partner", rows: "SELECT name FROM partner" },
  {
    table: "stream_year",
    rows: `SELECT key, t.start_date, t.end_date, amount_pence, kind, basis, ${said()}
      FROM stream_year t JOIN funding_stream ON funding_stream.id = stream_id`,
  },
  {
    table: "funding_stream",
    rows: `SELECT ${STREAM_COLUMNS.join(", ")}, ${said()} FROM funding_stream t`,
  },
  {
    table: "budget",
    rows: `SELECT id, name, case_id, project, amount_pence, about, ${said()} FROM budget t`,
  },
  {
    table: "worked_case",
    rows: `SELECT id, title, place_name, place_code, watermark, not_said_json, ${said()}
      FROM worked_case t`,
  },
  {
    table: "indication",
    rows: `SELECT initiative_id, version, lon, lat, smallest_m2, largest_m2, citation
      FROM indication JOIN boundary ON boundary.id = boundary_id`,
  },
  // Boxes are made from geometry.
  { table: "boundary_box" },
  {
    table: "boundary",
    rows: `SELECT initiative_id, layer_id, code, version, valid_from, valid_to, grade, accuracy_m,
      definition, area_m2, geometry, ${said()}
      FROM boundary t LEFT JOIN reference_area ON reference_area.id = reference_area_id`,
  },
  {
    table: "area_district_code",
    rows: `SELECT layer_id, area.code AS area, scheme, t.code
      FROM area_district_code t JOIN reference_area area ON area.id = reference_area_id`,
  },
  {
    table: "reference_area",
    rows: "SELECT layer_id, code, name, region, country, lon, lat, bounds_json FROM reference_area",
  },
  { table: "reference_layer", rows: "SELECT * FROM reference_layer" },
  { table: "outline_member", rows: "SELECT * FROM outline_member", later: true },
  { table: "missing_member", rows: "SELECT * FROM missing_member" },
  { table: "member_area", rows: "SELECT * FROM member_area" },
  {
    table: "initiative",
    rows: `SELECT ${INITIATIVE_COLUMNS.join(", ")}, ${said()} FROM initiative t`,
  },
  {
    table: "programme",
    rows: `SELECT ${PROGRAMME_COLUMNS.join(", ")}, ${said()} FROM programme t`,
  },
  // Evidence has no life of its own: it enters with the rows that refer to it.
  { table: "evidence" },
];

/** Tables of results: made from content, emptied with it, not part of the data version. */
export const RESULTS = [
  "fit_analysis",
  "small_area_piece",
  "small_area_cover",
  "small_area_analysis",
  "pair",
  "cell_source",
  "cell",
  "cell_box",
  "analysis_source",
  "analysis",
];

/** Results that hang on the files of layers alone: an import leaves them, a load empties them. */
export const BY_FILES = ["upper_tier_analysis"];

/** Tables of what was answered from earlier data: a load leaves them alone. */
export const KEPT = ["kept_study"];

/** What changed the content, and how things stood before: never emptied, not part of the data version. */
export const HISTORY = [
  "version_item",
  "version",
  "check_drawing",
  "check_report",
  "kept_geometry",
];

/** Empty every table of content and results. For use inside a transaction. */
export function clearStore(db: Db): void {
  clearResults(db);
  for (const table of BY_FILES) db.exec(`DELETE FROM ${table}`);
  for (const { table } of CONTENT) db.exec(`DELETE FROM ${table}`);
}

/** Empty the results, which the content no longer bears out. For use inside a transaction. */
export function clearResults(db: Db): void {
  for (const table of RESULTS) db.exec(`DELETE FROM ${table}`);
}

/**
 * The hash of all content: the same on every machine and for every order of loading.
 *
 * @returns `sha256:` and 64 hexadecimal digits
 */
export function dataVersion(db: Db): string {
  const whole = createHash("sha256");
  for (const { table, rows, later } of CONTENT) {
    if (!rows) continue;
    const lines = linesOf(db, rows);
    if (later && lines.length === 0) continue;
    whole.update(`${table}\n${hashOfLines(lines)}\n`);
  }
  return `sha256:${whole.digest("hex")}`;
}

function linesOf(db: Db, sql: string): string[] {
  const lines: string[] = [];
  for (const row of db.prepare<[], unknown[]>(sql).raw().iterate()) {
    lines.push(JSON.stringify(row.map(plain)));
  }
  return lines;
}

function hashOfLines(lines: string[]): string {
  const hash = createHash("sha256");
  for (const line of lines.sort()) hash.update(line).update("\n");
  return hash.digest("hex");
}

const plain = (value: unknown) =>
  value instanceof Uint8Array ? createHash("sha256").update(value).digest("hex") : value;

function said(): string {
  return `(SELECT json_array(confidence, source, notes, date_read) FROM evidence
    WHERE evidence.id = t.evidence_id) AS said`;
}
