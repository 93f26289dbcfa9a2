import type { IsoDate } from "../core/units.ts";
import type { Db } from "./db.ts";
import { insertSql } from "./insert-sql.ts";

export type VersionKind = "load" | "import" | "repair" | "restore";
export type ItemChange = "added" | "changed" | "confirmed" | "removed" | "kept";

/** One change of the content: who made it, from what, when. */
export interface NewVersion {
  readonly kind: VersionKind;
  readonly madeAt: string;
  /** Empty is not recorded. */
  readonly who: string;
  readonly what: string;
  readonly source: string;
  readonly licence: string;
  /** When its source was read; `undefined` is not known. */
  readonly dateRead: IsoDate | undefined;
  /** The file's name without its folder; empty where there was none. */
  readonly file: string;
  readonly sha256: string;
  /** Id of the stored check report. */
  readonly check: number | undefined;
  readonly restores: number | undefined;
  /** Ids of the repairs that were accepted. */
  readonly repairs: readonly string[];
  readonly dataVersion: string;
}

export interface StoredVersion extends NewVersion {
  readonly id: number;
}

export interface VersionItem {
  readonly version: number;
  readonly kind: string;
  readonly item: string;
  readonly change: ItemChange;
}

interface VersionRow {
  readonly id: number;
  readonly kind: VersionKind;
  readonly made_at: string;
  readonly who: string;
  readonly what: string;
  readonly source: string;
  readonly licence: string;
  readonly date_read: IsoDate | null;
  readonly file: string;
  readonly sha256: string;
  readonly check_id: number | null;
  readonly restores: number | null;
  readonly repairs_json: string;
  readonly data_version: string;
}

/** The history of the content. Rows are added and never changed. */
export function versionTable(db: Db) {
  const insert = db.prepare<[Omit<VersionRow, "id">]>(
    insertSql("version", [
      "kind",
      "made_at",
      "who",
      "what",
      "source",
      "licence",
      "date_read",
      "file",
      "sha256",
      "check_id",
      "restores",
      "repairs_json",
      "data_version",
    ]),
  );
  const insertItem = db.prepare<[VersionItem & { state: Uint8Array | null }]>(
    `INSERT INTO version_item VALUES (@version, @kind, @item, @change, @state)
     ON CONFLICT DO NOTHING`,
  );
  const all = db.prepare<[], VersionRow>("SELECT * FROM version ORDER BY id");
  const byId = db.prepare<[number], VersionRow>("SELECT * FROM version WHERE id = ?");
  const newest = db.prepare<[], number>("SELECT max(id) FROM version").pluck();
  const items = db.prepare<[number], VersionItem>(
    `SELECT version_id AS version, kind, item, change FROM version_item
     WHERE version_id = ? ORDER BY kind, item`,
  );
  const ofItem = db.prepare<[string, string], VersionItem>(
    `SELECT version_id AS version, kind, item, change FROM version_item
     WHERE kind = ? AND item = ? ORDER BY version_id`,
  );
  const named = db.prepare<[string], VersionItem>(
    `SELECT version_id AS version, kind, item, change FROM version_item
     WHERE item = ? ORDER BY kind, version_id`,
  );
  // What a version only confirmed stands as it stood before.
  const stateAt = db.prepare<[string, string, number], { change: ItemChange; state: Uint8Array }>(
    `SELECT change, state FROM version_item
     WHERE kind = ? AND item = ? AND version_id <= ? AND change <> 'confirmed'
     ORDER BY version_id DESC LIMIT 1`,
  );
  const touched = db.prepare<[number], { kind: string; item: string }>(
    `SELECT DISTINCT kind, item FROM version_item
     WHERE version_id > ? AND change NOT IN ('kept', 'confirmed') ORDER BY kind, item`,
  );
  const confirmed = db.prepare<[], { item: string; on: string }>(
    `SELECT item, max(coalesce(date_read, substr(made_at, 1, 10))) AS "on"
     FROM version_item JOIN version ON version.id = version_id
     WHERE version_item.kind = 'initiative' AND version.kind = 'import'
       AND change IN ('added', 'changed', 'confirmed')
     GROUP BY item`,
  );
  return {
    /** @returns the version's number */
    add(version: NewVersion): number {
      const { lastInsertRowid } = insert.run({
        kind: version.kind,
        made_at: version.madeAt,
        who: version.who,
        what: version.what,
        source: version.source,
        licence: version.licence,
        date_read: version.dateRead ?? null,
        file: version.file,
        sha256: version.sha256,
        check_id: version.check ?? null,
        restores: version.restores ?? null,
        repairs_json: JSON.stringify(version.repairs),
        data_version: version.dataVersion,
      });
      return Number(lastInsertRowid);
    },
    addItem: (item: VersionItem, state: Uint8Array | undefined) =>
      void insertItem.run({ ...item, state: state ?? null }),
    all: () => all.all().map(toVersion),
    find(id: number): StoredVersion | undefined {
      const row = byId.get(id);
      return row && toVersion(row);
    },
    /** The number of the newest version; 0 where there is none. */
    newest: () => newest.get() ?? 0,
    items: (version: number) => items.all(version),
    ofItem: (kind: string, item: string) => ofItem.all(kind, item),
    /** Every version that concerns something of this id, of whatever kind. */
    named: (item: string) => named.all(item),
    /** How a thing stood right after a version; `undefined` where nothing was noted by then. */
    stateAt: (kind: string, item: string, version: number) => stateAt.get(kind, item, version),
    /** What was added, changed or removed after a version. */
    touchedAfter: (version: number) => touched.all(version),
    /** Initiative -> the last day on which an import gave or confirmed it. */
    lastConfirmed: (): ReadonlyMap<string, string> =>
      new Map(confirmed.all().map(({ item, on }) => [item, on])),
  };
}

const toVersion = (row: VersionRow): StoredVersion => ({
  id: row.id,
  kind: row.kind,
  madeAt: row.made_at,
  who: row.who,
  what: row.what,
  source: row.source,
  licence: row.licence,
  dateRead: row.date_read ?? undefined,
  file: row.file,
  sha256: row.sha256,
  check: row.check_id ?? undefined,
  restores: row.restores ?? undefined,
  repairs: JSON.parse(row.repairs_json),
  dataVersion: row.data_version,
});
