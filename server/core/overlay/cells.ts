import type { Arrangement } from "./arrangement.ts";
import { squareMetres } from "./exact-area.ts";
import type { Lists, Shapes } from "./model.ts";
import { RingStore } from "./rings.ts";
import type { SetTable } from "./sets.ts";

/** The ground of the partition in canonical form. */
export interface Cells {
  readonly cells: Shapes;
  readonly cellSources: Lists;
  readonly cellArea: Float64Array;
  readonly holes: Shapes;
  readonly holeArea: Float64Array;
}

/** One bounded face on its way out. */
interface Face {
  /** The cell it belongs to; -1 for a hole. */
  readonly cell: number;
  readonly shell: number;
  /** Rings of the ground cut out of it. */
  readonly inner: number[];
  high: number;
  low: number;
}

/**
 * Writes out the cells and the holes. Every bounded face becomes one polygon.
 *
 * Canonical form: cells ascend by their lists of sources, compared number by number, a list before
 * its continuations; polygons of a cell, and holes, ascend by their shells; inner rings ascend;
 * a ring starts at its lowest vertex (by x, then y); shells run counter-clockwise, inner rings
 * clockwise. Nothing of the input's order is left but the numbers of the sources.
 *
 * Cost: two visits a half-edge and a sort of cells and polygons.
 *
 * @param setOfCycle cycle -> the set of sources covering the face on its left; neighbours differ
 */
export function writeCells(
  { faces, around }: Arrangement,
  setOfCycle: Int32Array,
  sets: SetTable,
  step: number,
): Cells {
  const rings = new RingStore(faces);
  const order = cellOrder(faces.isOutside, setOfCycle, sets);
  const cellOfSet = new Int32Array(sets.count).fill(-1);
  order.forEach((set, cell) => {
    cellOfSet[set] = cell;
  });
  const faceOfCycle: (Face | undefined)[] = new Array(faces.count);
  const bounded: Face[] = [];
  for (let cycle = 0; cycle < faces.count; cycle++) {
    if (faces.isOutside[cycle] === 1) continue;
    const first = rings.count;
    const shell = rings.cut(cycle);
    const inner: number[] = [];
    for (let ring = first; ring < rings.count; ring++) if (ring !== shell) inner.push(ring);
    const cell = cellOfSet[setOfCycle[cycle]!]!;
    const face = { cell, shell, inner, high: faces.areaHigh[cycle]!, low: faces.areaLow[cycle]! };
    faceOfCycle[cycle] = face;
    bounded.push(face);
  }
  for (let cycle = 0; cycle < faces.count; cycle++) {
    const face = faces.isOutside[cycle] === 1 ? faceOfCycle[around[cycle]!] : undefined;
    if (face === undefined) continue;
    const first = rings.count;
    rings.cut(cycle);
    for (let ring = first; ring < rings.count; ring++) face.inner.push(ring);
    face.high += faces.areaHigh[cycle]!;
    face.low += faces.areaLow[cycle]!;
  }
  for (const face of bounded)
    if (face.inner.length > 1) face.inner.sort((a, b) => rings.compare(a, b));
  bounded.sort((a, b) => a.cell - b.cell || rings.compare(a.shell, b.shell));
  const holeCount = bounded.findIndex((face) => face.cell >= 0);
  const split = holeCount < 0 ? bounded.length : holeCount;
  const holes = bounded.slice(0, split);
  const covered = bounded.slice(split);
  return {
    cells: writeShapes(
      rings,
      covered,
      Int32Array.from(covered, (face) => face.cell),
      order.length,
    ),
    cellSources: writeSources(order, sets),
    cellArea: areas(covered, order.length, (face) => face.cell, step),
    holes: writeShapes(rings, holes, Int32Array.from(holes.keys()), holes.length),
    holeArea: areas(holes, holes.length, (_, i) => i, step),
  };
}

/** The sets that cover some ground, in the order of their lists of sources. */
function cellOrder(isOutside: Uint8Array, setOfCycle: Int32Array, sets: SetTable): number[] {
  const occurs = new Uint8Array(sets.count);
  for (let cycle = 0; cycle < isOutside.length; cycle++) {
    if (isOutside[cycle] === 0) occurs[setOfCycle[cycle]!] = 1;
  }
  const order: number[] = [];
  for (let set = 1; set < sets.count; set++) if (occurs[set] === 1) order.push(set);
  return order.sort((a, b) => compareLists(sets, a, b));
}

function compareLists({ start, ids }: SetTable, a: number, b: number): number {
  const endA = start[a + 1]!;
  const endB = start[b + 1]!;
  let i = start[a]!;
  let j = start[b]!;
  while (i < endA && j < endB) {
    const difference = ids[i++]! - ids[j++]!;
    if (difference !== 0) return difference;
  }
  return endA - i - (endB - j);
}

function writeSources(order: readonly number[], sets: SetTable): Lists {
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
  rings: RingStore,
  faces: readonly Face[],
  polygonShape: Int32Array,
  count: number,
): Shapes {
  let ringCount = 0;
  let vertexCount = 0;
  for (const { shell, inner } of faces) {
    ringCount += 1 + inner.length;
    vertexCount += rings.size(shell);
    for (const ring of inner) vertexCount += rings.size(ring);
  }
  const polygonRing = new Int32Array(faces.length + 1);
  const ringVertex = new Int32Array(ringCount + 1);
  const xy = new Int32Array(2 * vertexCount);
  let ring = 0;
  let at = 0;
  const write = (id: number): void => {
    at = rings.write(id, xy, at);
    ringVertex[++ring] = at >> 1;
  };
  faces.forEach(({ shell, inner }, polygon) => {
    write(shell);
    for (const id of inner) write(id);
    polygonRing[polygon + 1] = ring;
  });
  return { count, polygonShape, polygonRing, ringVertex, xy };
}

/** Exact sums, turned into square metres once. */
function areas(
  faces: readonly Face[],
  count: number,
  target: (face: Face, i: number) => number,
  step: number,
): Float64Array {
  const high = new Float64Array(count);
  const low = new Float64Array(count);
  faces.forEach((face, i) => {
    high[target(face, i)]! += face.high;
    low[target(face, i)]! += face.low;
  });
  return high.map((value, i) => squareMetres(value, low[i]!, step));
}
