/** The study cut into cells once: every outline of all time, over the places. */

import { pairAreas } from "../core/overlay/folds.ts";
import type { Partition } from "../core/overlay/model.ts";
import { analysisTable, type NewCell, type StoredAnalysis } from "../store/analysis.ts";
import type { Db } from "../store/db.ts";
import { type AnalyseOptions, certifiedPartition } from "./certified.ts";
import { analysisKey, loadedVersion } from "./data-version.ts";
import { type StudySources, shapesOf, studySources } from "./sources.ts";
import { groundOf, holeRows } from "./stored-cells.ts";

export const studyKey = (dataVersion: string) => analysisKey(dataVersion, "study", {});

/**
 * Cut and store the study, or do nothing where it is stored already.
 *
 * @returns the stored analysis, and whether it had to be made
 * @throws AppError store/empty, certificate/failed, store/locked
 */
export function analyseStudy(
  db: Db,
  options: AnalyseOptions = {},
): { readonly analysis: StoredAnalysis; readonly reused: boolean } {
  const dataVersion = loadedVersion(db);
  const key = studyKey(dataVersion);
  const table = analysisTable(db);
  const stored = table.find(key);
  if (stored) return { analysis: stored, reused: true };

  const sources = studySources(db);
  const boundaries = [
    ...sources.outlines.map(({ id }) => id),
    ...sources.places.map(({ boundary }) => boundary),
  ];
  const result = certifiedPartition(shapesOf(db, boundaries), options);
  const cells = placedCells(result, sources);
  table.add({
    key,
    kind: "study",
    dataVersion,
    question: {},
    certificate: result.certificate,
    repairs: result.repairs,
    summary: { sources: boundaries.length, cells: cells.length, holes: result.holes.count },
    sources: boundaries.map((boundary, i) => ({ boundary, area: result.sourceArea[i]! })),
    cells: [...cells, ...holeRows(result.holes, result.holeArea)],
    pairs: outlinePairs(result, sources),
  });
  const analysis = table.find(key);
  if (!analysis) throw new Error("the analysis was written and is not there");
  return { analysis, reused: false };
}

/**
 * Cells of the partition by place and covering outlines. Ground in two places, which only a faulty
 * layer has, goes to the one with the lower code; pieces that then agree are laid together.
 */
function placedCells(
  { cells, cellSources, cellArea }: Partition,
  { outlines, places }: StudySources,
): NewCell[] {
  const groups = new Map<string, { place: number; covering: number[]; members: number[] }>();
  for (let cell = 0; cell < cellArea.length; cell++) {
    const ids = [
      ...cellSources.ids.subarray(cellSources.start[cell]!, cellSources.start[cell + 1]!),
    ];
    const covering = ids.filter((source) => source < outlines.length);
    const place =
      (ids[covering.length] ?? -1) - (covering.length < ids.length ? outlines.length : 0);
    const key = `${place}:${covering.join()}`;
    const group = groups.get(key) ?? { place, covering, members: [] };
    group.members.push(cell);
    groups.set(key, group);
  }
  const placed = [...groups.values()];
  const ground = groundOf(
    cells,
    placed.map(({ members }) => members),
  );
  return placed.map(({ place, covering, members }, i) => ({
    ...ground[i]!,
    kind: "cell",
    place: places[place]?.id ?? null,
    area: members.reduce((sum, cell) => sum + cellArea[cell]!, 0),
    sources: covering.map((source) => outlines[source]!.id),
  }));
}

/** Pairs of outlines that share ground; a pair with a place is no overlap. */
function outlinePairs(result: Partition, { outlines }: StudySources) {
  const { a, b, area } = pairAreas(result);
  return Array.from(area, (shared, i) => ({ i, shared }))
    .filter(({ i }) => b[i]! < outlines.length)
    .map(({ i, shared }) => ({ a: outlines[a[i]!]!.id, b: outlines[b[i]!]!.id, area: shared }));
}
