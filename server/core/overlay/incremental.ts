import { EdgeReader } from "./input-edges.ts";
import type { Grid, Partition, Shapes } from "./model.ts";
import type { Noded } from "./noding.ts";
import { certified, cutNoded, type PartitionOptions } from "./partition.ts";
import { type Changes, PassState } from "./pass-state.ts";

/** How much of the edges a change made the engine node again. */
export interface Renoded {
  /** Segments searched for splits, summed over the passes. */
  readonly searched: number;
  /** Segments there are, summed over the passes. */
  readonly all: number;
}

/** A partition that follows its sources. */
export interface Session {
  /** The partition of the sources as they stand: the same as from scratch, byte for byte. */
  partition(options?: PartitionOptions): Partition;
  /**
   * Gives a source another shape: moved, redrawn, or, with a shape without polygons, taken out.
   * The number after the last adds a source.
   *
   * @param shape one shape, on the session's grid
   */
  replace(source: number, shape: Shapes): Renoded;
}

/** One source as it was read. */
interface Held {
  readonly shape: Shapes;
  readonly halves: Int32Array;
}

/**
 * Opens a session: vertices, edges and the splits of every pass are kept, so that a change reads
 * only the source that changed and nodes only the edges it touches.
 *
 * Invariant: what is kept equals what noding the present sources from scratch would find, pass by
 * pass; see pass-state.ts for why. Vertices and edges that nothing uses any more stay in the tables
 * and bound nothing.
 * Cost of a change: the source's own vertices, one look at the box of each edge, and what is near.
 */
export function openSession(sources: Shapes, grid: Grid): Session {
  const reader = new EdgeReader((sources.xy.length >> 1) + 8);
  const passes = [new PassState(reader.vertices, reader.edges)];
  const held: Held[] = [];
  const changes: Changes = new Map();
  for (let source = 0; source < sources.count; source++) {
    held.push(read(reader, shapeOf(sources, source), changes));
  }
  applyChanges(passes, changes);
  return {
    partition: (options = {}) => {
      const all = join(held);
      const noded = nodedOf(reader, passes, all.ringHalf);
      const input = { vertices: reader.vertices, edges: reader.edges, ringHalf: all.ringHalf };
      return certified(cutNoded(all.shapes, input, noded, grid, options), options);
    },
    replace: (source, shape) => {
      const change: Changes = new Map();
      const old = held[source];
      if (old !== undefined) countHalves(old.halves, -1, change);
      held[source] = read(reader, shape, change);
      return applyChanges(passes, change);
    },
  };
}

function read(reader: EdgeReader, shape: Shapes, changes: Changes): Held {
  const halves = reader.read(shape);
  countHalves(halves, 1, changes);
  return { shape, halves };
}

function countHalves(halves: Int32Array, by: number, changes: Changes): void {
  for (const half of halves) {
    if (half < 0) continue;
    const sum = (changes.get(half >> 1) ?? 0) + by;
    if (sum === 0) changes.delete(half >> 1);
    else changes.set(half >> 1, sum);
  }
}

/** Carries a change from pass to pass until one has nothing to split. */
function applyChanges(passes: PassState[], input: Changes): Renoded {
  let changes = input;
  let searched = 0;
  let all = 0;
  for (let i = 0; ; i++) {
    const pass = passes[i]!;
    const result = pass.apply(changes);
    searched += result.searched;
    all += pass.size;
    if (pass.isLast) {
      passes.length = i + 1;
      return { searched, all };
    }
    changes = result.pieces;
    if (i + 1 === passes.length) passes.push(pass.successorBefore(changes));
  }
}

