import type { Arrangement } from "./arrangement.ts";
import { wholeOf } from "./exact-area.ts";
import type { Membership } from "./membership.ts";
import type { Shapes } from "./model.ts";
import { type MakeKeys, SetTable } from "./sets.ts";

/** Which sources cover each face: the polygons of one source count as one. */
export interface Coverage {
  /** Cycle -> the set of sources that cover the face on its left; 0 is the empty set. */
  readonly setOfCycle: Int32Array;
  readonly sets: SetTable;
  /** Set of polygons -> set of sources. */
  readonly setOfPolygons: Int32Array;
}

/**
 * Folds sets of polygons into sets of sources.
 *
 * Invariant: a source covers a face when at least one of its polygons does.
 * Cost: one visit a member of each distinct set of polygons, and a sort where the polygons of the
 * sources are not numbered source by source.
 */
export function foldIntoSources(
  membership: Membership,
  shapes: Pick<Shapes, "count" | "polygonShape">,
  makeKeys: MakeKeys,
): Coverage {
  const sets = new SetTable(makeKeys(shapes.count));
  const { start, ids, count } = membership.sets;
  const setOfPolygons = new Int32Array(count);
  let members = new Int32Array(256);
  for (let set = 0; set < count; set++) {
    const from = start[set]!;
    const size = start[set + 1]! - from;
    if (size > members.length) members = new Int32Array(2 * size);
    let ascends = true;
    for (let i = 0; i < size; i++) {
      const source = shapes.polygonShape[ids[from + i]!]!;
      if (i > 0 && source < members[i - 1]!) ascends = false;
      members[i] = source;
    }
    if (!ascends) members.subarray(0, size).sort();
    setOfPolygons[set] = sets.intern(members, 0, keepFirst(members, size));
  }
  const setOfCycle = membership.setOfCycle.map((set) => setOfPolygons[set]!);
  return { setOfCycle, sets, setOfPolygons };
}

/** Keeps one of each number of an ascending list. @returns how many those are */
function keepFirst(list: Int32Array, size: number): number {
  let used = 0;
  for (let i = 0; i < size; i++) {
    if (used === 0 || list[used - 1] !== list[i]) list[used++] = list[i]!;
  }
  return used;
}

/** Ground that polygons of one source cover more than once, in twice square steps, exact. */
export interface PartsOverlap {
  readonly source: number;
  readonly twice: bigint;
}

/**
 * Ground that two polygons of one source both cover. It is counted once; here is what that takes
 * from the sum of the parts.
 *
 * Cost: a look at each cycle, and nothing more where its set has as many sources as polygons.
 */
export function findPartsOverlaps(
  membership: Membership,
  coverage: Coverage,
  shapes: Shapes,
  { faces }: Arrangement,
): PartsOverlap[] {
  const { sets } = membership;
  const twice = new Map<number, bigint>();
  for (let cycle = 0; cycle < faces.count; cycle++) {
    // The area of an outside is below 0: it takes its ground from the face that it lies in. Where it
    // lies in none, nothing covers it.
    const set = membership.setOfCycle[cycle]!;
    if (sets.size(set) === coverage.sets.size(coverage.setOfPolygons[set]!)) continue;
    const area = wholeOf(faces.areaHigh[cycle]!, faces.areaLow[cycle]!);
    for (const source of repeatedSources(sets, set, shapes)) {
      twice.set(source, (twice.get(source) ?? 0n) + area);
    }
  }
  return [...twice].map(([source, area]) => ({ source, twice: area }));
}

/** Each source of a set once for every polygon of it beyond the first. */
export function repeatedSources(
  sets: SetTable,
  set: number,
  shapes: Pick<Shapes, "polygonShape">,
): number[] {
  const seen = new Set<number>();
  const repeated: number[] = [];
  for (let i = sets.start[set]!; i < sets.start[set + 1]!; i++) {
    const shape = shapes.polygonShape[sets.ids[i]!]!;
    if (seen.has(shape)) repeated.push(shape);
    seen.add(shape);
  }
  return repeated;
}
