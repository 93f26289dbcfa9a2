import { Edges } from "./edges.ts";
import { enlarged, type MakeList } from "./int-list.ts";
import type { Shapes } from "./model.ts";
import { Vertices } from "./vertices.ts";

/** The input as unique vertices and edges. */
export interface InputEdges {
  readonly vertices: Vertices;
  readonly edges: Edges;
  /** Input vertex -> half-edge to the next vertex of its ring; -1 where the two are one point. */
  readonly ringHalf: Int32Array;
}

/** Reads all rings of the shapes; see {@link EdgeReader}. */
export function readInputEdges(shapes: Shapes, makeList?: MakeList): InputEdges {
  const reader = new EdgeReader(shapes.xy.length >> 1, makeList);
  const ringHalf = reader.read(shapes);
  return { vertices: reader.vertices, edges: reader.edges, ringHalf };
}

/**
 * Vertices to make room for at first, where the input has as many. Most maps have fewer that differ; a
 * table that grows is filled anew.
 */
const MOST_ROOM = 1 << 20;

/**
 * Reads rings into unique vertices and edges. May be given shapes after shapes.
 *
 * Boundaries are drawn along each other, so the half-edge that came after this one the last time
 * probably comes after it now; and a neighbour comes the other way, so both ways are remembered. If
 * the guess ends in the vertex we read, neither vertex nor edge has to be looked up. Of 20,000 unions
 * of wards that finds 19 vertices of 20, of 2,000 four of five: nearly all that were read before.
 *
 * Invariant: walking the half-edges of a ring gives back its vertices, less immediate repeats; every
 * vertex is the end of an edge.
 * Cost: one comparison a vertex where the guess holds, else one vertex and one edge look-up.
 */
export class EdgeReader {
  readonly vertices: Vertices;
  readonly edges: Edges;
  /** Half-edge -> 1 + the half-edge that came after it the last time; 0 for none. */
  private follower: Int32Array;

  /**
   * @param expected how many vertices of rings will be read, about; more are taken as they come
   * @param makeList makes the lists of coordinates and ends
   */
  constructor(expected: number, makeList?: MakeList) {
    const room = Math.min(expected, MOST_ROOM);
    this.vertices = new Vertices(room, makeList);
    // Noding adds pieces. Room that is never written to costs nothing; to copy edges into more does.
    this.edges = new Edges(2 * room, makeList);
    this.follower = new Int32Array(2 * room);
  }

  /** @returns input vertex -> half-edge to the next vertex of its ring; -1 where they are one point */
  read({ xy, ringVertex }: Shapes): Int32Array {
    const ringHalf = new Int32Array(xy.length >> 1);
    for (let ring = 0; ring + 1 < ringVertex.length; ring++) {
      this.readRing(xy, ringVertex[ring]!, ringVertex[ring + 1]!, ringHalf);
    }
    return ringHalf;
  }

  private readRing(xy: Int32Array, from: number, to: number, ringHalf: Int32Array): void {
    let first = from;
    while (first < to && isRepeat(xy, first, first + 1 < to ? first + 1 : from)) {
      ringHalf[first++] = -1;
    }
    // A ring of one point has no edge, and its point no number: noding looks for vertices where edges
    // end, and would number it again.
    if (first === to) return;
    const { vertices, edges } = this;
    const start = vertices.id(xy[2 * from]!, xy[2 * from + 1]!);
    let here = start;
    let previous = -1;
    for (let i = first; i < to; i++) {
      const j = i + 1 === to ? from : i + 1;
      const x = xy[2 * j]!;
      const y = xy[2 * j + 1]!;
      const guess = previous < 0 ? -1 : this.follower[previous]! - 1;
      if (guess >= 0) {
        const end = guess & 1 ? edges.low[guess >> 1]! : edges.high[guess >> 1]!;
        if (vertices.x[end] === x && vertices.y[end] === y) {
          ringHalf[i] = guess;
          here = end;
          previous = guess;
          continue;
        }
      }
      const there = j === from ? start : vertices.id(x, y);
      if (there === here) {
        ringHalf[i] = -1;
        continue;
      }
      const half = edges.half(here, there);
      if (half >= this.follower.length) {
        this.follower = enlarged(this.follower, 2 * edges.low.length);
      }
      if (previous >= 0) {
        this.follower[previous] = half + 1;
        this.follower[half ^ 1] = (previous ^ 1) + 1;
      }
      ringHalf[i] = half;
      here = there;
      previous = half;
    }
  }
}

/** Whether two vertices are one point. */
function isRepeat(xy: Int32Array, i: number, j: number): boolean {
  return xy[2 * i] === xy[2 * j] && xy[2 * i + 1] === xy[2 * j + 1];
}