/** The passes folded into one list of pieces for each edge that the sources use. */
function nodedOf(
  { vertices, edges }: EdgeReader,
  passes: readonly PassState[],
  ringHalf: Int32Array,
): Noded {
  const used = new Uint8Array(edges.count);
  for (const half of ringHalf) if (half >= 0) used[half >> 1] = 1;
  const pieceStart = new Int32Array(edges.count + 1);
  const pieces: number[] = [];
  for (let edge = 0; edge < used.length; edge++) {
    pieceStart[edge] = pieces.length;
    if (used[edge] === 1) appendPieces(passes, 0, 2 * edge, pieces);
  }
  pieceStart[used.length] = pieces.length;
  const isFinal = new Uint8Array(edges.count);
  for (const half of pieces) isFinal[half >> 1] = 1;
  return {
    vertices,
    edges,
    inputEdges: used.length,
    isFinal,
    pieceStart,
    pieces: Int32Array.from(pieces),
    passes: passes.length,
  };
}

function appendPieces(
  passes: readonly PassState[],
  from: number,
  half: number,
  into: number[],
): void {
  for (let i = from; i < passes.length; i++) {
    const pieces = passes[i]!.piecesOf(half >> 1);
    if (pieces.length === 1) continue;
    const inOrder = half & 1 ? pieces.map((piece) => piece ^ 1).reverse() : pieces;
    for (const piece of inOrder) appendPieces(passes, i + 1, piece, into);
    return;
  }
  into.push(half);
}

/** One source as a shape of its own. */
function shapeOf(sources: Shapes, source: number): Shapes {
  const { polygonShape, polygonRing, ringVertex, xy, ringArea } = sources;
  const rings: number[] = [];
  const starts: number[] = [0];
  for (let polygon = 0; polygon < polygonShape.length; polygon++) {
    if (polygonShape[polygon] !== source) continue;
    for (let r = polygonRing[polygon]!; r < polygonRing[polygon + 1]!; r++) rings.push(r);
    starts.push(rings.length);
  }
  const parts = rings.map((r) => xy.subarray(2 * ringVertex[r]!, 2 * ringVertex[r + 1]!));
  return {
    count: 1,
    polygonShape: new Int32Array(starts.length - 1),
    polygonRing: Int32Array.from(starts),
    ...layOut(parts),
    ringArea: Float64Array.from(rings, (r) => ringArea?.[r] ?? Number.NaN),
  };
}

function layOut(parts: readonly Int32Array[]): Pick<Shapes, "ringVertex" | "xy"> {
  const ringVertex = new Int32Array(parts.length + 1);
  parts.forEach((part, i) => {
    ringVertex[i + 1] = ringVertex[i]! + (part.length >> 1);
  });
  const xy = new Int32Array(2 * ringVertex[parts.length]!);
  parts.forEach((part, i) => {
    xy.set(part, 2 * ringVertex[i]!);
  });
  return { ringVertex, xy };
}

/** All sources laid out flat, with the half-edges they were read as. */
function join(held: readonly Held[]): { shapes: Shapes; ringHalf: Int32Array } {
  const polygonShape: number[] = [];
  const polygonRing: number[] = [];
  const ringVertex: number[] = [];
  const ringArea: number[] = [];
  let vertex = 0;
  for (const { halves } of held) vertex += halves.length;
  const xy = new Int32Array(2 * vertex);
  const ringHalf = new Int32Array(vertex);
  vertex = 0;
  held.forEach(({ shape, halves }, source) => {
    for (let polygon = 0; polygon < shape.polygonShape.length; polygon++) {
      polygonShape.push(source);
      polygonRing.push(ringVertex.length + shape.polygonRing[polygon]!);
    }
    for (let r = 0; r + 1 < shape.ringVertex.length; r++) {
      ringArea.push(shape.ringArea?.[r] ?? Number.NaN);
    }
    const rings = shape.ringVertex.subarray(0, -1);
    for (const start of rings) ringVertex.push(vertex + start);
    xy.set(shape.xy, 2 * vertex);
    ringHalf.set(halves, vertex);
    vertex += halves.length;
  });
  polygonRing.push(ringVertex.length);
  ringVertex.push(vertex);
  const shapes = {
    count: held.length,
    polygonShape: Int32Array.from(polygonShape),
    polygonRing: Int32Array.from(polygonRing),
    ringVertex: Int32Array.from(ringVertex),
    xy,
    ringArea: Float64Array.from(ringArea),
  };
  return { shapes, ringHalf };
}
