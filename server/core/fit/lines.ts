import type { Grid, Shapes } from "../overlay/model.ts";

/**
 * Straight pieces of boundaries with a tree of boxes over them.
 *
 * Pieces that follow each other along a ring lie near each other, so the tree is made by halving the
 * list, without a sort: node 1 is all of it, nodes `2n` and `2n + 1` are the halves of node `n`.
 */
export interface Lines {
  readonly count: number;
  /** Metres: x0, y0, x1, y1 of each piece. */
  readonly ends: Float64Array;
  /** Sum of all pieces, metres. */
  readonly length: number;
  /** Node -> west, south, east, north; a leaf holds {@link LEAF} pieces. */
  readonly boxes: Float64Array;
  /** Leaves start at this node; a power of two. */
  readonly firstLeaf: number;
}

/** Pieces in a leaf: few enough to look at all, many enough to keep the tree small. */
export const LEAF = 8;

/** Puts a tree over pieces. Cost: one visit a piece. */
export function linesOf(ends: Float64Array): Lines {
  const count = ends.length / 4;
  const leaves = Math.max(1, Math.ceil(count / LEAF));
  const firstLeaf = 2 ** Math.ceil(Math.log2(leaves));
  const boxes = new Float64Array(8 * firstLeaf);
  for (let node = 0; node < 2 * firstLeaf; node++) {
    boxes[4 * node] = boxes[4 * node + 1] = Number.POSITIVE_INFINITY;
    boxes[4 * node + 2] = boxes[4 * node + 3] = Number.NEGATIVE_INFINITY;
  }
  let length = 0;
  for (let i = 0; i < count; i++) {
    const x0 = ends[4 * i]!;
    const y0 = ends[4 * i + 1]!;
    const x1 = ends[4 * i + 2]!;
    const y1 = ends[4 * i + 3]!;
    length += Math.hypot(x1 - x0, y1 - y0);
    const box = 4 * (firstLeaf + Math.floor(i / LEAF));
    boxes[box] = Math.min(boxes[box]!, x0, x1);
    boxes[box + 1] = Math.min(boxes[box + 1]!, y0, y1);
    boxes[box + 2] = Math.max(boxes[box + 2]!, x0, x1);
    boxes[box + 3] = Math.max(boxes[box + 3]!, y0, y1);
  }
  for (let node = firstLeaf - 1; node > 0; node--) {
    const a = 8 * node;
    const b = a + 4;
    boxes[4 * node] = Math.min(boxes[a]!, boxes[b]!);
    boxes[4 * node + 1] = Math.min(boxes[a + 1]!, boxes[b + 1]!);
    boxes[4 * node + 2] = Math.max(boxes[a + 2]!, boxes[b + 2]!);
    boxes[4 * node + 3] = Math.max(boxes[a + 3]!, boxes[b + 3]!);
  }
  return { count, ends, length, boxes, firstLeaf };
}

/**
 * The rings of all shapes as lines, in metres of the grid's system. A piece that two rings share
 * stands once for each.
 */
export function linesOfShapes({ ringVertex, xy }: Shapes, grid: Grid): Lines {
  const ends = new Float64Array(2 * xy.length);
  let used = 0;
  for (let ring = 0; ring + 1 < ringVertex.length; ring++) {
    const begin = ringVertex[ring]!;
    const end = ringVertex[ring + 1]!;
    let before = end - 1;
    for (let at = begin; at < end; at++) {
      ends[used++] = grid.originX + xy[2 * before]! * grid.step;
      ends[used++] = grid.originY + xy[2 * before + 1]! * grid.step;
      ends[used++] = grid.originX + xy[2 * at]! * grid.step;
      ends[used++] = grid.originY + xy[2 * at + 1]! * grid.step;
      before = at;
    }
  }
  return linesOf(ends);
}

/** The pieces moved by a vector in metres. */
export function moved({ ends }: Lines, east: number, north: number): Lines {
  return linesOf(ends.map((value, i) => value + (i % 2 === 0 ? east : north)));
}

/** The pieces under a node of the tree: the first, and the one after the last. */
export function piecesUnder({ firstLeaf, count }: Lines, node: number): readonly [number, number] {
  // A node on level l has as many leaves under it as the first one on its level is times too small.
  const leaves = firstLeaf / 2 ** Math.floor(Math.log2(node));
  const first = (node * leaves - firstLeaf) * LEAF;
  return [Math.min(first, count), Math.min(first + leaves * LEAF, count)];
}
