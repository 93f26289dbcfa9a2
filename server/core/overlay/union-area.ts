import { runsOf } from "./wall-runs.ts";
import { Cover, wallsBelow } from "./wall-sight.ts";
import { type NodedRings, oddEdges, wallsOf } from "./walls.ts";

/**
 * Twice the area of one source in square steps, exact, from its noded rings alone: each polygon
 * read even-odd, all of them united. Independent of faces: for every run of edges it looks straight
 * down and counts. Where just one side of it is covered, the run bounds the union.
 *
 * Only needed where rings cross themselves or parts overlap; elsewhere the sum of the rings will do.
 *
 * Cost: sorting the edges, and a comparison of each run's line of sight with the edges above and
 * below it.
 */
export function unionArea(facts: NodedRings, polygons: readonly number[]): bigint {
  const { polygonRing } = facts.shapes;
  const bounds = polygons.map((polygon) =>
    oddEdges(facts, polygonRing[polygon]!, polygonRing[polygon + 1]!),
  );
  const walls = wallsOf(facts, bounds);
  const { first, swept } = runsOf(walls);
  const below = wallsBelow(walls, first);
  const covers = new Cover(polygons.length);
  let area = 0n;
  first.forEach((wall, run) => {
    const under = covers.lookUp(walls, below, run);
    const over = under + covers.cross(walls, wall);
    if (under > 0 === over > 0) return;
    const isRightOf = under > 0 === walls.highX[wall]! > walls.lowX[wall]!;
    area += isRightOf ? swept[run]! : -swept[run]!;
  });
  return area;
}
