import { TurnSum } from "./turn-sum.ts";
import { Cover, columnsOf, coverBelow, type NodedRings, oddEdges, wallsOf } from "./walls.ts";

/**
 * Twice the area of one source in square steps, exact, from its noded rings alone: each polygon
 * read even-odd, all of them united. Independent of faces: for every edge it looks straight down
 * and counts.
 *
 * Only needed where rings cross themselves or parts overlap; elsewhere the sum of the rings will do.
 *
 * Cost: every edge looks at the edges above the same stretch of the x axis; the square of the number
 * of edges at worst.
 */
export function unionArea(facts: NodedRings, polygons: readonly number[]): bigint {
  const { polygonRing } = facts.shapes;
  const bounds = polygons.map((polygon) =>
    oddEdges(facts, polygonRing[polygon]!, polygonRing[polygon + 1]!),
  );
  const walls = wallsOf(facts, bounds);
  if (walls.count === 0) return 0n;
  const columns = columnsOf(walls);
  const { ax, ay, bx, by } = walls;
  const covers = new Cover(polygons.length);
  const sum = new TurnSum();
  for (let wall = 0; wall < walls.count; wall++) {
    const below = coverBelow(walls, columns, wall, covers);
    const above = below + covers.cross(walls, wall);
    if (below > 0 === above > 0) continue;
    // The ground below the wall down to the axis, as a step up seen from the axis.
    const width = bx[wall]! - ax[wall]!;
    sum.add(below > 0 ? width : -width, 0, 0, ay[wall]! + by[wall]!);
  }
  return sum.total();
}
