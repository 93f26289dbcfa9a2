import type { Chains } from "./chains.ts";
import { crossSign } from "./orientation.ts";

/** The arrangement as a graph of chain halves between nodes. */
export interface HalfEdges {
  readonly chains: Chains;
  /** Chain half -> the next with the same face on its left. */
  readonly next: Int32Array;
  /** Node -> 1 where four or more chain halves leave, so that one face may come by more than once. */
  readonly isBusy: Uint8Array;
}

/**
 * Sorts the chain halves around each node and links each to its successor along the face on its
 * left: arriving at a node, turn as sharply left as there is a chain to turn into.
 *
 * Invariant: `next` permutes the chain halves; each orbit is one boundary of one face.
 * Cost: an insertion sort around each node, where three or four chain halves leave most of them.
 */
export function linkHalfEdges(chains: Chains): HalfEdges {
  const { nodeCount, origin } = chains;
  const halves = 2 * chains.count;
  const start = new Int32Array(nodeCount + 1);
  for (let half = 0; half < halves; half++) start[origin[half]!]!++;
  for (let node = 1; node <= nodeCount; node++) start[node]! += start[node - 1]!;
  const around = new Int32Array(halves);
  for (let half = 0; half < halves; half++) around[--start[origin[half]!]!] = half;
  const next = new Int32Array(halves);
  const isBusy = new Uint8Array(nodeCount);
  const sorter = new Sorter(chains);
  for (let node = 0; node < nodeCount; node++) {
    const from = start[node]!;
    const to = start[node + 1]!;
    if (to - from > 3) isBusy[node] = 1;
    if (to - from > 2) sorter.sort(around, from, to);
    for (let i = from; i < to; i++) {
      next[around[i]! ^ 1] = around[i === from ? to - 1 : i - 1]!;
    }
  }
  return { chains, next, isBusy };
}

/** Up to so many an insertion sort is the fastest. */
const FEW = 24;

/** Orders chain halves that leave a node counter-clockwise, from due east. */
class Sorter {
  private readonly chains: Chains;
  /** The directions of the chain halves that are sorted, place by place. */
  private dx = new Float64Array(FEW);
  private dy = new Float64Array(FEW);

  constructor(chains: Chains) {
    this.chains = chains;
  }

  sort(around: Int32Array, from: number, to: number): void {
    this.readDirections(around, from, to);
    const { dx, dy } = this;
    if (to - from > FEW) {
      const order = Array.from({ length: to - from }, (_, i) => i);
      order.sort((i, j) => turnOrder(dx[i]!, dy[i]!, dx[j]!, dy[j]!));
      const halves = around.slice(from, to);
      order.forEach((place, i) => {
        around[from + i] = halves[place]!;
      });
      return;
    }
    for (let i = 1; i < to - from; i++) {
      const half = around[from + i]!;
      const x = dx[i]!;
      const y = dy[i]!;
      let j = i - 1;
      for (; j >= 0 && turnOrder(dx[j]!, dy[j]!, x, y) > 0; j--) {
        around[from + j + 1] = around[from + j]!;
        dx[j + 1] = dx[j]!;
        dy[j + 1] = dy[j]!;
      }
      around[from + j + 1] = half;
      dx[j + 1] = x;
      dy[j + 1] = y;
    }
  }

  private readDirections(around: Int32Array, from: number, to: number): void {
    if (to - from > this.dx.length) {
      this.dx = new Float64Array(2 * (to - from));
      this.dy = new Float64Array(2 * (to - from));
    }
    const { start, xy } = this.chains;
    for (let i = from; i < to; i++) {
      const half = around[i]!;
      const at = half & 1 ? 2 * start[(half >> 1) + 1]! - 2 : 2 * start[half >> 1]!;
      const ahead = half & 1 ? at - 2 : at + 2;
      this.dx[i - from] = xy[ahead]! - xy[at]!;
      this.dy[i - from] = xy[ahead + 1]! - xy[at + 1]!;
    }
  }
}

/** Below 0 when direction (ax, ay) comes before (bx, by), counter-clockwise from due east. */
function turnOrder(ax: number, ay: number, bx: number, by: number): number {
  const lowerA = ay < 0 || (ay === 0 && ax < 0);
  const lowerB = by < 0 || (by === 0 && bx < 0);
  if (lowerA !== lowerB) return lowerA ? 1 : -1;
  return -crossSign(ax, ay, bx, by);
}
