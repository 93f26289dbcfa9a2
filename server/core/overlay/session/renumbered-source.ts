import { EdgeReader, type InputEdges } from "../input-edges.ts";
import type { Noded } from "../noding.ts";
import type { HeldEdges } from "./held-edges.ts";
import type { HeldSource } from "./held-source.ts";

/** One source with its pieces, as if there were no other. */
export interface Renumbered {
  readonly inputEdges: InputEdges;
  readonly noded: Noded;
}

/**
 * Reads a source into vertices and edges of its own, and its pieces with it, for those who look at
 * edges one by one: lists by edge are then as long as the source, not as the whole.
 *
 * Cost: a few visits a vertex.
 */
export function renumbered({ shape, ringHalf }: HeldSource, held: HeldEdges): Renumbered {
  const { vertices, edges } = held.reader;
  const own = new EdgeReader(ringHalf.length + 8);
  const ownHalf = own.read(shape);
  const inputEdges = own.edges.count;
  // Edge of its own -> the half-edge of the whole that runs as its half-edge `2e`.
  const halfOf = new Int32Array(inputEdges);
  ownHalf.forEach((half, i) => {
    if (half >= 0) halfOf[half >> 1] = ringHalf[i]! ^ (half & 1);
  });
  const point = (v: number) => own.vertices.id(vertices.x[v]!, vertices.y[v]!);
  const ends = (half: number) => {
    const [a, b] = [edges.low[half >> 1]!, edges.high[half >> 1]!];
    return half & 1 ? own.edges.half(point(b), point(a)) : own.edges.half(point(a), point(b));
  };
  const pieceStart = new Int32Array(inputEdges + 1);
  const pieces: number[] = [];
  for (let edge = 0; edge < inputEdges; edge++) {
    pieceStart[edge] = pieces.length;
    const half = halfOf[edge]!;
    const along = held.piecesOf(half >> 1);
    if (along.length === 1) pieces.push(2 * edge);
    else if (half & 1) for (const piece of along.toReversed()) pieces.push(ends(piece ^ 1));
    else for (const piece of along) pieces.push(ends(piece));
  }
  pieceStart[inputEdges] = pieces.length;
  const isFinal = new Uint8Array(own.edges.count);
  for (const half of pieces) isFinal[half >> 1] = 1;
  const noded = {
    vertices: own.vertices,
    edges: own.edges,
    inputEdges,
    isFinal,
    pieceStart,
    pieces: Int32Array.from(pieces),
    passes: held.passCount,
  };
  return { inputEdges: { vertices: own.vertices, edges: own.edges, ringHalf: ownHalf }, noded };
}
