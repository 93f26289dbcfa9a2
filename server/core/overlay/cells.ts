import { squareMetres } from "./exact-area.ts";
import type { MergedFaces } from "./merge-faces.ts";
import type { Lists, Shapes } from "./model.ts";
import { cutPolygons, type Polygons, sortPolygons } from "./polygons.ts";
import { compareLists, type SetTable } from "./sets.ts";

/** The ground of the partition in canonical form. */
export interface Cells {
  readonly cells: Shapes;
  readonly cellSources: Lists;
  /** Square metres, as those of the holes. */
  readonly cellArea: Float64Array;
  readonly holes: Shapes;
  readonly holeArea: Float64Array;
}

/**
 * Writes out the cells and the holes. Every bounded face becomes one polygon.
 *
 * Canonical form: cells ascend by their lists of sources, compared number by number, a list before
 * its continuations; polygons of a cell, and holes, ascend by their shells; inner rings ascend;
 * a ring starts at its lowest vertex (by x, then y); shells run counter-clockwise, inner rings
 * clockwise. Nothing of the input's order is left but the numbers of the sources.
 *
 * Cost: two visits a chain half, one an edge's side, and a sort of cells and polygons.
 *
 * @param merged faces of which no two neighbours have the same set
 * @param step metres
 */
export function writeCells(merged: MergedFaces, sets: SetTable, step: number): Cells {
  const order = cellOrder(sets);
  // Holes come last, as if they were one cell more.
  const cellOfSet = new Int32Array(sets.count).fill(order.length);
  order.forEach((set, cell) => {
    cellOfSet[set] = cell;
  });
  const polygons = cutPolygons(merged, cellOfSet);
  const sorted = sortPolygons(polygons, order.length + 1);
  const firstHole = sorted.start[order.length]!;
  const covered = sorted.polygons.subarray(0, firstHole);
  const holes = sorted.polygons.subarray(firstHole);
  const holeNumbers = Int32Array.from(holes.keys());
  const cellNumbers = covered.map((polygon) => polygons.cell[polygon]!);
  return {
    cells: writeShapes(polygons, covered, cellNumbers, order.length),
    cellSources: writeSources(order, sets),
    cellArea: sumAreas(polygons, covered, cellNumbers, order.length, step),
    holes: writeShapes(polygons, holes, holeNumbers, holes.length),
    holeArea: sumAreas(polygons, holes, holeNumbers, holes.length, step),
  };
}

/**
 * The sets that cover some ground, in the order of their lists of sources: first by the first
 * source, which parts them well, then by all. These are all sets but the empty one, number 0, as sets
 * are made where a face is labelled with them.
 */
function cellOrder(sets: SetTable): Int32Array {
  const first = (set: number) => sets.ids[sets.start[set]!]!;
  let most = -1;
  for (let set = 1; set < sets.count; set++) most = Math.max(most, first(set));
  const start = new Int32Array(most + 2);
  for (let set = 1; set < sets.count; set++) start[first(set)]!++;
  for (let id = 1; id < start.length; id++) start[id]! += start[id - 1]!;
  const order = new Int32Array(sets.count - 1);
  for (let set = 1; set < sets.count; set++) order[--start[first(set)]!] = set;
  for (let id = 0; id <= most; id++) {
    const alike = order.subarray(start[id]!, start[id + 1]!);
    if (alike.length > 1) alike.sort((a, b) => compareLists(sets, a, b));
  }
  return order;
}

function writeSources(order: Int32Array, sets: SetTable): Lists {
  const start = new Int32Array(order.length + 1);
  order.forEach((set, cell) => {
    start[cell + 1] = start[cell]! + sets.size(set);
  });
  const ids = new Int32Array(start[order.length]!);
  order.forEach((set, cell) => {
    ids.set(sets.ids.subarray(sets.start[set]!, sets.start[set + 1]!), start[cell]!);
  });
  return { start, ids };
}

function writeShapes(
  { rings, shell, inner, innerStart }: Polygons,
  chosen: Int32Array,
  polygonShape: Int32Array,
  count: number,
): Shapes {
  let ringCount = 0;
  let vertexCount = 0;
  for (const polygon of chosen) {
    ringCount += 1 + innerStart[polygon + 1]! - innerStart[polygon]!;
    vertexCount += rings.size(shell[polygon]!);
    for (let i = innerStart[polygon]!; i < innerStart[polygon + 1]!; i++) {
      vertexCount += rings.size(inner[i]!);
    }
  }
  const polygonRing = new Int32Array(chosen.length + 1);
  const ringVertex = new Int32Array(ringCount + 1);
  const xy = new Int32Array(2 * vertexCount);
  let ring = 0;
  let at = 0;
  for (let p = 0; p < chosen.length; p++) {
    const polygon = chosen[p]!;
    at = rings.write(shell[polygon]!, xy, at);
    ringVertex[++ring] = at >> 1;
    for (let i = innerStart[polygon]!; i < innerStart[polygon + 1]!; i++) {
      at = rings.write(inner[i]!, xy, at);
      ringVertex[++ring] = at >> 1;
    }
    polygonRing[p + 1] = ring;
  }
  return { count, polygonShape, polygonRing, ringVertex, xy };
}

/** Exact sums over the chosen polygons, turned into square metres once. */
function sumAreas(
  { high, low }: Polygons,
  chosen: Int32Array,
  shape: Int32Array,
  count: number,
  step: number,
): Float64Array {
  const sumHigh = new Float64Array(count);
  const sumLow = new Float64Array(count);
  for (let p = 0; p < chosen.length; p++) {
    sumHigh[shape[p]!]! += high[chosen[p]!]!;
    sumLow[shape[p]!]! += low[chosen[p]!]!;
  }
  return sumHigh.map((value, i) => squareMetres(value, sumLow[i]!, step));
}
