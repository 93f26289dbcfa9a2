import type { Box } from "./edge-squares.ts";
import { BEYOND, type FaceMap, NOT_LIVE } from "./face.ts";
import type { HeldEdges } from "./held-edges.ts";
import type { Loop } from "./loops.ts";
import type { Marks } from "./marks.ts";
import { boxOf, Outline } from "./outline.ts";

/** Within so many squares there are fewer edges than faces in all. */
const FEW_SQUARES = 200;

/**
 * Marks the faces that a polygon covers now and did not before, or the other way round, beside those
 * that are marked already: all that a changed edge ends on.
 *
 * Crossing an edge toggles its owners, before as now. So a polygon's cover changed on just the ground
 * that is enclosed, even-odd, by the edges that it owns now or owned before, and not both. Edges that
 * hang together and toggle the same polygons mostly enclose ground by themselves: a line that was bent
 * and the line as it was before. So they are looked at together; only what is left open is looked at
 * polygon by polygon.
 *
 * Cost: a few looks at each changed edge; one at the edges in the box of each small loop, and one at
 * each face for each that reaches far.
 *
 * @param changed edge -> the set that owned it before
 */
export function touchCoveredAnew(
  held: HeldEdges,
  map: FaceMap,
  changed: ReadonlyMap<number, number>,
  touched: Marks,
): void {
  for (const loop of closedLoops(held, changed)) {
    const box = boxOf(held.reader, loop.edges);
    const near =
      held.squares.count(box) > FEW_SQUARES ? facesWithin(map, box) : facesBeside(held, map, box);
    const doubtful = near.filter((face) => !touched.has(face) && map.faces[face] !== undefined);
    if (doubtful.length === 0) continue;
    const outline = new Outline(held.reader, loop.edges);
    for (const face of doubtful) {
      if (outline.holds(map.pointX[face]!, map.pointY[face]!)) touched.add(face);
    }
  }
}

/** All loops that enclose ground whose cover changed; where two do, it may not have. */
function closedLoops(
  { owners, sets, loops }: HeldEdges,
  changed: ReadonlyMap<number, number>,
): Loop[] {
  const alike = new Map<number, number[]>();
  for (const [edge, before] of changed) {
    const toggled = sets.difference(before, owners[edge]!);
    const edges = alike.get(toggled);
    if (edges) edges.push(edge);
    else alike.set(toggled, [edge]);
  }
  const closed: Loop[] = [];
  const open = new Map<number, number[]>();
  for (const [toggled, edges] of alike) {
    for (const loop of loops.find(edges)) {
      if (loop.isClosed) closed.push(loop);
      else {
        for (let i = sets.start[toggled]!; i < sets.start[toggled + 1]!; i++) {
          const polygon = sets.ids[i]!;
          const list = open.get(polygon) ?? [];
          open.set(polygon, list);
          for (const edge of loop.edges) list.push(edge);
        }
      }
    }
  }
  for (const edges of open.values()) for (const loop of loops.find(edges)) closed.push(loop);
  return closed;
}

/** The bounded faces of which a vertex lies in a box; numbers not in use among them. */
function facesWithin(
  { faces, pointX, pointY }: FaceMap,
  { west, south, east, north }: Box,
): number[] {
  const found: number[] = [];
  for (let face = BEYOND + 1; face < faces.length; face++) {
    const x = pointX[face]!;
    const y = pointY[face]!;
    if (x >= west && x <= east && y >= south && y <= north) found.push(face);
  }
  return found;
}

/** The faces beside the edges in a box: all that lie within it are among them. */
function facesBeside(
  { squares }: HeldEdges,
  { chains: { halfOf, faceOf } }: FaceMap,
  box: Box,
): number[] {
  const found = new Set<number>();
  for (const edge of squares.within(box)) {
    const half = halfOf[edge]!;
    if (half !== NOT_LIVE) found.add(faceOf[half]!).add(faceOf[half ^ 1]!);
  }
  return [...found];
}
