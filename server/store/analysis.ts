import type { Certificate, Repair } from "../core/overlay/model.ts";
import { type Db, withStoreErrors } from "./db.ts";
import type { MetreBox } from "./drawing.ts";
import { groupBy } from "./group-by.ts";
import { insertSql } from "./insert-sql.ts";

/** study: all outlines of all time with the places. question: the outlines alive on a date. */
export type AnalysisKind = "study" | "question";

/** A date slider asks many questions: the oldest answers make room for new ones. */
export const KEPT_QUESTIONS = 64;

interface AnalysisHead {
  /** The content hash of data version, question and engine. */
  readonly key: string;
  readonly kind: AnalysisKind;
  readonly dataVersion: string;
  readonly question: unknown;
  readonly certificate: Certificate;
  /** `source` counts in the order of the analysis's sources. */
  readonly repairs: readonly Repair[];
  readonly summary: unknown;
}

export interface StoredAnalysis extends AnalysisHead {
  readonly id: number;
}

/** A source of the partition and its ground after noding, square metres. */
export interface AnalysisSource {
  readonly boundary: number;
  readonly area: number;
}

export interface NewCell {
  readonly kind: "cell" | "hole";
  /** The reference area's id; `null` outside every place. */
  readonly place: number | null;
  readonly area: number;
  readonly geometry: Uint8Array;
  readonly box: MetreBox;
  /** Ids of the boundaries that cover it, places apart. */
  readonly sources: readonly number[];
}

export interface StoredCell extends Omit<NewCell, "box"> {
  readonly id: number;
}

export interface StoredPair {
  readonly a: number;
  readonly b: number;
  readonly area: number;
}

export interface NewAnalysis extends AnalysisHead {
  readonly sources: readonly AnalysisSource[];
  readonly cells: readonly NewCell[];
  /** By boundary ids; which of two comes first does not matter. */
  readonly pairs: readonly StoredPair[];
}

interface HeadRow {
  readonly id: number;
  readonly key: string;
  readonly kind: AnalysisKind;
  readonly data_version: string;
  readonly question_json: string;
  readonly certificate_json: string;
  readonly repairs_json: string;
  readonly summary_json: string;
}

/** Results by content hash, with their cells, sources and pairs. */
export function analysisTable(db: Db) {
  const write = analysisWriter(db);
  const byKey = db.prepare<[string], HeadRow>("SELECT * FROM analysis WHERE key = ?");
  const removeOldest = db.prepare<[number]>(
    `DELETE FROM analysis WHERE kind = 'question' AND id NOT IN
     (SELECT id FROM analysis WHERE kind = 'question' ORDER BY id DESC LIMIT ?)`,
  );
  const sources = db.prepare<[number], AnalysisSource>(
    `SELECT boundary_id AS boundary, area_m2 AS area FROM analysis_source
     WHERE analysis_id = ? ORDER BY position`,
  );
  const cells = db.prepare<[number], Omit<StoredCell, "sources">>(
    `SELECT id, kind, place_id AS place, area_m2 AS area, geometry FROM cell
     WHERE analysis_id = ? ORDER BY kind, position`,
  );
  const cellSources = db.prepare<[number], { cell: number; boundary: number }>(
    `SELECT cell_id AS cell, boundary_id AS boundary
     FROM cell JOIN cell_source ON cell_id = cell.id
     WHERE analysis_id = ? ORDER BY cell_id, boundary_id`,
  );
  const pairs = db.prepare<[number], StoredPair>(
    "SELECT a, b, area_m2 AS area FROM pair WHERE analysis_id = ? ORDER BY a, b",
  );
  const inBox = db
    .prepare<[number, MetreBox], number>(
      `SELECT cell.id FROM cell_box JOIN cell USING (id)
       WHERE analysis_id = ? AND west <= @east AND east >= @west
       AND south <= @north AND north >= @south ORDER BY cell.id`,
    )
    .pluck();
  return {
    /** Write an analysis with all that belongs to it, unless another process has done so. */
    add(analysis: NewAnalysis): void {
      withStoreErrors(db, () =>
        db
          .transaction(() => {
            if (byKey.get(analysis.key)) return;
            write(analysis);
            removeOldest.run(KEPT_QUESTIONS);
          })
          .immediate(),
      );
    },
    find(key: string): StoredAnalysis | undefined {
      const row = byKey.get(key);
      return row && toAnalysis(row);
    },
    sources: (id: number) => sources.all(id),
    /** Cells first, then holes, each in canonical order. */
    cells(id: number): StoredCell[] {
      const covering = groupBy(cellSources.all(id), ({ cell }) => cell);
      return cells.all(id).map((cell) => ({
        ...cell,
        sources: (covering.get(cell.id) ?? []).map(({ boundary }) => boundary),
      }));
    },
    pairs: (id: number) => pairs.all(id),
    /** Ids of an analysis's cells and holes whose box meets this one. */
    inBox: (id: number, box: MetreBox) => inBox.all(id, box),
  };
}

function analysisWriter(db: Db) {
  const insert = db.prepare<[Omit<HeadRow, "id">]>(
    insertSql("analysis", [
      "key",
      "kind",
      "data_version",
      "question_json",
      "certificate_json",
      "repairs_json",
      "summary_json",
    ]),
  );
  const insertSource = db.prepare("INSERT INTO analysis_source VALUES (?, ?, ?, ?)");
  const insertCell = db.prepare<[object]>(
    insertSql("cell", ["analysis_id", "kind", "position", "place_id", "area_m2", "geometry"]),
  );
  const insertBox = db.prepare<[object]>(
    insertSql("cell_box", ["id", "west", "east", "south", "north"]),
  );
  const insertCover = db.prepare("INSERT INTO cell_source VALUES (?, ?)");
  const insertPair = db.prepare("INSERT INTO pair VALUES (?, ?, ?, ?)");
  return (analysis: NewAnalysis) => {
    const analysis_id = insert.run(toRow(analysis)).lastInsertRowid;
    analysis.sources.forEach(({ boundary, area }, position) => {
      insertSource.run(analysis_id, position, boundary, area);
    });
    analysis.cells.forEach(({ kind, place, area, geometry, box, sources }, position) => {
      const cell = { analysis_id, kind, position, place_id: place, area_m2: area, geometry };
      const id = insertCell.run(cell).lastInsertRowid;
      insertBox.run({ id, ...box });
      for (const boundary of sources) insertCover.run(id, boundary);
    });
    for (const { a, b, area } of analysis.pairs) {
      // An imported outline has a later id than outlines that stand after it in the study.
      insertPair.run(analysis_id, Math.min(a, b), Math.max(a, b), area);
    }
  };
}

const toRow = (analysis: AnalysisHead): Omit<HeadRow, "id"> => ({
  key: analysis.key,
  kind: analysis.kind,
  data_version: analysis.dataVersion,
  question_json: JSON.stringify(analysis.question),
  certificate_json: JSON.stringify(analysis.certificate),
  repairs_json: JSON.stringify(analysis.repairs),
  summary_json: JSON.stringify(analysis.summary),
});

const toAnalysis = (row: HeadRow): StoredAnalysis => ({
  id: row.id,
  key: row.key,
  kind: row.kind,
  dataVersion: row.data_version,
  question: JSON.parse(row.question_json),
  certificate: JSON.parse(row.certificate_json),
  repairs: JSON.parse(row.repairs_json),
  summary: JSON.parse(row.summary_json),
});
