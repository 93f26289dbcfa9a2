import { deflateSync, inflateSync } from "node:zlib";
import type { Db } from "./db.ts";

export interface NewCheckReport {
  readonly checkedAt: string;
  readonly file: string;
  readonly sha256: string;
  /** How many kinds of problem it has. */
  readonly problems: number;
  readonly verdict: CheckVerdict;
  /** A plain value; its shape is the contract's. */
  readonly report: unknown;
}

/** What was found, in numbers. */
export interface CheckVerdict {
  readonly features: number;
  /** Kinds of problem by what to do about them. */
  readonly decide: number;
  readonly repairable: number;
  readonly note: number;
  /** Repairs proposed. */
  readonly proposals: number;
}

export interface StoredCheck extends Omit<NewCheckReport, "report" | "verdict"> {
  readonly id: number;
  /** `undefined` for a report from before it was kept apart. */
  readonly verdict: CheckVerdict | undefined;
  /** Who took the file in, and where it was said to come from; empty is not recorded. */
  readonly who: string;
  readonly source: string;
  /** Ids of the repairs that were accepted. */
  readonly accepted: readonly string[];
  /** Versions that rest on it. */
  readonly versions: readonly number[];
}

interface CheckRow {
  readonly id: number;
  readonly checked_at: string;
  readonly file: string;
  readonly sha256: string;
  readonly problems: number;
  readonly verdict_json: string | null;
  readonly versions_json: string;
  readonly who: string | null;
  readonly source: string | null;
  readonly accepted_json: string | null;
}

const FIRST = "FROM version WHERE check_id = check_report.id ORDER BY id LIMIT 1";
const HEAD = `SELECT id, checked_at, file, sha256, problems, verdict_json,
  (SELECT json_group_array(version.id) FROM version WHERE check_id = check_report.id)
    AS versions_json,
  (SELECT who ${FIRST}) AS who,
  (SELECT source ${FIRST}) AS source,
  (SELECT repairs_json FROM version WHERE check_id = check_report.id AND kind = 'repair')
    AS accepted_json
  FROM check_report`;

/** Reports of the files that were taken in, newest first. */
export function checkReportTable(db: Db) {
  const insert = db.prepare<[string, string, string, number, string, Uint8Array]>(
    `INSERT INTO check_report (checked_at, file, sha256, problems, verdict_json, report)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const insertDrawing = db.prepare<[number, number, string]>(
    "INSERT INTO check_drawing VALUES (?, ?, ?)",
  );
  const drawings = db.prepare<[number], { feature: number; sha256: string }>(
    "SELECT feature, sha256 FROM check_drawing WHERE check_id = ? ORDER BY feature",
  );
  const all = db.prepare<[], CheckRow>(`${HEAD} ORDER BY id DESC`);
  const byId = db.prepare<[number], CheckRow>(`${HEAD} WHERE id = ?`);
  const report = db
    .prepare<[number], Uint8Array>("SELECT report FROM check_report WHERE id = ?")
    .pluck();
  return {
    /** @returns the report's id */
    add({ checkedAt, file, sha256, problems, verdict, report: value }: NewCheckReport): number {
      const packed = deflateSync(JSON.stringify(value));
      const counted = JSON.stringify(verdict);
      const { lastInsertRowid } = insert.run(checkedAt, file, sha256, problems, counted, packed);
      return Number(lastInsertRowid);
    },
    /** @param drawn hash of the kept geometry that the feature came in with; features from 1 */
    addDrawing: (check: number, feature: number, drawn: string) =>
      void insertDrawing.run(check, feature, drawn),
    /** Feature, from 1 -> hash of the geometry that it came in with. */
    drawings: (check: number): ReadonlyMap<number, string> =>
      new Map(drawings.all(check).map(({ feature, sha256 }) => [feature, sha256])),
    all: () => all.all().map(toCheck),
    find(id: number): StoredCheck | undefined {
      const row = byId.get(id);
      return row && toCheck(row);
    },
    /** The report as it was stored; `undefined` where there is none. */
    report(id: number): unknown {
      const packed = report.get(id);
      return packed && JSON.parse(inflateSync(packed).toString("utf8"));
    },
  };
}

const toCheck = (row: CheckRow): StoredCheck => ({
  id: row.id,
  checkedAt: row.checked_at,
  file: row.file,
  sha256: row.sha256,
  problems: row.problems,
  verdict: row.verdict_json === null ? undefined : JSON.parse(row.verdict_json),
  versions: JSON.parse(row.versions_json),
  who: row.who ?? "",
  source: row.source ?? "",
  accepted: JSON.parse(row.accepted_json ?? "[]"),
});
