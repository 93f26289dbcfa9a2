import type { Arrangement } from "./arrangement.ts";
import { AreaSum } from "./exact-area.ts";
import { type Boundaries, type Faces, walkCycle } from "./faces.ts";

/** Faces whose neighbours all have another set. */
export interface MergedFaces {
  readonly faces: Boundaries;
  /** As in {@link Arrangement}. */
  readonly around: Int32Array;
  /** Cycle -> the set of sources that cover the face on its left. */
  readonly setOfCycle: Int32Array;
}

/**
 * Makes one face of neighbours that the same sources cover: edges between polygons of one source
 * are unlinked, and the cycles they lay on are walked anew. All else stays as it is.
 *
 * Links and cycles of the arrangement are changed in place, so it is of no use afterwards.
 *
 * Invariant: a merged face is a group of old faces. It has one shell; its other boundaries are
 * outsides.
 * Cost: one look at each edge, and a walk along the cycles that lose an edge.
 *
 * @param setOfCycle cycle -> the set of sources; the ground beyond all outsides has the empty set
 * @param live edge -> not 0 where it takes part
 */
export function mergeFaces(
  { faces, around }: Arrangement,
  setOfCycle: Int32Array,
  live: Int32Array,
): MergedFaces {
  const idle = findIdle(faces, setOfCycle, live);
  if (idle.length === 0) return { faces, around, setOfCycle };
  const { cycleOf, isOutside } = faces;
  const faceOf = (cycle: number) => (isOutside[cycle] === 1 ? around[cycle]! : cycle);
  const groups = new Groups(faces.count);
  const touched = new Uint8Array(faces.count);
  for (const edge of idle) {
    const left = cycleOf[2 * edge]!;
    const right = cycleOf[2 * edge + 1]!;
    touched[left] = 1;
    touched[right] = 1;
    groups.unite(faceOf(left), faceOf(right));
  }
  for (const edge of idle) unlink(faces, edge);
  const { boundaries, old } = walkAnew(faces, touched);
  const shellOf = new Int32Array(faces.count).fill(-1);
  const face = old.map(faceOf);
  for (let cycle = 0; cycle < boundaries.count; cycle++) {
    if (boundaries.isOutside[cycle] === 0) shellOf[groups.find(face[cycle]!)] = cycle;
  }
  const mergedAround = new Int32Array(boundaries.count).fill(-1);
  for (let cycle = 0; cycle < boundaries.count; cycle++) {
    if (boundaries.isOutside[cycle] === 0 || face[cycle]! < 0) continue;
    mergedAround[cycle] = shellOf[groups.find(face[cycle]!)]!;
  }
  const sets = old.map((cycle) => setOfCycle[cycle]!);
  return { faces: boundaries, around: mergedAround, setOfCycle: sets };
}

/** The live edges with the same set on both sides. */
function findIdle({ cycleOf }: Faces, setOfCycle: Int32Array, live: Int32Array): number[] {
  const idle: number[] = [];
  for (let edge = 0; edge < live.length; edge++) {
    if (live[edge] === 0) continue;
    if (setOfCycle[cycleOf[2 * edge]!] === setOfCycle[cycleOf[2 * edge + 1]!]) idle.push(edge);
  }
  return idle;
}

/** Takes an edge out of the links around its ends. */
function unlink({ graph: { next }, cycleOf }: Faces, edge: number): void {
  const half = 2 * edge;
  const twin = half + 1;
  const before = previous(next, half);
  const beforeTwin = previous(next, twin);
  next[before] = next[twin]!;
  next[beforeTwin] = next[half]!;
  cycleOf[half] = -1;
  cycleOf[twin] = -1;
}

/** The half-edge that a half-edge follows: found by turning around its origin. */
function previous(next: Int32Array, half: number): number {
  let arriving = half ^ 1;
  while (next[arriving] !== half) arriving = next[arriving]! ^ 1;
  return arriving;
}

/**
 * Walks what is left of the touched cycles.
 *
 * @returns all cycles, those not touched first, and for each an old cycle that ran along it
 */
function walkAnew(
  faces: Faces,
  touched: Uint8Array,
): { boundaries: Boundaries; old: Int32Array<ArrayBuffer> } {
  const { graph, count, cycleOf } = faces;
  const area = new AreaSum();
  const start: number[] = [];
  const areaHigh: number[] = [];
  const areaLow: number[] = [];
  const origins: number[] = [];
  for (let half = 0; half < cycleOf.length; half++) {
    const cycle = cycleOf[half]!;
    if (cycle < 0 || cycle >= count || touched[cycle] === 0) continue;
    walkCycle(graph, half, cycleOf, count + start.length, area);
    start.push(half);
    areaHigh.push(area.high);
    areaLow.push(area.low);
    origins.push(cycle);
  }
  const all = new Int32Array(count).map((_, cycle) => cycle);
  const kept = all.filter((cycle) => touched[cycle] === 0);
  const length = kept.length + start.length;
  const high = join(new Float64Array(length), faces.areaHigh, kept, areaHigh);
  const boundaries = {
    graph,
    count: length,
    start: join(new Int32Array(length), faces.start, kept, start),
    areaHigh: high,
    areaLow: join(new Float64Array(length), faces.areaLow, kept, areaLow),
    isOutside: Uint8Array.from(high, (value) => (value < 0 ? 1 : 0)),
  };
  return { boundaries, old: join(new Int32Array(length), all, kept, origins) };
}

/** Fills `into` with the kept entries of a list and some more. */
function join<Numbers extends Int32Array | Float64Array>(
  into: Numbers,
  list: Int32Array | Float64Array,
  kept: Int32Array,
  more: readonly number[],
): Numbers {
  for (let i = 0; i < kept.length; i++) into[i] = list[kept[i]!]!;
  into.set(more, kept.length);
  return into;
}

/** Disjoint groups of small integers. */
class Groups {
  private readonly parent: Int32Array;

  constructor(count: number) {
    this.parent = new Int32Array(count).fill(-1);
  }

  /** The number that stands for the group of `i`. */
  find(i: number): number {
    let root = i;
    while (this.parent[root]! >= 0) root = this.parent[root]!;
    for (let at = i; at !== root; ) {
      const up = this.parent[at]!;
      this.parent[at] = root;
      at = up;
    }
    return root;
  }

  unite(i: number, j: number): void {
    const a = this.find(i);
    const b = this.find(j);
    if (a !== b) this.parent[a] = b;
  }
}
