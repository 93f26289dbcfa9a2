import type { Cells } from "./cells.ts";
import { squareMetres } from "./exact-area.ts";
import type { Face } from "./face.ts";
import type { Lists, Shapes } from "./model.ts";
import { compareLists, type SetTable } from "./sets.ts";

/** Cells and holes, and what the certificate counts from their coordinates. */
export interface FaceCells {
  readonly cells: Cells;
  readonly turns: { readonly cells: readonly bigint[]; readonly holes: readonly bigint[] };
}

/**
 * Lays kept faces out as cells and holes, in the canonical form of {@link writeCells}.
 *
 * Cost: a copy of each ring and a sort of the cells.
 */
export function cellsOfFaces(
  faces: Iterable<Face | undefined>,
  sets: SetTable,
  step: number,
): FaceCells {
  const bySet = new Map<number, Face[]>();
  for (const face of faces) {
    if (face === undefined) continue;
    const alike = bySet.get(face.set);
    if (alike) alike.push(face);
    else bySet.set(face.set, [face]);
  }
  const holes = (bySet.get(0) ?? []).sort(compareFaces).map((face) => [face]);
  bySet.delete(0);
  const order = [...bySet.keys()].sort((a, b) => compareLists(sets, a, b));
  const cells = order.map((set) => bySet.get(set)!.sort(compareFaces));
  return {
    cells: {
      cells: shapesOf(cells),
      cellSources: listsOf(order, sets),
      cellArea: areasOf(cells, step),
      holes: shapesOf(holes),
      holeArea: areasOf(holes, step),
    },
    turns: { cells: cells.map(turnsOf), holes: holes.map(turnsOf) },
  };
}

/** By their shells, vertex by vertex: x, then y. */
function compareFaces(a: Face, b: Face): number {
  const endA = 2 * a.ringEnd[0]!;
  const endB = 2 * b.ringEnd[0]!;
  for (let i = 0; i < endA && i < endB; i++) {
    const order = a.xy[i]! - b.xy[i]!;
    if (order !== 0) return order;
  }
  return endA - endB;
}

const turnsOf = (faces: readonly Face[]) => faces.reduce((sum, { turns }) => sum + turns, 0n);

function areasOf(shapes: readonly (readonly Face[])[], step: number): Float64Array {
  return Float64Array.from(shapes, (faces) => {
    let high = 0;
    let low = 0;
    for (const face of faces) {
      high += face.high;
      low += face.low;
    }
    return squareMetres(high, low, step);
  });
}

function listsOf(order: readonly number[], sets: SetTable): Lists {
  const start = new Int32Array(order.length + 1);
  order.forEach((set, i) => {
    start[i + 1] = start[i]! + sets.size(set);
  });
  const ids = new Int32Array(start[order.length]!);
  order.forEach((set, i) => {
    ids.set(sets.ids.subarray(sets.start[set]!, sets.start[set + 1]!), start[i]!);
  });
  return { start, ids };
}

function shapesOf(shapes: readonly (readonly Face[])[]): Shapes {
  const faces = shapes.flat();
  const polygonShape = new Int32Array(faces.length);
  const polygonRing = new Int32Array(faces.length + 1);
  let length = 0;
  let polygon = 0;
  shapes.forEach((own, shape) => {
    for (const { xy, ringEnd } of own) {
      polygonShape[polygon] = shape;
      polygonRing[polygon + 1] = polygonRing[polygon]! + ringEnd.length;
      length += xy.length;
      polygon++;
    }
  });
  const ringVertex = new Int32Array(polygonRing[faces.length]! + 1);
  const xy = new Int32Array(length);
  let ring = 0;
  let at = 0;
  for (const face of faces) {
    xy.set(face.xy, 2 * at);
    for (const end of face.ringEnd) ringVertex[++ring] = at + end;
    at += face.xy.length >> 1;
  }
  return { count: shapes.length, polygonShape, polygonRing, ringVertex, xy };
}
