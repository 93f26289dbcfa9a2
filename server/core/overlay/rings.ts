import { AreaSum } from "./exact-area.ts";
import type { Boundaries } from "./faces.ts";
import { origin } from "./half-edges.ts";
import { enlarged } from "./vertices.ts";

/**
 * Simple rings cut from the cycles of the faces: no ring visits a vertex twice.
 *
 * A face's cycle comes back to a vertex where a hole touches its edge in that point. There the
 * cycle is cut, so that shell and hole become rings of their own, as OGC's rules ask.
 */
export class RingStore {
  count = 0;
  /** Ring -> its first vertex in `vertex`; one more than rings. */
  start = new Int32Array(1024);
  vertex = new Int32Array(4096);
  /** Ring -> where its lowest vertex (by x, then y) stands in `vertex`. */
  lowest = new Int32Array(1024);
  private readonly faces: Boundaries;
  private readonly place: Int32Array;
  private readonly area = new AreaSum();
  private stack = new Int32Array(1024);

  constructor(faces: Boundaries) {
    this.faces = faces;
    this.place = new Int32Array(faces.graph.vertices.count).fill(-1);
  }

  /**
   * Cuts one cycle into rings, which get the next numbers.
   *
   * @returns the number of the ring that runs counter-clockwise; -1 if all run clockwise
   */
  cut(cycle: number): number {
    const { graph, start } = this.faces;
    const first = this.count;
    const begin = start[cycle]!;
    let depth = 0;
    let half = begin;
    do {
      const v = origin(graph.edges, half);
      const isBusy = graph.isBusy[v] === 1;
      const seen = isBusy ? this.place[v]! : -1;
      if (seen >= 0) {
        this.append(seen, depth);
        this.forget(seen + 1, depth);
        depth = seen + 1;
      } else {
        if (depth === this.stack.length) this.stack = enlarged(this.stack, depth * 2);
        if (isBusy) this.place[v] = depth;
        this.stack[depth++] = v;
      }
      half = graph.next[half]!;
    } while (half !== begin);
    this.append(0, depth);
    this.forget(0, depth);
    if (this.count === first + 1) return this.faces.isOutside[cycle] === 1 ? -1 : first;
    for (let ring = first; ring < this.count; ring++)
      if (this.isCounterClockwise(ring)) return ring;
    return -1;
  }

  /** Orders rings by their vertices, read from the lowest: by x, then y, of the first to differ. */
  compare(a: number, b: number): number {
    if (a === b) return 0;
    const { x, y } = this.faces.graph.vertices;
    const length = Math.min(this.size(a), this.size(b));
    for (let i = 0; i < length; i++) {
      const p = this.vertexAt(a, i);
      const q = this.vertexAt(b, i);
      if (p !== q) return x[p]! - x[q]! || y[p]! - y[q]!;
    }
    return this.size(a) - this.size(b);
  }

  /** How many vertices a ring has. */
  size(ring: number): number {
    return this.start[ring + 1]! - this.start[ring]!;
  }

  /** The vertex `i` places after the lowest of a ring. */
  vertexAt(ring: number, i: number): number {
    const at = this.lowest[ring]! + i;
    return this.vertex[at < this.start[ring + 1]! ? at : at - this.size(ring)]!;
  }

  /** Writes a ring's coordinates from its lowest vertex on. @returns the place after the last */
  write(ring: number, xy: Int32Array, at: number): number {
    const { x, y } = this.faces.graph.vertices;
    const from = this.start[ring]!;
    const to = this.start[ring + 1]!;
    let used = at;
    let i = this.lowest[ring]!;
    for (let left = to - from; left > 0; left--) {
      const v = this.vertex[i]!;
      xy[used++] = x[v]!;
      xy[used++] = y[v]!;
      i = i + 1 === to ? from : i + 1;
    }
    return used;
  }

  private forget(from: number, to: number): void {
    const { isBusy } = this.faces.graph;
    for (let i = from; i < to; i++) {
      const v = this.stack[i]!;
      if (isBusy[v] === 1) this.place[v] = -1;
    }
  }

  private append(from: number, to: number): void {
    const { x, y } = this.faces.graph.vertices;
    if (this.count + 2 > this.start.length) {
      this.start = enlarged(this.start, this.start.length * 2);
      this.lowest = enlarged(this.lowest, this.start.length);
    }
    const begin = this.start[this.count]!;
    const end = begin + to - from;
    if (end > this.vertex.length) this.vertex = enlarged(this.vertex, end * 2);
    let lowest = begin;
    let least = this.stack[from]!;
    for (let i = from; i < to; i++) {
      const v = this.stack[i]!;
      this.vertex[begin + i - from] = v;
      if (x[v]! < x[least]! || (x[v] === x[least] && y[v]! < y[least]!)) {
        least = v;
        lowest = begin + i - from;
      }
    }
    this.lowest[this.count++] = lowest;
    this.start[this.count] = end;
  }

  private isCounterClockwise(ring: number): boolean {
    const { x, y } = this.faces.graph.vertices;
    this.area.clear();
    const size = this.size(ring);
    for (let i = 0; i < size; i++) {
      const a = this.vertexAt(ring, i);
      const b = this.vertexAt(ring, i + 1 === size ? 0 : i + 1);
      this.area.addEdge(x[a]!, y[a]!, x[b]!, y[b]!);
    }
    this.area.finish();
    return this.area.high >= 0;
  }
}
