import { AreaSum } from "./exact-area.ts";
import type { Boundaries } from "./faces.ts";
import { enlarged } from "./int-list.ts";

/**
 * Simple rings cut from the cycles of the faces: no ring visits a vertex twice.
 *
 * A face's cycle comes back to a node where an inner ring touches the shell in that point. There
 * the cycle is cut, so that shell and inner ring part, as OGC Simple Features asks.
 *
 * Invariant: a ring's coordinates begin with its lowest vertex (by x, then y), as they are given out.
 * Cost: a walk along each cycle and a copy of each vertex on either side of its chain.
 */
export class RingStore {
  count = 0;
  /** Ring -> its first vertex; one more than rings. */
  start = new Int32Array(1024);
  /** x, y of each vertex of each ring. */
  readonly xy: Int32Array;
  private readonly faces: Boundaries;
  /** The chain halves of the cycle that is being cut. */
  private walk = new Int32Array(256);
  /** Busy node -> where the walk last had it, counted through all walks. */
  private readonly place: Int32Array;
  private walked = 0;
  private readonly area = new AreaSum();

  constructor(faces: Boundaries) {
    this.faces = faces;
    const { count, nodeCount, start } = faces.graph.chains;
    // Each chain has two sides; the vertex it ends in counts to the chain that begins there.
    this.xy = new Int32Array(4 * (start[count]! - count));
    this.place = new Int32Array(nodeCount).fill(-1);
  }

  /**
   * Cuts one cycle into rings, which get the next numbers.
   *
   * @returns the number of the one that runs counter-clockwise, the shell of a bounded face; an
   *   outside has none, and what is returned of it says nothing
   */
  cut(cycle: number): number {
    const { graph, start } = this.faces;
    const { isBusy, next, chains } = graph;
    const { origin } = chains;
    const place = this.place;
    const begun = start[cycle]!;
    const begin = this.walked;
    let isSimple = true;
    let size = 0;
    let half = begun;
    do {
      const node = origin[half]!;
      if (isBusy[node] === 1) {
        if (place[node]! >= begin) isSimple = false;
        place[node] = begin + size;
      }
      if (size === this.walk.length) this.walk = enlarged(this.walk, 2 * size);
      this.walk[size++] = half;
      half = next[half]!;
    } while (half !== begun);
    this.walked += size;
    if (isSimple) return this.append(this.walk, size);
    return this.cutAtRepeats(this.walk.slice(0, size));
  }

  /**
   * Orders rings by their lowest vertex, by x, then y, and then by the one after it. An edge has one
   * ring on its left, so no two rings have both in common.
   */
  compare(a: number, b: number): number {
    const { xy, start } = this;
    const p = 2 * start[a]!;
    const q = 2 * start[b]!;
    for (let i = 0; i < 4; i++) {
      const order = xy[p + i]! - xy[q + i]!;
      if (order !== 0) return order;
    }
    return 0;
  }

  /** How many vertices a ring has. */
  size(ring: number): number {
    return this.start[ring + 1]! - this.start[ring]!;
  }

  /** Writes a ring's coordinates. @returns the place after the last */
  write(ring: number, into: Int32Array, at: number): number {
    const { xy } = this;
    const from = 2 * this.start[ring]!;
    const length = 2 * this.start[ring + 1]! - from;
    for (let i = 0; i < length; i++) into[at + i] = xy[from + i]!;
    return at + length;
  }

  /** Takes in a closed walk along the first `count` of some chain halves. @returns its number */
  private append(halves: Int32Array, count: number): number {
    const { start, xy } = this.faces.graph.chains;
    const into = this.xy;
    const first = this.chainWithLowest(halves, count);
    const lowest = 2 * this.faces.graph.chains.lowest[halves[first]! >> 1]!;
    let at = 2 * this.start[this.count]!;
    // The chain with the lowest vertex comes twice: from there on, and at the end up to there.
    for (let i = 0; i <= count; i++) {
      const entry = first + i;
      const half = halves[entry < count ? entry : entry - count]!;
      const begin = 2 * start[half >> 1]!;
      const end = 2 * start[(half >> 1) + 1]! - 2;
      if (half & 1) {
        const to = i === count ? lowest : begin;
        for (let p = i === 0 ? lowest : end; p > to; p -= 2) {
          into[at++] = xy[p]!;
          into[at++] = xy[p + 1]!;
        }
      } else {
        const to = i === count ? lowest : end;
        for (let p = i === 0 ? lowest : begin; p < to; p++) into[at++] = xy[p]!;
      }
    }
    if (this.count + 2 > this.start.length) this.start = enlarged(this.start, 2 * this.count + 2);
    this.start[this.count + 1] = at >> 1;
    return this.count++;
  }

  /** Which of some chain halves runs through the lowest vertex. */
  private chainWithLowest(halves: Int32Array, count: number): number {
    const { lowest, xy } = this.faces.graph.chains;
    let best = 0;
    let leastX = Infinity;
    let leastY = Infinity;
    for (let i = 0; i < count; i++) {
      const place = 2 * lowest[halves[i]! >> 1]!;
      const x = xy[place]!;
      if (x > leastX) continue;
      const y = xy[place + 1]!;
      if (x === leastX && y >= leastY) continue;
      leastX = x;
      leastY = y;
      best = i;
    }
    return best;
  }

  /**
   * Cuts a walk wherever it meets itself. It never comes back to the nodes of a ring that it has
   * closed, but for the one where it closed it: for that it would have to cross itself.
   *
   * @returns as {@link cut}
   */
  private cutAtRepeats(walk: Int32Array): number {
    const { origin } = this.faces.graph.chains;
    const places = new Map<number, number>();
    const stack: number[] = [];
    let shell = -1;
    const close = (halves: readonly number[]) => {
      const ring = this.append(Int32Array.from(halves), halves.length);
      if (this.isCounterClockwise(halves)) shell = ring;
    };
    for (const half of walk) {
      const node = origin[half]!;
      const seen = places.get(node);
      if (seen !== undefined) close(stack.splice(seen));
      places.set(node, stack.length);
      stack.push(half);
    }
    close(stack);
    return shell;
  }

  private isCounterClockwise(halves: readonly number[]): boolean {
    const area = this.area;
    area.clear();
    for (const half of halves) area.addChain(this.faces.graph.chains.areas, half);
    area.finish();
    return area.high >= 0;
  }
}
