import { type FaceMap, NOT_LIVE } from "./face.ts";
import type { HeldEdges } from "./held-edges.ts";
import { type Loop, loopsOf } from "./loops.ts";
import { boxOf, Outline } from "./outline.ts";

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
 * Cost: a few looks at each changed edge, and one at the edges in the box of each loop.
 *
 * @param changed edge -> the set that owned it before
 */
export function touchCoveredAnew(
  held: HeldEdges,
  map: FaceMap,
  changed: ReadonlyMap<number, number>,
  touched: Uint8Array,
): void {
  for (const loop of closedLoops(held, changed)) touchWithin(held, map, loop, touched);
}

/** All loops that enclose ground whose cover changed; where two do, it may not have. */
function closedLoops(
  { owners, sets, reader }: HeldEdges,
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
    for (const loop of loopsOf(reader, edges)) {
      if (loop.isClosed) closed.push(loop);
      else {
        for (let i = sets.start[toggled]!; i < sets.start[toggled + 1]!; i++) {
          const polygon = sets.ids[i]!;
          const list = open.get(polygon);
          if (list) list.push(...loop.edges);
          else open.set(polygon, [...loop.edges]);
        }
      }
    }
  }
  for (const edges of open.values()) closed.push(...loopsOf(reader, edges));
  return closed;
}

/** Touches the faces within a loop. */
function touchWithin(
  { reader, squares }: HeldEdges,
  { faces, chains: { halfOf, faceOf } }: FaceMap,
  { edges }: Loop,
  touched: Uint8Array,
): void {
  const asked = new Set<number>();
  for (const edge of squares.within(boxOf(reader, edges))) {
    const half = halfOf[edge]!;
    if (half === NOT_LIVE) continue;
    if (touched[faceOf[half]!] === 0) asked.add(faceOf[half]!);
    if (touched[faceOf[half ^ 1]!] === 0) asked.add(faceOf[half ^ 1]!);
  }
  if (asked.size === 0) return;
  const outline = new Outline(reader, edges);
  for (const number of asked) {
    const face = faces[number];
    if (face !== undefined && outline.holds(face.xy[0]!, face.xy[1]!)) touched[number] = 1;
  }
}
