import { enlarged } from "./int-list.ts";
import type { Shapes } from "./model.ts";

/**
 * Strands: stretches of input edges, numbered one after the other, that each ring runs along as a whole
 * or not at all. Edges have their numbers from the ring that was read first, so boundaries that many
 * rings share are long strands.
 */
export interface Strands {
  readonly count: number;
  /** Strand -> its first edge; one more than strands. Together they are all edges. */
  readonly start: Int32Array;
  /** Polygon -> its first run; one more than polygons. */
  readonly runStart: Int32Array;
  /** Run -> the first and the last strand along which a ring of the polygon runs, either way. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/**
 * Finds the strands, and the runs of strands that make up the rings of each polygon.
 *
 * Invariant: the runs of a polygon, edge by edge, are the edges that its rings run along, as often as
 * they do.
 * Cost: one look at each step of each ring, and one at each edge.
 *
 * @param ringHalf as in `InputEdges`
 */
export function findStrands(
  { polygonRing, ringVertex }: Shapes,
  ringHalf: Int32Array,
  edgeCount: number,
): Strands {
  const runs = new Runs(edgeCount);
  const runStart = new Int32Array(polygonRing.length);
  for (let polygon = 0; polygon + 1 < polygonRing.length; polygon++) {
    runStart[polygon] = runs.count;
    const end = polygonRing[polygon + 1]!;
    for (let ring = polygonRing[polygon]!; ring < end; ring++) {
      runs.addRing(ringHalf, ringVertex[ring]!, ringVertex[ring + 1]!);
    }
  }
  if (polygonRing.length > 0) runStart[polygonRing.length - 1] = runs.count;
  return { ...runs.cutAtEnds(), runStart };
}

/** Runs along edges of ascending or descending numbers. */
class Runs {
  count = 0;
  private low = new Int32Array(1024);
  private high = new Int32Array(1024);
  /** Edge -> 1 where a strand begins. */
  private readonly begins: Uint8Array;

  constructor(edgeCount: number) {
    this.begins = new Uint8Array(edgeCount + 1);
  }

  addRing(ringHalf: Int32Array, from: number, to: number): void {
    let first = -1;
    let last = -1;
    for (let i = from; i < to; i++) {
      const half = ringHalf[i]!;
      if (half < 0) continue;
      const edge = half >> 1;
      const step = edge - last;
      if (first >= 0 && (last - first) * step >= 0 && (step === 1 || step === -1)) {
        last = edge;
        continue;
      }
      if (first >= 0) this.add(first, last);
      first = edge;
      last = edge;
    }
    if (first >= 0) this.add(first, last);
  }

  private add(first: number, last: number): void {
    if (this.count === this.low.length) {
      this.low = enlarged(this.low, 2 * this.count);
      this.high = enlarged(this.high, 2 * this.count);
    }
    const low = Math.min(first, last);
    const high = Math.max(first, last);
    this.low[this.count] = low;
    this.high[this.count++] = high;
    this.begins[low] = 1;
    this.begins[high + 1] = 1;
  }

  /** Cuts the edges where runs begin and end, and numbers the runs by what is between. */
  cutAtEnds(): Omit<Strands, "runStart"> {
    const { begins } = this;
    const edgeCount = begins.length - 1;
    const strandAt = new Int32Array(edgeCount);
    let strand = -1;
    for (let edge = 0; edge < edgeCount; edge++) {
      if (begins[edge] === 1 || edge === 0) strand++;
      strandAt[edge] = strand;
    }
    const start = new Int32Array(strand + 2);
    for (let edge = edgeCount - 1; edge >= 0; edge--) start[strandAt[edge]!] = edge;
    start[strand + 1] = edgeCount;
    const first = this.low.subarray(0, this.count).map((edge) => strandAt[edge]!);
    const last = this.high.subarray(0, this.count).map((edge) => strandAt[edge]!);
    return { count: strand + 1, start, first, last };
  }
}
