import { type SharedEdge, sharedEdges } from "../core/geometry/shared-edges.ts";
import { analysisTable } from "../store/analysis.ts";
import type { Db } from "../store/db.ts";
import { decodeShapes, STORE_GRID } from "../store/geometry-codec.ts";
import type { LoadedStudy } from "./load-study.ts";

/** Which cells of the study lie side by side, by their indices in it. */
export function cellEdges(db: Db, { analysis }: LoadedStudy): SharedEdge[] {
  const rows = analysisTable(db)
    .cells(analysis)
    .filter(({ kind }) => kind === "cell");
  return sharedEdges(decodeShapes(rows.map(({ geometry }) => geometry)), STORE_GRID);
}

/** Pairs of places that share an edge, each once, from the cells that do. */
export function adjacentPlaces(
  { study }: LoadedStudy,
  edges: readonly SharedEdge[],
): (readonly [number, number])[] {
  const pairs = new Map<number, readonly [number, number]>();
  for (const { a, b } of edges) {
    const [p, q] = [study.cells[a]!.place, study.cells[b]!.place].sort((x, y) => x - y);
    if (p === q || p! < 0) continue;
    pairs.set(p! * study.places.length + q!, [p!, q!]);
  }
  return [...pairs].sort(([x], [y]) => x - y).map(([, pair]) => pair);
}
