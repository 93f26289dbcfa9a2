import { enlarged } from "./int-list.ts";

/** {@link SplitList} as plain arrays, as it comes back from another thread. */
export interface Splits {
  readonly count: number;
  readonly edge: Int32Array;
  readonly vertex: Int32Array;
  readonly pointCount: number;
  readonly pointX: Int32Array;
  readonly pointY: Int32Array;
}

/**
 * What noding finds: which edges pass through which pixels.
 *
 * An edge below zero is a near miss: edge `-1 - e` passes near the pixel and does not meet it; see
 * suspects.ts.
 *
 * A vertex below zero stands for a crossing that has no number yet: `-1 - k` is the crossing
 * `pointX[k], pointY[k]`, where no vertex is; none stands twice in a search. So leaves can be
 * searched by several threads that share the vertices and never write to them.
 */
export class SplitList implements Splits {
  count = 0;
  edge = new Int32Array(1024);
  vertex = new Int32Array(1024);
  pointCount = 0;
  pointX = new Int32Array(256);
  pointY = new Int32Array(256);

  /** Notes that `edge` is to pass through `vertex`. */
  add(edge: number, vertex: number): void {
    if (this.count === this.edge.length) {
      this.edge = enlarged(this.edge, this.count * 2);
      this.vertex = enlarged(this.vertex, this.count * 2);
    }
    this.edge[this.count] = edge;
    this.vertex[this.count++] = vertex;
  }

  /** Notes a crossing. @returns its stand-in vertex, below zero */
  addPoint(x: number, y: number): number {
    if (this.pointCount === this.pointX.length) {
      this.pointX = enlarged(this.pointX, this.pointCount * 2);
      this.pointY = enlarged(this.pointY, this.pointCount * 2);
    }
    this.pointX[this.pointCount] = x;
    this.pointY[this.pointCount] = y;
    return -1 - this.pointCount++;
  }
}
