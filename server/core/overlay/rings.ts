import { AreaSum } from "./exact-area.ts";
import type { Boundaries } from "./faces.ts";
import { enlarged } from "./vertices.ts";

/**
 * Simple rings cut from the cycles of the faces: no ring visits a vertex twice.
 *
 * A face's cycle comes back to a vertex where a hole touches its edge in that point. There the
 * cycle is cut, so that shell and hole become rings of their own, as OGC's rules ask.
 */
export class RingStore {
  count = 0;
  /** Ring -> its first vertex; one more than rings. */
  start = new Int32Array(1024);
  /** x, y of each vertex of each ring. */
  readonly xy: Int32Array;
  /** Ring -> its lowest vertex (by x, then y). */
  lowest = new Int32Array(1024);
  private readonly faces: Boundaries;
  /** Busy vertex -> where the store last had it; behind the present ring for those of others. */
  private readonly place: Int32Array;
  private readonly area = new AreaSum();

  constructor(faces: Boundaries) {
    this.faces = faces;
    this.xy = new Int32Array(2 * faces.graph.halves);
    this.place = new Int32Array(faces.graph.vertices.count).fill(-1);
  }

  /**
   * Cuts one cycle into rings, which get the next numbers.
   *
   * @returns the number of the ring that runs counter-clockwise; -1 if all run clockwise
   */
  cut(cycle: number): number {
    const { edges, vertices, isBusy, next } = this.faces.graph;
    const { low, high } = edges;
    const { x, y } = vertices;
    const place = this.place;
    const xy = this.xy;
    const first = this.count;
    const begin = this.start[first]!;
    const begun = this.faces.start[cycle]!;
    let isSimple = true;
    let leastX = Infinity;
    let leastY = Infinity;
    let lowest = begin;
    let at = begin;
    let half = begun;
    do {
      const v = half & 1 ? high[half >> 1]! : low[half >> 1]!;
      const vx = x[v]!;
      const vy = y[v]!;
      if (isBusy[v] === 1) {
        if (place[v]! >= begin) isSimple = false;
        place[v] = at;
      }
      if (vx < leastX || (vx === leastX && vy < leastY)) {
        leastX = vx;
        leastY = vy;
        lowest = at;
      }
      xy[2 * at] = vx;
      xy[2 * at + 1] = vy;
      at++;
      half = next[half]!;
    } while (half !== begun);
    if (!isSimple) return this.cutAtRepeats(begin, at);
    this.close(at, lowest);
    return this.faces.isOutside[cycle] === 1 ? -1 : first;
  }

  /** Orders rings by their vertices, read from the lowest: by x, then y, of the first to differ. */
  compare(a: number, b: number): number {
    if (a === b) return 0;
    const { xy } = this;
    const length = Math.min(this.size(a), this.size(b));
    for (let i = 0; i < length; i++) {
      const p = 2 * this.placeOf(a, i);
      const q = 2 * this.placeOf(b, i);
      const order = xy[p]! - xy[q]! || xy[p + 1]! - xy[q + 1]!;
      if (order !== 0) return order;
    }
    return this.size(a) - this.size(b);
  }

  /** How many vertices a ring has. */
  size(ring: number): number {
    return this.start[ring + 1]! - this.start[ring]!;
  }

  /** Writes a ring's coordinates from its lowest vertex on. @returns the place after the last */
  write(ring: number, into: Int32Array, at: number): number {
    const from = 2 * this.start[ring]!;
    const to = 2 * this.start[ring + 1]!;
    const lowest = 2 * this.lowest[ring]!;
    let used = at;
    for (let i = lowest; i < to; i++) into[used++] = this.xy[i]!;
    for (let i = from; i < lowest; i++) into[used++] = this.xy[i]!;
    return used;
  }

  /** Where the vertex `i` places after the lowest of a ring stands. */
  private placeOf(ring: number, i: number): number {
    const at = this.lowest[ring]! + i;
    return at < this.start[ring + 1]! ? at : at - this.size(ring);
  }

  /** The vertices from `begin` to `end` are a ring. */
  private close(end: number, lowest: number): void {
    if (this.count + 2 > this.start.length) {
      this.start = enlarged(this.start, this.start.length * 2);
      this.lowest = enlarged(this.lowest, this.start.length);
    }
    this.lowest[this.count++] = lowest;
    this.start[this.count] = end;
  }

  /** Cuts the walk that stands in the store from `begin` to `end` wherever it meets itself. */
  private cutAtRepeats(begin: number, end: number): number {
    const first = this.count;
    const walk = this.xy.slice(2 * begin, 2 * end);
    const places = new Map<string, number>();
    const stack: number[] = [];
    for (let i = 0; i < walk.length; i += 2) {
      const key = `${walk[i]} ${walk[i + 1]}`;
      const seen = places.get(key);
      if (seen === undefined) {
        places.set(key, stack.length);
        stack.push(i);
      } else {
        const ring = stack.splice(seen, stack.length - seen, i);
        for (const at of ring.slice(1)) places.delete(`${walk[at]} ${walk[at + 1]}`);
        this.append(walk, ring);
      }
    }
    this.append(walk, stack);
    for (let ring = first; ring < this.count; ring++) {
      if (this.isCounterClockwise(ring)) return ring;
    }
    return -1;
  }

  private append(walk: Int32Array, ring: readonly number[]): void {
    const { xy } = this;
    let at = this.start[this.count]!;
    let lowest = at;
    for (const i of ring) {
      xy[2 * at] = walk[i]!;
      xy[2 * at + 1] = walk[i + 1]!;
      const order = xy[2 * at]! - xy[2 * lowest]! || xy[2 * at + 1]! - xy[2 * lowest + 1]!;
      if (order < 0) lowest = at;
      at++;
    }
    this.close(at, lowest);
  }

  private isCounterClockwise(ring: number): boolean {
    const { xy } = this;
    this.area.clear();
    const size = this.size(ring);
    for (let i = 0; i < size; i++) {
      const a = 2 * this.placeOf(ring, i);
      const b = 2 * this.placeOf(ring, i + 1 === size ? 0 : i + 1);
      this.area.addEdge(xy[a]!, xy[a + 1]!, xy[b]!, xy[b + 1]!);
    }
    this.area.finish();
    return this.area.high >= 0;
  }
}
