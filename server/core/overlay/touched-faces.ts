import { BEYOND, type FaceMap, NOT_LIVE } from "./face.ts";
import type { EdgeReader } from "./input-edges.ts";
import type { LiveEdges } from "./live-edges.ts";
import { isLeftOf, Ray } from "./nesting.ts";

/** What has changed since the faces were cut. */
export interface FaceChange {
  /** The edges whose owners are not what they were. */
  readonly edges: readonly number[];
  /** The sources that are not what they were. */
  readonly sources: ReadonlySet<number>;
  /** Polygons from this number on are new. */
  readonly knownPolygons: number;
}

/**
 * The faces that a change may alter, each marked 1: those at the ends of changed edges, which may get
 * another shape, and those within polygons that came or went, which get another set.
 *
 * Cost: a look at the edges near the change, at each set, and at each face for each new polygon; at
 * each edge for each group of changed edges that meets nothing there was before.
 */
export function touchedFaces(live: LiveEdges, map: FaceMap, change: FaceChange): Uint8Array {
  const touched = new Uint8Array(map.faces.length);
  touchAtEdges(live, map, change.edges, touched);
  touchCovered(map, change.sources, touched);
  touchWithin(live, map.faces, change.edges, change.knownPolygons, touched);
  return touched;
}

/** Touches the faces on whose boundary a changed edge ends, or in which it lies. */
function touchAtEdges(
  live: LiveEdges,
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

/** Touches the faces that a replaced source covered. */
function touchCovered(
  { sets, faces }: FaceMap,
  replaced: ReadonlySet<number>,
  touched: Uint8Array,
): void {
  const { start, ids } = sets;
  const holds = new Uint8Array(sets.count);
  for (let set = 0; set < holds.length; set++) {
    for (let i = start[set]!; i < start[set + 1]!; i++) if (replaced.has(ids[i]!)) holds[set] = 1;
  }
  faces.forEach((face, number) => {
    if (face !== undefined && holds[face.set] === 1) touched[number] = 1;
  });
}

/** Touches the faces within polygons that are new. Those on their boundaries are touched already. */
function touchWithin(
  { owners, sets, reader }: LiveEdges,
  faces: FaceMap["faces"],
  changed: readonly number[],
  knownPolygons: number,
  touched: Uint8Array,
): void {
  if (faces.length === 1) return;
  const boundary = new Map<number, number[]>();
  for (const edge of changed) {
    const set = owners[edge]!;
    for (let i = sets.start[set + 1]! - 1; i >= sets.start[set]!; i--) {
      const polygon = sets.ids[i]!;
      if (polygon < knownPolygons) break;
      const edges = boundary.get(polygon);
      if (edges) edges.push(edge);
      else boundary.set(polygon, [edge]);
    }
  }
  for (const edges of boundary.values()) {
    const outline = new Outline(reader, edges);
    faces.forEach((face, number) => {
      if (face === undefined || touched[number] === 1) return;
      if (outline.holds(face.xy[0]!, face.xy[1]!)) touched[number] = 1;
    });
  }
}

/** A leftmost vertex of each group of changed edges that hangs on nothing there was before. */
function floating(live: LiveEdges, changed: readonly number[], mark: Uint8Array): number[] {
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
function faceAround({ reader }: LiveEdges, faceOf: Int32Array, vertex: number): number {
  const { vertices, edges } = reader;
  const ray = new Ray(vertices, edges, vertices.x[vertex]!, vertices.y[vertex]!);
  for (let edge = 0; edge < edges.count; edge++) {
    if (faceOf[2 * edge] !== NOT_LIVE) ray.meet(edge);
  }
  return ray.best < 0 ? BEYOND : faceOf[ray.best]!;
}

type Graph = Pick<EdgeReader, "vertices" | "edges">;

/** The noded edges that bound one polygon. */
class Outline {
  private readonly graph: Graph;
  private readonly boundary: readonly number[];
  private left = Infinity;
  private right = -Infinity;
  private bottom = Infinity;
  private top = -Infinity;

  constructor(graph: Graph, boundary: readonly number[]) {
    this.graph = graph;
    this.boundary = boundary;
    const { x, y } = graph.vertices;
    for (const edge of boundary) {
      for (const v of [graph.edges.low[edge]!, graph.edges.high[edge]!]) {
        this.left = Math.min(this.left, x[v]!);
        this.right = Math.max(this.right, x[v]!);
        this.bottom = Math.min(this.bottom, y[v]!);
        this.top = Math.max(this.top, y[v]!);
      }
    }
  }

  /** Whether a vertex that is not on the outline lies within it, even-odd. */
  holds(px: number, py: number): boolean {
    if (px < this.left || px > this.right || py < this.bottom || py > this.top) return false;
    const { vertices, edges } = this.graph;
    let inside = false;
    for (const edge of this.boundary) if (isLeftOf(vertices, edges, edge, px, py)) inside = !inside;
    return inside;
  }
}
