import { deflateSync, inflateSync } from "node:zlib";
import type { Db } from "./db.ts";

export interface NewCheckReport {
  readonly checkedAt: string;
  readonly file: string;
  readonly sha256: string;
  /** How many kinds of problem it has. */
  readonly problems: number;
  /** A plain value; its shape is the contract's. */
  readonly report: unknown;
}

export interface StoredCheck extends Omit<NewCheckReport, "report"> {
  readonly id: number;
  /** Versions that rest on it. */
  readonly versions: readonly number[];
}

interface CheckRow {
  readonly id: number;
  readonly checked_at: string;
  readonly file: string;
  readonly sha256: string;
  readonly problems: number;
  readonly versions_json: string;
}

const HEAD = `SELECT id, checked_at, file, sha256, problems,
  (SELECT json_group_array(version.id) FROM version WHERE check_id = check_report.id)
    AS versions_json
  FROM check_report`;

/** Reports of the files that were taken in, newest first. */
export function checkReportTable(db: Db) {
  const insert = db.prepare<[string, string, string, number, Uint8Array]>(
    "INSERT INTO check_report (checked_at, file, sha256, problems, report) VALUES (?, ?, ?, ?, ?)",
  );
  const all = db.prepare<[], CheckRow>(`${HEAD} ORDER BY id DESC`);
  const byId = db.prepare<[number], CheckRow>(`${HEAD} WHERE id = ?`);
  const report = db
    .prepare<[number], Uint8Array>("SELECT report FROM check_report WHERE id = ?")
    .pluck();
  return {
    /** @returns the report's id */
    add({ checkedAt, file, sha256, problems, report: value }: NewCheckReport): number {
      const packed = deflateSync(JSON.stringify(value));
      return Number(insert.run(checkedAt, file, sha256, problems, packed).lastInsertRowid);
    },
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
  versions: JSON.parse(row.versions_json),
});
