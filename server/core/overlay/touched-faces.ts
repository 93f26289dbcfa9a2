import { BEYOND, type FaceMap, NOT_LIVE } from "./face.ts";
import type { HeldEdges } from "./held-edges.ts";
import { Ray } from "./nesting.ts";
import { Outline } from "./outline.ts";

/** The edges whose owners changed, each with the set that owned it before. */
export type ChangedEdges = ReadonlyMap<number, number>;

/**
 * The faces that a change may alter, each marked 1: those at the ends of changed edges, which may get
 * another shape, and those that a polygon covers now and did not before, or the other way round.
 *
 * Crossing an edge toggles its owners, before as now. So a polygon's cover changed on just the ground
 * that is enclosed, even-odd, by the edges that it owns now or owned before, and not both.
 *
 * Cost: a look at the edges near the change, and at each face for each polygon that changed; at each
 * edge for each group of changed edges that meets nothing there was before.
 */
export function touchedFaces(held: HeldEdges, map: FaceMap, changed: ChangedEdges): Uint8Array {
  const touched = new Uint8Array(map.faces.length);
  touchAtEdges(held, map, [...changed.keys()], touched);
  if (map.faces.length > 1) touchWithin(held, map.faces, changed, touched);
  return touched;
}

/** Touches the faces on whose boundary a changed edge ends, or in which it lies. */
function touchAtEdges(
  live: HeldEdges,
  { faces, faceOf }: FaceMap,
  changed: readonly number[],
  touched: Uint8Array,
): void {
  const { vertices, edges } = live.reader;
  const { low, high } = edges;
  // 1 at the ends of changed edges, 2 where such an end lies on an edge that there was before.
  const mark = new Uint8Array(vertices.count);
  for (const edge of changed) {
    mark[low[edge]!] = 1;
    mark[high[edge]!] = 1;
  }
  if (faces.length === 1) touched[BEYOND] = 1;
  for (const edge of live.squares.around(changed)) {
    if (faceOf[2 * edge] === NOT_LIVE) continue;
    if (mark[low[edge]!] === 0 && mark[high[edge]!] === 0) continue;
    touched[faceOf[2 * edge]!] = 1;
    touched[faceOf[2 * edge + 1]!] = 1;
    if (mark[low[edge]!] === 1) mark[low[edge]!] = 2;
    if (mark[high[edge]!] === 1) mark[high[edge]!] = 2;
  }
  for (const vertex of floating(live, changed, mark)) touched[faceAround(live, faceOf, vertex)] = 1;
}

/** Touches the faces within the outlines of what changed. Those on them are touched already. */
function touchWithin(
  { owners, sets, reader }: HeldEdges,
  faces: FaceMap["faces"],
  changed: ChangedEdges,
  touched: Uint8Array,
): void {
  const outlines = new Map<number, number[]>();
  for (const [edge, before] of changed) {
    for (const polygon of sets.difference(before, owners[edge]!)) {
      const outline = outlines.get(polygon);
      if (outline) outline.push(edge);
      else outlines.set(polygon, [edge]);
    }
  }
  for (const boundary of outlines.values()) {
    const outline = new Outline(reader, boundary);
    faces.forEach((face, number) => {
      if (face === undefined || touched[number] === 1) return;
      if (outline.holds(face.xy[0]!, face.xy[1]!)) touched[number] = 1;
    });
  }
}

/** A leftmost vertex of each group of changed edges that hangs on nothing there was before. */
function floating(live: HeldEdges, changed: readonly number[], mark: Uint8Array): number[] {
  const { vertices, edges } = live.reader;
  const { x, y } = vertices;
  const at = new Map<number, number[]>();
  for (const edge of changed) {
    if (live.owners[edge] === 0) continue;
    for (const end of [edges.low[edge]!, edges.high[edge]!]) {
      const there = at.get(end);
      if (there) there.push(edge);
      else at.set(end, [edge]);
    }
  }
  const found: number[] = [];
  const seen = new Set<number>();
  for (const first of at.keys()) {
    if (seen.has(first)) continue;
    seen.add(first);
    const group = [first];
    let hangs = false;
    let best = first;
    for (const v of group) {
      if (mark[v] === 2) hangs = true;
      if (x[v]! < x[best]! || (x[v] === x[best] && y[v]! < y[best]!)) best = v;
      for (const edge of at.get(v)!) {
        const other = edges.low[edge]! === v ? edges.high[edge]! : edges.low[edge]!;
        if (seen.has(other)) continue;
        seen.add(other);
        group.push(other);
      }
    }
    if (!hangs) found.push(best);
  }
  return found;
}

/** The face that a vertex lies in which is on no edge there was before. */
function faceAround({ reader }: HeldEdges, faceOf: Int32Array, vertex: number): number {
  const { vertices, edges } = reader;
  const ray = new Ray(vertices, edges, vertices.x[vertex]!, vertices.y[vertex]!);
  for (let edge = 0; edge < edges.count; edge++) {
    if (faceOf[2 * edge] !== NOT_LIVE) ray.meet(edge);
  }
  return ray.best < 0 ? BEYOND : faceOf[ray.best]!;
}
