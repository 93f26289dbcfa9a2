import type { Faces } from "./faces.ts";

/** The connected components of the graph, and a way from each component's outside to its cycles. */
export interface Components {
  readonly count: number;
  /** Cycle -> its component. */
  readonly ofCycle: Int32Array;
  /** Component -> its outside cycle. */
  readonly outside: Int32Array;
  /** All cycles, component by component, each after the cycle it was reached from. */
  readonly order: Int32Array;
  /** Component -> its first cycle in `order`, which is its outside; one more than components. */
  readonly orderStart: Int32Array;
  /** Cycle -> the chain half whose twin lies on it, by which it was reached; -1 for an outside. */
  readonly via: Int32Array;
}

/**
 * Finds the components by crossing chains from each outside cycle inwards.
 *
 * Invariant: every cycle is reached; a component has exactly one outside.
 * Cost: one visit a chain half.
 */
export function findComponents({ graph, count, cycleOf, start, isOutside }: Faces): Components {
  const { next } = graph;
  const ofCycle = new Int32Array(count).fill(-1);
  const order = new Int32Array(count);
  const via = new Int32Array(count).fill(-1);
  const outside: number[] = [];
  const orderStart: number[] = [];
  let used = 0;
  for (let first = 0; first < count; first++) {
    if (isOutside[first] === 0) continue;
    const component = outside.length;
    outside.push(first);
    orderStart.push(used);
    ofCycle[first] = component;
    order[used++] = first;
    for (let i = orderStart[component]!; i < used; i++) {
      const begin = start[order[i]!]!;
      let half = begin;
      do {
        const across = cycleOf[half ^ 1]!;
        if (ofCycle[across] === -1) {
          ofCycle[across] = component;
          via[across] = half;
          order[used++] = across;
        }
        half = next[half]!;
      } while (half !== begin);
    }
  }
  if (used !== count) throw new Error("A cycle of the arrangement has no outside.");
  orderStart.push(used);
  return {
    count: outside.length,
    ofCycle,
    outside: Int32Array.from(outside),
    order,
    orderStart: Int32Array.from(orderStart),
    via,
  };
}
