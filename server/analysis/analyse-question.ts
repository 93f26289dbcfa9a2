/** The partition of one question: the outlines alive on its date that its filters leave in. */
import { outlineValidOn, type Question, selectsInitiative } from "../core/hotspots/question.ts";
import { pairAreas } from "../core/overlay/folds.ts";
import type { Lists, PairAreas, Partition } from "../core/overlay/model.ts";
import { analysisTable, type StoredAnalysis } from "../store/analysis.ts";
import type { Db } from "../store/db.ts";
import { decodeShapes, STORE_GRID } from "../store/geometry-codec.ts";
import { type AnalyseOptions, certifiedPartition } from "./certified.ts";
import { analysisKey } from "./data-version.ts";
import type { LoadedStudy } from "./load-study.ts";
import { shapesOf } from "./sources.ts";
import { groundOf, holeRows } from "./stored-cells.ts";

export interface QuestionAnalysis {
  /** Source of the partition -> index into `study.outlines`. */
  readonly outlines: readonly number[];
  readonly partition: Partition;
  readonly pairs: PairAreas;
  /** The content hash it is stored under. */
  readonly key: string;
  readonly reused: boolean;
}

/** The outlines that a question selects: alive on its date, drawn then, left in by its filters. */
export function selectOutlines({ study }: LoadedStudy, question: Question): number[] {
  return study.outlines.flatMap(({ initiative }, outline) =>
    selectsInitiative(study, question, initiative) && outlineValidOn(study, outline, question.at)
      ? [outline]
      : [],
  );
}

/**
 * Cut the outlines that a question selects, without the places. Stored under a hash of the data and
 * of the outlines selected, so every question that selects the same ones reuses it; not stored where
 * the database is open for reading only.
 *
 * @throws AppError certificate/failed, store/locked, work/cancelled
 */
export function analyseQuestion(
  db: Db,
  loaded: LoadedStudy,
  question: Question,
  options: AnalyseOptions = {},
): QuestionAnalysis {
  const { study, boundaryOf } = loaded;
  const outlines = selectOutlines(loaded, question);
  const boundaries = outlines.map((outline) => boundaryOf[outline]!);
  const key = analysisKey(study.dataVersion, "question", boundaries);
  const stored = analysisTable(db).find(key);
  if (stored) return { outlines, ...readAnalysis(db, stored), key, reused: true };

  const result = certifiedPartition(shapesOf(db, boundaries), options);
  const pairs = pairAreas(result);
  if (!db.readonly) {
    analysisTable(db).add({
      key,
      kind: "question",
      dataVersion: study.dataVersion,
      question: { boundaries },
      certificate: result.certificate,
      repairs: result.repairs,
      summary: {
        sources: boundaries.length,
        cells: result.cells.count,
        holes: result.holes.count,
      },
      sources: boundaries.map((boundary, i) => ({ boundary, area: result.sourceArea[i]! })),
      cells: [...cellRows(result, boundaries), ...holeRows(result.holes, result.holeArea)],
      pairs: Array.from(pairs.area, (area, i) => ({
        a: boundaries[pairs.a[i]!]!,
        b: boundaries[pairs.b[i]!]!,
        area,
      })),
    });
  }
  return { outlines, partition: result, pairs, key, reused: false };
}

function cellRows({ cells, cellSources, cellArea }: Partition, boundaries: readonly number[]) {
  const each = Array.from(cellArea, (_, cell) => [cell]);
  return groundOf(cells, each).map((ground, cell) => ({
    ...ground,
    kind: "cell" as const,
    place: null,
    area: cellArea[cell]!,
    sources: Array.from(
      cellSources.ids.subarray(cellSources.start[cell]!, cellSources.start[cell + 1]!),
      (source) => boundaries[source]!,
    ),
  }));
}

/** A stored analysis as the partition it was made from. */
function readAnalysis(
  db: Db,
  { id, certificate, repairs }: StoredAnalysis,
): { readonly partition: Partition; readonly pairs: PairAreas } {
  const table = analysisTable(db);
  const sources = table.sources(id);
  const sourceAt = new Map(sources.map(({ boundary }, source) => [boundary, source]));
  const rows = table.cells(id);
  const cells = rows.filter(({ kind }) => kind === "cell");
  const holes = rows.filter(({ kind }) => kind === "hole");
  const pairs = table.pairs(id);
  return {
    partition: {
      grid: STORE_GRID,
      sourceCount: sources.length,
      cells: decodeShapes(cells.map(({ geometry }) => geometry)),
      cellSources: listsOf(
        cells.map((cell) => cell.sources.map((boundary) => sourceAt.get(boundary)!)),
      ),
      cellArea: Float64Array.from(cells, ({ area }) => area),
      holes: decodeShapes(holes.map(({ geometry }) => geometry)),
      holeArea: Float64Array.from(holes, ({ area }) => area),
      sourceArea: Float64Array.from(sources, ({ area }) => area),
      repairs,
      certificate,
    },
    pairs: {
      a: Int32Array.from(pairs, ({ a }) => sourceAt.get(a)!),
      b: Int32Array.from(pairs, ({ b }) => sourceAt.get(b)!),
      area: Float64Array.from(pairs, ({ area }) => area),
    },
  };
}

function listsOf(lists: readonly (readonly number[])[]): Lists {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    start[i + 1] = start[i]! + list.length;
  });
  return { start, ids: Int32Array.from(lists.flatMap((list) => [...list].sort((a, b) => a - b))) };
}
