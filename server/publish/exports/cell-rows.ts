import { hash } from "node:crypto";
import { printedArea } from "../../contract/printed-area.ts";
import type { Partition, Shapes } from "../../core/overlay/model.ts";

/** One cell or hole as every file of cells describes it. */
export interface CellRow {
  /** The same for the same sources in any file: a hash of their ids. */
  readonly cell: string;
  readonly kind: "cell" | "hole";
  readonly depth: number;
  /** Indices of the sources that cover it, in order of their ids. */
  readonly sources: readonly number[];
  readonly ids: readonly string[];
  /** Square metres, as printed. */
  readonly area: number;
}

/**
 * Cells in the partition's order, then its holes.
 *
 * @param sourceIds the name of each source
 */
export function cellRows(partition: Partition, sourceIds: readonly string[]): CellRow[] {
  const { cellSources, cellArea, holeArea, holes } = partition;
  const rank = rankOf(sourceIds);
  const rows: CellRow[] = Array.from(cellArea, (exact, cell) => {
    const sources = Array.from(
      cellSources.ids.subarray(cellSources.start[cell]!, cellSources.start[cell + 1]!),
    ).sort((a, b) => rank[a]! - rank[b]!);
    const ids = sources.map((source) => sourceIds[source]!);
    const area = printedArea(exact);
    return { cell: cellId(ids), kind: "cell", depth: ids.length, sources, ids, area };
  });
  holeArea.forEach((exact, hole) => {
    const area = printedArea(exact);
    rows.push({ cell: holeId(holes, hole), kind: "hole", depth: 0, sources: [], ids: [], area });
  });
  return rows;
}

/** Source -> its place in the order of names: names are compared once, not in every cell. */
function rankOf(sourceIds: readonly string[]): Int32Array {
  const rank = new Int32Array(sourceIds.length);
  const order = [...sourceIds.keys()].sort((a, b) => (sourceIds[a]! < sourceIds[b]! ? -1 : 1));
  order.forEach((source, place) => {
    rank[source] = place;
  });
  return rank;
}

const digits = (content: string) => hash("sha256", content, "hex").slice(0, 16);

/** The first 16 digits of the SHA-256 of the sorted ids with a line feed between them. */
export const cellId = (ids: readonly string[]) => digits(ids.join("\n"));

/** Holes have no sources to be known by: theirs is the hash of their ring, in grid steps. */
function holeId({ polygonRing, ringVertex, xy }: Shapes, hole: number): string {
  const from = ringVertex[polygonRing[hole]!]!;
  const to = ringVertex[polygonRing[hole + 1]!]!;
  return `hole-${digits(xy.slice(2 * from, 2 * to).join(" "))}`;
}
