import type { Certificate, Repair } from "../core/overlay/model.ts";
import type { Location } from "../core/weights/locate.ts";
import { type Db, withStoreErrors } from "./db.ts";
import { groupBy } from "./group-by.ts";
import { insertSql } from "./insert-sql.ts";

/** Ground of one small area in one place under exactly one set of outlines. */
export interface StoredPiece {
  /** Ids of the reference areas; the place is `null` outside every place. */
  readonly smallArea: number;
  readonly place: number | null;
  /** Ids of the boundaries that cover it, ascending. */
  readonly coveredBy: readonly number[];
  /** Square metres. */
  readonly area: number;
  readonly point: Location;
}

interface Head {
  readonly key: string;
  readonly dataVersion: string;
  readonly layer: string;
  readonly certificate: Certificate;
  /** `source` counts outlines by initiative, then places, then small areas, each by code. */
  readonly repairs: readonly Repair[];
}

export interface NewSmallAreaAnalysis extends Head {
  readonly pieces: readonly StoredPiece[];
}

export interface SmallAreaAnalysis extends Head {
  readonly id: number;
}

interface HeadRow {
  readonly id: number;
  readonly key: string;
  readonly data_version: string;
  readonly layer_id: string;
  readonly certificate_json: string;
  readonly repairs_json: string;
}

type PieceRow = Omit<StoredPiece, "coveredBy"> & { readonly cover: number };

/** The small areas cut by outlines and places, by content hash. */
export function smallAreaTable(db: Db) {
  const byKey = db.prepare<[string], HeadRow>("SELECT * FROM small_area_analysis WHERE key = ?");
  const covers = db.prepare<[number], { cover: number; boundary: number }>(
    `SELECT cover, boundary_id AS boundary FROM small_area_cover
     WHERE analysis_id = ? ORDER BY cover, boundary_id`,
  );
  const pieces = db.prepare<[number], PieceRow>(
    `SELECT reference_area_id AS smallArea, place_id AS place, cover, area_m2 AS area, point
     FROM small_area_piece WHERE analysis_id = ? ORDER BY position`,
  );
  return {
    /** Write an analysis with its pieces, unless another process has done so. */
    add(analysis: NewSmallAreaAnalysis): void {
      withStoreErrors(db, () =>
        db
          .transaction(() => {
            if (!byKey.get(analysis.key)) write(db, analysis);
          })
          .immediate(),
      );
    },
    find(key: string): SmallAreaAnalysis | undefined {
      const row = byKey.get(key);
      if (!row) return undefined;
      const { id, data_version: dataVersion, layer_id: layer } = row;
      const certificate: Certificate = JSON.parse(row.certificate_json);
      const repairs: Repair[] = JSON.parse(row.repairs_json);
      return { id, key, dataVersion, layer, certificate, repairs };
    },
    pieces(id: number): StoredPiece[] {
      const sets = groupBy(covers.all(id), ({ cover }) => cover);
      const boundaries = new Map(
        [...sets].map(([cover, rows]) => [cover, rows.map(({ boundary }) => boundary)]),
      );
      return pieces
        .all(id)
        .map(({ cover, ...piece }) => ({ ...piece, coveredBy: boundaries.get(cover) ?? [] }));
    },
  };
}

function write(db: Db, analysis: NewSmallAreaAnalysis): void {
  const { key, dataVersion, layer, certificate, repairs, pieces } = analysis;
  const insert = db.prepare<[object]>(
    insertSql("small_area_analysis", [
      "key",
      "data_version",
      "layer_id",
      "certificate_json",
      "repairs_json",
    ]),
  );
  const insertCover = db.prepare("INSERT INTO small_area_cover VALUES (?, ?, ?)");
  const insertPiece = db.prepare("INSERT INTO small_area_piece VALUES (?, ?, ?, ?, ?, ?, ?)");
  const head = { key, data_version: dataVersion, layer_id: layer };
  const { lastInsertRowid: id } = insert.run({
    ...head,
    certificate_json: JSON.stringify(certificate),
    repairs_json: JSON.stringify(repairs),
  });
  const covers = new Map<string, number>([["", 0]]);
  pieces.forEach(({ smallArea, place, coveredBy, area, point }, position) => {
    const set = coveredBy.join();
    let cover = covers.get(set);
    if (cover === undefined) {
      cover = covers.size;
      covers.set(set, cover);
      for (const boundary of coveredBy) insertCover.run(id, cover, boundary);
    }
    insertPiece.run(id, position, smallArea, place, cover, area, point);
  });
}
