import { runsOf } from "./wall-runs.ts";
import { Cover, wallsBelow } from "./wall-sight.ts";
import { type NodedRings, oddEdges, wallsOf } from "./walls.ts";

/** Of one ring: the rings that cover all of the ground just within it, and those that cover some. */
interface Surroundings {
  all: readonly number[] | undefined;
  readonly some: Set<number>;
}

/**
 * How many of the other rings lie around each of some rings: exact, and the same wherever a ring
 * starts, as it is read off the ground just within each run of noded edges. A ring that shares an
 * edge with one that lies in it has that one on some of its ground, and not around it.
 *
 * Cost: as that of `unionArea`, and at each run a look at each ring that bounds it or lies below it.
 *
 * @returns place in `rings` -> how many are around it, 0 for a ring that bounds nothing; undefined
 *   where two rings cross
 */
export function ringDepths(facts: NodedRings, rings: readonly number[]): number[] | undefined {
  const around = surroundingsOf(facts, rings);
  for (const [ring, { all, some }] of around.entries()) {
    for (const other of some) {
      // Both bound some ground, as one covers some within the other.
      if (!all!.includes(other) && !around[other]!.all!.includes(ring)) return undefined;
    }
  }
  return around.map(({ all }) => all?.length ?? 0);
}

function surroundingsOf(facts: NodedRings, rings: readonly number[]): Surroundings[] {
  const around = rings.map((): Surroundings => ({ all: undefined, some: new Set() }));
  const walls = wallsOf(
    facts,
    rings.map((ring) => oddEdges(facts, ring, ring + 1)),
  );
  const { first } = runsOf(walls);
  const below = wallsBelow(walls, first);
  const covers = new Cover(rings.length);
  const boundedBy = (wall: number) =>
    walls.regions.subarray(walls.start[wall]!, walls.start[wall + 1]!);
  first.forEach((wall, run) => {
    const bounded = boundedBy(wall);
    const near = new Set(bounded);
    for (const under of below.ids.subarray(below.start[run]!, below.start[run + 1]!)) {
      for (const ring of boundedBy(under)) near.add(ring);
    }
    const look = (ring: number): void => {
      const seen = around[ring]!;
      const here = [...near].filter((other) => other !== ring && covers.has(other));
      seen.all = seen.all?.filter((other) => here.includes(other)) ?? here;
      for (const other of here) seen.some.add(other);
    };
    covers.lookUp(walls, below, run);
    const isUnder = bounded.filter((ring) => covers.has(ring));
    isUnder.forEach(look);
    covers.cross(walls, wall);
    for (const ring of bounded) if (!isUnder.includes(ring)) look(ring);
  });
  return around;
}
