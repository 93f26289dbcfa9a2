import { AreaSum } from "./exact-area.ts";
import { type HalfEdges, origin } from "./half-edges.ts";
import { enlarged } from "./vertices.ts";

/**
 * Boundaries of faces. A *cycle* is one closed walk along `next` with one face on its left. The
 * cycle of a bounded face runs counter-clockwise round it; each connected component of the graph
 * also has one clockwise cycle, its *outside*.
 */
export interface Faces {
  readonly graph: HalfEdges;
  readonly count: number;
  /** Half-edge -> its cycle; -1 where its edge does not take part. */
  readonly cycleOf: Int32Array;
  /** Cycle -> one of its half-edges. */
  readonly start: Int32Array;
  /** Cycle -> twice its signed area in square steps, exact, as pairs; see exact-area.ts. */
  readonly areaHigh: Float64Array;
  readonly areaLow: Float64Array;
  /** Cycle -> 1 for the outside of a component. */
  readonly isOutside: Uint8Array;
}

/**
 * Walks all cycles.
 *
 * Invariant: every live half-edge lies on exactly one cycle; no cycle has area 0.
 * Cost: one visit a half-edge.
 */
export function traceFaces(graph: HalfEdges): Faces {
  const { edges, vertices, live, next } = graph;
  const { x, y } = vertices;
  const cycleOf = new Int32Array(2 * edges.count).fill(-1);
  let start = new Int32Array(1024);
  let areas = new Float64Array(2048);
  const area = new AreaSum();
  let count = 0;
  for (let first = 0; first < cycleOf.length; first++) {
    if (cycleOf[first] !== -1 || live[first >> 1] === 0) continue;
    if (count === start.length) {
      start = enlarged(start, count * 2);
      const more = new Float64Array(count * 4);
      more.set(areas);
      areas = more;
    }
    area.clear();
    let half = first;
    let here = origin(edges, half);
    do {
      cycleOf[half] = count;
      const there = origin(edges, half ^ 1);
      area.addEdge(x[here]!, y[here]!, x[there]!, y[there]!);
      here = there;
      half = next[half]!;
    } while (half !== first);
    area.finish();
    areas[2 * count] = area.high;
    areas[2 * count + 1] = area.low;
    start[count++] = first;
  }
  const areaHigh = new Float64Array(count);
  const areaLow = new Float64Array(count);
  const isOutside = new Uint8Array(count);
  for (let cycle = 0; cycle < count; cycle++) {
    areaHigh[cycle] = areas[2 * cycle]!;
    areaLow[cycle] = areas[2 * cycle + 1]!;
    isOutside[cycle] = areaHigh[cycle]! < 0 ? 1 : 0;
  }
  return { graph, count, cycleOf, start: start.subarray(0, count), areaHigh, areaLow, isOutside };
}
