import { AreaSum } from "./exact-area.ts";
import type { HalfEdges } from "./half-edges.ts";
import { enlarged } from "./int-list.ts";

/**
 * Boundaries of faces. A *cycle* is one closed walk along `next` with one face on its left. The
 * cycle of a bounded face runs counter-clockwise round it; each connected component of the graph
 * also has one clockwise cycle, its *outside*.
 */
export interface Boundaries {
  readonly graph: HalfEdges;
  readonly count: number;
  /** Cycle -> one of its chain halves. */
  readonly start: Int32Array;
  /** Cycle -> twice its signed area in square steps, exact, as pairs; see exact-area.ts. */
  readonly areaHigh: Float64Array;
  readonly areaLow: Float64Array;
  /** Cycle -> 1 for the outside of a component. */
  readonly isOutside: Uint8Array;
}

/** The cycles, and for each chain half the one it lies on. */
export interface Faces extends Boundaries {
  readonly cycleOf: Int32Array;
}

/**
 * Walks all cycles.
 *
 * Invariant: every chain half lies on exactly one cycle; no cycle has area 0, since the sets on the
 * two sides of a chain differ, so that no cycle runs along one there and back.
 * Cost: one visit a chain half.
 */
export function traceFaces(graph: HalfEdges): Faces {
  const cycleOf = new Int32Array(graph.next.length).fill(-1);
  let start = new Int32Array(1024);
  let areas = new Float64Array(2048);
  const area = new AreaSum();
  let count = 0;
  for (let first = 0; first < cycleOf.length; first++) {
    if (cycleOf[first] !== -1) continue;
    if (count === start.length) {
      start = enlarged(start, count * 2);
      const more = new Float64Array(count * 4);
      more.set(areas);
      areas = more;
    }
    walkCycle(graph, first, cycleOf, count, area);
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

/** Numbers the chain halves of one cycle and leaves its area in `area`. */
export function walkCycle(
  { chains: { areas }, next }: HalfEdges,
  first: number,
  cycleOf: Int32Array,
  cycle: number,
  area: AreaSum,
): void {
  area.clear();
  let half = first;
  do {
    cycleOf[half] = cycle;
    area.addChain(areas, half);
    half = next[half]!;
  } while (half !== first);
  area.finish();
}
