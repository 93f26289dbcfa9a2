import { enlarged } from "../int-list.ts";
import type { Changes } from "./changes.ts";

/** Which edges are segments of a pass, and how often. */
export class Presence {
  /** How many edges are present. */
  size = 0;
  private counts: Int32Array;

  /** @param counts edge -> how often it is present */
  constructor(counts: Int32Array) {
    this.counts = counts;
    for (let edge = 0; edge < counts.length; edge++) if (counts[edge]! > 0) this.size++;
  }

  has(edge: number): boolean {
    return (this.counts[edge] ?? 0) > 0;
  }

  edges(): number[] {
    const edges: number[] = [];
    for (let edge = 0; edge < this.counts.length; edge++) {
      if (this.counts[edge]! > 0) edges.push(edge);
    }
    return edges;
  }

  /** Counts edges in and out. @returns those that are new here, and those that are here no more */
  apply({ edges, by }: Changes): { came: number[]; gone: number[] } {
    const came: number[] = [];
    const gone: number[] = [];
    for (let i = 0; i < edges.length; i++) {
      const edge = edges[i]!;
      if (edge >= this.counts.length) this.counts = enlarged(this.counts, 2 * edge + 1024);
      const was = this.counts[edge]!;
      const is = was + by[i]!;
      this.counts[edge] = is;
      if (was === 0 && is > 0) came.push(edge);
      if (was > 0 && is === 0) gone.push(edge);
    }
    this.size += came.length - gone.length;
    return { came, gone };
  }
}
