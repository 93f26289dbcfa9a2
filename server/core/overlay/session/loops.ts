import type { EdgeReader } from "../input-edges.ts";
import { enlarged } from "../int-list.ts";

/** Edges that hang together. */
export interface Loop {
  readonly edges: readonly number[];
  /** Whether an even number of them meets in every vertex, so that they enclose ground. */
  readonly isClosed: boolean;
}

/**
 * Parts edges into those that hang together.
 *
 * Cost: a few looks at each edge.
 */
export class LoopFinder {
  private readonly reader: Pick<EdgeReader, "vertices" | "edges">;
  /** Vertex -> 2 + twice the place of an edge there, and 1 more for an odd number; 0 between calls. */
  private met = new Int32Array(0);

  constructor(reader: Pick<EdgeReader, "vertices" | "edges">) {
    this.reader = reader;
  }

  find(edges: readonly number[]): Loop[] {
    const { low, high } = this.reader.edges;
    const { count } = this.reader.vertices;
    if (this.met.length < count) this.met = enlarged(this.met, this.reader.vertices.x.length);
    const { met } = this;
    // Edges by place; each leads towards the one that stands for its group.
    const towards = new Int32Array(edges.length);
    for (let place = 0; place < edges.length; place++) {
      towards[place] = place;
      meet(met, towards, low[edges[place]!]!, place);
      meet(met, towards, high[edges[place]!]!, place);
    }
    const groupOf = new Int32Array(edges.length).fill(-1);
    const groups: { edges: number[]; isClosed: boolean }[] = [];
    for (let place = 0; place < edges.length; place++) {
      const first = rootOf(towards, place);
      if (groupOf[first]! < 0) groupOf[first] = groups.push({ edges: [], isClosed: true }) - 1;
      const edge = edges[place]!;
      const group = groups[groupOf[first]!]!;
      group.edges.push(edge);
      if ((met[low[edge]!]! | met[high[edge]!]!) & 1) group.isClosed = false;
    }
    for (const edge of edges) met[low[edge]!] = met[high[edge]!] = 0;
    return groups;
  }
}

/** Notes that an edge ends in a vertex, and unites it with one that did before. */
function meet(met: Int32Array, towards: Int32Array, vertex: number, place: number): void {
  const there = met[vertex]!;
  if (there === 0) met[vertex] = 2 * place + 3;
  else {
    met[vertex] = there ^ 1;
    towards[rootOf(towards, place)] = rootOf(towards, (there >> 1) - 1);
  }
}

/** The place that stands for a group. Halves the way there, so that ways stay short. */
function rootOf(towards: Int32Array, place: number): number {
  let at = place;
  while (towards[at] !== at) {
    towards[at] = towards[towards[at]!]!;
    at = towards[at]!;
  }
  return at;
}
