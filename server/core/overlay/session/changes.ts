import { enlarged } from "../int-list.ts";
import { Marks } from "./marks.ts";

/** Edges that came or went, each once, and how often it came less how often it went; never 0. */
export interface Changes {
  readonly edges: readonly number[];
  readonly by: readonly number[];
}

/** Counts by edge, in a list that is used again and again. */
export class EdgeTally {
  private readonly counted = new Marks();
  private sums = new Int32Array(0);

  /** Counts an edge in, or out where `by` is below 0. */
  add(edge: number, by: number): void {
    this.counted.add(edge);
    if (edge >= this.sums.length) this.sums = enlarged(this.sums, 2 * edge + 1024);
    this.sums[edge]! += by;
  }

  /** Takes what did not come to nothing, and begins anew. */
  take(): Changes {
    const { sums } = this;
    const edges: number[] = [];
    const by: number[] = [];
    for (const edge of this.counted.take()) {
      if (sums[edge] !== 0) {
        edges.push(edge);
        by.push(sums[edge]!);
      }
      sums[edge] = 0;
    }
    return { edges, by };
  }
}
