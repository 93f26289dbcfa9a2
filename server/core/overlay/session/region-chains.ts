import type { Chains } from "../chains.ts";
import { enlarged } from "../int-list.ts";
import type { HeldChains } from "./held-chains.ts";

/**
 * Some of the chains of a session as chains for themselves, numbered anew in their order.
 *
 * Invariant: half `2i` runs as half `2 * ids[i]` does.
 * Cost: a look at each chain, and a copy of its coordinates.
 */
export class RegionChains {
  private readonly held: HeldChains;
  /** Vertex -> 1 + the number of its node; 0 between two regions. */
  private nodeOf = new Int32Array(0);

  constructor(held: HeldChains) {
    this.held = held;
  }

  /** @param owners region chain -> its set of owners in the region */
  take(ids: readonly number[], owners: Int32Array): Chains {
    const { runs, areas } = this.held;
    const start = new Int32Array(ids.length + 1);
    for (let i = 0; i < ids.length; i++) start[i + 1] = start[i]! + runs.size[ids[i]!]!;
    const xy = new Int32Array(2 * start[ids.length]!);
    const lowest = new Int32Array(ids.length);
    const areasOfOurs = new Float64Array(2 * ids.length);
    for (let i = 0; i < ids.length; i++) {
      const chain = ids[i]!;
      const from = 2 * runs.start[chain]!;
      const to = from + 2 * runs.size[chain]!;
      xy.set(runs.xy.subarray(from, to), 2 * start[i]!);
      lowest[i] = start[i]! + runs.lowest[chain]!;
      areasOfOurs[2 * i] = areas[2 * chain]!;
      areasOfOurs[2 * i + 1] = areas[2 * chain + 1]!;
    }
    return {
      count: ids.length,
      ...this.numberNodes(ids),
      start,
      xy,
      lowest,
      areas: areasOfOurs,
      owners,
    };
  }

  private numberNodes(ids: readonly number[]): Pick<Chains, "origin" | "nodeCount"> {
    const { origin: vertexOf } = this.held;
    const origin = new Int32Array(2 * ids.length);
    let nodeCount = 0;
    for (let at = 0; at < origin.length; at++) {
      const vertex = vertexOf[(2 * ids[at >> 1]!) | (at & 1)]!;
      if (vertex >= this.nodeOf.length) this.nodeOf = enlarged(this.nodeOf, 2 * vertex + 1024);
      if (this.nodeOf[vertex] === 0) this.nodeOf[vertex] = ++nodeCount;
      origin[at] = this.nodeOf[vertex]! - 1;
    }
    for (const chain of ids) {
      this.nodeOf[vertexOf[2 * chain]!] = 0;
      this.nodeOf[vertexOf[2 * chain + 1]!] = 0;
    }
    return { origin, nodeCount };
  }
}
