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
  /** The chains that were unlinked, and for each the cycle of the face it lies in. */
  readonly idle: readonly number[];
  readonly faceOfIdle: readonly number[];
}

/**
 * Makes one face of neighbours that the same sources cover: chains between polygons of one source
 * are unlinked, and the cycles they lay on are walked anew. All else stays as it is.
 *
 * Links and cycles of the arrangement are changed in place, and `setOfCycle` may be, so they are of
 * no use afterwards. What is left of cycles takes their numbers; a number left over is an outside
 * with nothing around it.
 *
 * Invariant: a merged face is a group of old faces. It has one shell; its other boundaries are
 * outsides.
 * Cost: one look at each chain, a walk along the cycles that lose one, and a few steps for each in the
 * trees of the groups, whose ways are halved as they are gone.
 *
 * @param setOfCycle cycle -> the set of sources; the ground beyond all outsides has the empty set
 */
export function mergeFaces(
  { faces, around, components }: Arrangement,
  setOfCycle: Int32Array,
): MergedFaces {
  const idle = findIdle(faces, setOfCycle);
  if (idle.length === 0) return { faces, around, setOfCycle, idle, faceOfIdle: [] };
  const groups = new Groups();
  const touched = new Set<number>();
  const faceOf = (cycle: number) => (faces.isOutside[cycle] === 1 ? around[cycle]! : cycle);
  for (const chain of idle) {
    const left = faces.cycleOf[2 * chain]!;
    const right = faces.cycleOf[2 * chain + 1]!;
    touched.add(left).add(right);
    groups.unite(faceOf(left), faceOf(right));
  }
  const leftOfIdle = idle.map((chain) => faceOf(faces.cycleOf[2 * chain]!));
  const rests = walkAnew(faces, touched, idle).map((rest) => ({
    ...rest,
    group: groups.find(faceOf(rest.cycle)),
    set: setOfCycle[rest.cycle]!,
  }));
  // The shell of a group is one of its faces still, or one of the cycles walked anew.
  const shellOf = new Map<number, number>();
  for (const face of groups.members()) {
    if (!touched.has(face)) shellOf.set(groups.find(face), face);
  }
  const merged = withRoom(faces, around, setOfCycle, rests.length - touched.size);
  const numbers = [...touched];
  for (let added = faces.count; added < merged.faces.count; added++) numbers.push(added);
  numbers.forEach((cycle, i) => {
    const rest = rests[i];
    merged.faces.start[cycle] = rest?.half ?? -1;
    merged.faces.areaHigh[cycle] = rest?.high ?? 0;
    merged.faces.areaLow[cycle] = rest?.low ?? 0;
    merged.setOfCycle[cycle] = rest?.set ?? 0;
    merged.faces.isOutside[cycle] = rest === undefined || rest.high < 0 ? 1 : 0;
    if (rest !== undefined && rest.high >= 0) shellOf.set(rest.group, cycle);
  });
  for (const cycle of components.outside) {
    const face = around[cycle]!;
    merged.around[cycle] = shellOf.get(groups.find(face)) ?? face;
  }
  numbers.forEach((cycle, i) => {
    const rest = rests[i];
    const isInner = rest !== undefined && rest.high < 0;
    merged.around[cycle] = isInner ? shellOf.get(rest.group)! : -1;
  });
  const faceOfIdle = leftOfIdle.map((face) => shellOf.get(groups.find(face)) ?? face);
  return { ...merged, idle, faceOfIdle };
}

/** The chains with the same set on both sides. */
function findIdle({ cycleOf }: Faces, setOfCycle: Int32Array): number[] {
  const idle: number[] = [];
  for (let chain = 0; 2 * chain < cycleOf.length; chain++) {
    if (setOfCycle[cycleOf[2 * chain]!] === setOfCycle[cycleOf[2 * chain + 1]!]) idle.push(chain);
  }
  return idle;
}

/** A closed walk along what is left of some cycles. */
interface Rest {
  readonly half: number;
  /** One of the old cycles that ran along it. */
  readonly cycle: number;
  readonly high: number;
  readonly low: number;
}

/** Unlinks the idle chains and walks what is left of the touched cycles. */
function walkAnew(faces: Faces, touched: Iterable<number>, idle: readonly number[]): Rest[] {
  const { graph, cycleOf, start } = faces;
  const runs: { cycle: number; halves: number[] }[] = [];
  for (const cycle of touched) {
    const halves: number[] = [];
    let half = start[cycle]!;
    do {
      halves.push(half);
      half = graph.next[half]!;
    } while (half !== start[cycle]);
    runs.push({ cycle, halves });
  }
  for (const chain of idle) unlink(faces, chain);
  const area = new AreaSum();
  const rests: Rest[] = [];
  for (const { cycle, halves } of runs) {
    for (const half of halves) {
      // Numbered apart from all others, so that a walk is not taken twice.
      if (cycleOf[half] === -1 || cycleOf[half]! >= faces.count) continue;
      walkCycle(graph, half, cycleOf, faces.count + rests.length, area);
      rests.push({ half, cycle, high: area.high, low: area.low });
    }
  }
  return rests;
}

/** Takes a chain out of the links around its ends, which may be one node. */
function unlink({ graph: { next }, cycleOf }: Faces, chain: number): void {
  for (const half of [2 * chain, 2 * chain + 1]) {
    next[previous(next, half)] = next[half ^ 1]!;
    cycleOf[half] = -1;
  }
}

/** The chain half that a chain half follows: found by turning around its origin. */
function previous(next: Int32Array, half: number): number {
  let arriving = half ^ 1;
  while (next[arriving] !== half) arriving = next[arriving]! ^ 1;
  return arriving;
}

/** The lists of the cycles, with room for some more if need be. */
function withRoom(
  faces: Boundaries,
  around: Int32Array,
  setOfCycle: Int32Array,
  more: number,
): Pick<MergedFaces, "faces" | "around" | "setOfCycle"> {
  if (more <= 0) return { faces, around, setOfCycle };
  const count = faces.count + more;
  const join = <List extends Int32Array | Float64Array | Uint8Array>(into: List, from: List) => {
    into.set(from);
    return into;
  };
  const boundaries = {
    graph: faces.graph,
    count,
    start: join(new Int32Array(count), faces.start),
    areaHigh: join(new Float64Array(count), faces.areaHigh),
    areaLow: join(new Float64Array(count), faces.areaLow),
    isOutside: join(new Uint8Array(count), faces.isOutside),
  };
  return {
    faces: boundaries,
    around: join(new Int32Array(count), around),
    setOfCycle: join(new Int32Array(count), setOfCycle),
  };
}

/** Disjoint groups of numbers; a number not named yet is a group of its own. */
class Groups {
  private readonly parent = new Map<number, number>();

  /** The number that stands for the group of `i`. Halves the way there, so that ways stay short. */
  find(i: number): number {
    let at = i;
    for (;;) {
      const up = this.parent.get(at);
      if (up === undefined || up === at) return at;
      const above = this.parent.get(up)!;
      this.parent.set(at, above);
      at = above;
    }
  }

  unite(i: number, j: number): void {
    const a = this.find(i);
    const b = this.find(j);
    this.parent.set(b, b);
    this.parent.set(a, b);
  }

  /** All numbers that were named. */
  members(): Iterable<number> {
    return this.parent.keys();
  }
}
