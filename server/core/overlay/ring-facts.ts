import type { Edges } from "./edges.ts";
import type { InputEdges } from "./input-edges.ts";
import type { Shapes } from "./model.ts";
import type { Noded } from "./noding.ts";
import { addRing, TurnSum } from "./turn-sum.ts";
import type { Vertices } from "./vertices.ts";

/** What is known of the input rings apart from all faces and cells: the certificate's own side. */
export interface RingFacts {
  readonly shapes: Shapes;
  readonly inputEdges: InputEdges;
  readonly noded: Noded;
  /** Ring -> twice its signed area in square steps, exact: as it came and as it was noded. */
  readonly before: readonly bigint[];
  readonly after: readonly bigint[];
  /** Ring -> its length in steps. */
  readonly perimeter: Float64Array;
  /** Ring -> 1 when it turns back on itself along an edge. */
  readonly spikes: Uint8Array;
  /** The largest distance in steps of a vertex from the input edge that was led through it. */
  readonly drift: number;
}

/**
 * Measures every ring before and after noding by walking its own edges.
 *
 * Invariant: a ring's area after is its area before and what each of its bent edges adds.
 * Cost: one visit an input vertex.
 */
export function measureRings(shapes: Shapes, inputEdges: InputEdges, noded: Noded): RingFacts {
  const { ringVertex } = shapes;
  const ringCount = ringVertex.length - 1;
  const { bends, drift } = measureBends(noded);
  const { before, perimeter } = measureAsGiven(shapes);
  const spikes = new Uint8Array(ringCount);
  const after: bigint[] = [];
  for (let ring = 0; ring < ringCount; ring++) {
    const from = ringVertex[ring]!;
    const to = ringVertex[ring + 1]!;
    const given = before[ring]!;
    const change = followRing(inputEdges.ringHalf, noded, bends, from, to, spikes, ring);
    after.push(change === 0 ? given : given + BigInt(change));
  }
  return { shapes, inputEdges, noded, before, after, perimeter, spikes, drift };
}

/** Measures the rings of a shape as they came. */
export function measureAsGiven({
  ringVertex,
  xy,
}: Shapes): Pick<RingFacts, "before" | "perimeter"> {
  const perimeter = new Float64Array(ringVertex.length - 1);
  const before: bigint[] = [];
  const sum = new TurnSum();
  for (let ring = 0; ring < perimeter.length; ring++) {
    sum.clear();
    addRing(xy, ringVertex[ring]!, ringVertex[ring + 1]!, sum);
    before.push(sum.total());
    perimeter[ring] = ringLength(xy, ringVertex[ring]!, ringVertex[ring + 1]!);
  }
  return { before, perimeter };
}

/** Follows a ring along its pieces and marks spikes. @returns what its bends add to twice its area */
function followRing(
  ringHalf: Int32Array,
  noded: Noded,
  bends: Float64Array,
  from: number,
  to: number,
  spikes: Uint8Array,
  ring: number,
): number {
  const { isFinal } = noded;
  let change = 0;
  let last = lastPiece(noded, lastHalf(ringHalf, from, to));
  for (let i = from; i < to; i++) {
    const half = ringHalf[i]!;
    if (half < 0) continue;
    if (isFinal[half >> 1] === 1) {
      if (half === (last ^ 1)) spikes[ring] = 1;
      last = half;
      continue;
    }
    const bend = bends[half >> 1]!;
    change += half & 1 ? -bend : bend;
    if (firstPiece(noded, half) === (last ^ 1)) spikes[ring] = 1;
    last = lastPiece(noded, half);
  }
  return change;
}

/** The length of a ring in steps. */
function ringLength(xy: Int32Array, from: number, to: number): number {
  let length = 0;
  let x = xy[2 * to - 2]!;
  let y = xy[2 * to - 1]!;
  for (let i = from; i < to; i++) {
    const dx = xy[2 * i]! - x;
    const dy = xy[2 * i + 1]! - y;
    length += Math.sqrt(dx * dx + dy * dy);
    x += dx;
    y += dy;
  }
  return length;
}

function lastHalf(ringHalf: Int32Array, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (ringHalf[i]! >= 0) return ringHalf[i]!;
  return -1;
}

function firstPiece({ pieceStart, pieces }: Noded, half: number): number {
  const edge = half >> 1;
  return half & 1 ? pieces[pieceStart[edge + 1]! - 1]! ^ 1 : pieces[pieceStart[edge]!]!;
}

function lastPiece(noded: Noded, half: number): number {
  return half < 0 ? -1 : firstPiece(noded, half ^ 1) ^ 1;
}

/** How far noding bent an edge. */
export interface Bend {
  /**
   * Twice the area between its pieces and itself: exact, since it is no more than the edge's length
   * times twice the drift.
   */
  readonly area: number;
  /** The largest distance in steps of a vertex from the edge that was led through it. */
  readonly drift: number;
}

/** Measures each input edge that was split. */
function measureBends({ vertices, edges, inputEdges, pieceStart, pieces }: Noded): {
  bends: Float64Array;
  drift: number;
} {
  const bends = new Float64Array(inputEdges);
  const sum = new TurnSum();
  let drift = 0;
  for (let edge = 0; edge < inputEdges; edge++) {
    const from = pieceStart[edge]!;
    const to = pieceStart[edge + 1]!;
    if (to - from < 2) continue;
    const bend = measureBend(vertices, edges, edge, pieces, from, to, sum);
    bends[edge] = bend.area;
    drift = Math.max(drift, bend.drift);
  }
  return { bends, drift };
}

/** Measures an edge that is split into `pieces[from]` up to `pieces[to]`. */
export function measureBend(
  { x, y }: Vertices,
  edges: Edges,
  edge: number,
  pieces: ArrayLike<number>,
  from: number,
  to: number,
  sum: TurnSum,
): Bend {
  const ax = x[edges.low[edge]!]!;
  const ay = y[edges.low[edge]!]!;
  const dx = x[edges.high[edge]!]! - ax;
  const dy = y[edges.high[edge]!]! - ay;
  const length = Math.sqrt(dx * dx + dy * dy);
  let px = 0;
  let py = 0;
  let drift = 0;
  sum.clear();
  for (let p = from; p < to; p++) {
    const half = pieces[p]!;
    const v = half & 1 ? edges.low[half >> 1]! : edges.high[half >> 1]!;
    const qx = x[v]! - ax;
    const qy = y[v]! - ay;
    sum.add(px, py, qx - px, qy - py);
    drift = Math.max(drift, Math.abs(dx * qy - dy * qx) / length);
    px = qx;
    py = qy;
  }
  return { area: sum.small(), drift };
}
