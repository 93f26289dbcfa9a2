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
 * Cost: one sort of the members of each distinct set of polygons.
 */
export function foldIntoSources(
  membership: Membership,
  shapes: Shapes,
  makeKeys: MakeKeys,
): Coverage {
  const sets = new SetTable(makeKeys(shapes.count));
  const { start, ids, count } = membership.sets;
  const setOfPolygons = new Int32Array(count);
  for (let set = 0; set < count; set++) {
    const from = start[set]!;
    const members = new Int32Array(start[set + 1]! - from);
    for (let i = 0; i < members.length; i++) members[i] = shapes.polygonShape[ids[from + i]!]!;
    members.sort();
    let used = 0;
    for (const member of members) {
      if (used === 0 || members[used - 1] !== member) members[used++] = member;
    }
    setOfPolygons[set] = sets.intern(members, 0, used);
  }
  const setOfCycle = membership.setOfCycle.map((set) => setOfPolygons[set]!);
  return { setOfCycle, sets, setOfPolygons };
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
 * Cost: nothing where every set of polygons has as many sources as polygons.
 */
export function findPartsOverlaps(
  membership: Membership,
  coverage: Coverage,
  shapes: Shapes,
  { faces, around }: Arrangement,
): PartsOverlap[] {
  const { sets } = membership;
  const twice = new Map<number, bigint>();
  for (let cycle = 0; cycle < faces.count; cycle++) {
    // A component takes the ground within its outside from the face around it, if there is one.
    const face = faces.isOutside[cycle] === 1 ? around[cycle]! : cycle;
    const set = membership.setOfCycle[cycle]!;
    if (face < 0 || sets.size(set) === coverage.sets.size(coverage.setOfPolygons[set]!)) continue;
    const area = wholeOf(faces.areaHigh[cycle]!, faces.areaLow[cycle]!);
    for (const source of repeatedSources(sets, set, shapes)) {
      twice.set(source, (twice.get(source) ?? 0n) + area);
    }
  }
  return [...twice].map(([source, area]) => ({ source, twice: area }));
}

/** Each source of a set once for every polygon of it beyond the first. */
function repeatedSources(sets: SetTable, set: number, shapes: Shapes): number[] {
  const seen = new Set<number>();
  const repeated: number[] = [];
  for (let i = sets.start[set]!; i < sets.start[set + 1]!; i++) {
    const shape = shapes.polygonShape[sets.ids[i]!]!;
    if (seen.has(shape)) repeated.push(shape);
    seen.add(shape);
  }
  return repeated;
}
