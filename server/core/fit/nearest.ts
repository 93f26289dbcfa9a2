import { LEAF, type Lines } from "./lines.ts";

/** The point of a set of lines that lies nearest to another point. */
export interface Nearest {
  /** Metres; infinite where nothing lies within reach. */
  distance: number;
  /** The piece it lies on; -1 where nothing does. */
  piece: number;
  /** The point itself, metres. */
  x: number;
  y: number;
}

/** Square of the distance of a point to a piece. */
export function squareToPiece(ends: Float64Array, piece: number, x: number, y: number): number {
  const x0 = ends[4 * piece]!;
  const y0 = ends[4 * piece + 1]!;
  const dx = ends[4 * piece + 2]! - x0;
  const dy = ends[4 * piece + 3]! - y0;
  const square = dx * dx + dy * dy;
  let t = square === 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / square;
  if (t < 0) t = 0;
  else if (t > 1) t = 1;
  const ex = x0 + t * dx - x;
  const ey = y0 + t * dy - y;
  return ex * ex + ey * ey;
}

/** Square of the distance of a point to a node's box; infinite for a node without pieces. */
function squareToBox(boxes: Float64Array, node: number, x: number, y: number): number {
  const west = boxes[4 * node]! - x;
  const south = boxes[4 * node + 1]! - y;
  const east = x - boxes[4 * node + 2]!;
  const north = y - boxes[4 * node + 3]!;
  const dx = west > 0 ? west : east > 0 ? east : 0;
  const dy = south > 0 ? south : north > 0 ? north : 0;
  return dx * dx + dy * dy;
}

/** Halves of halves: no tree of 32-bit numbers is deeper. */
const DEEPEST = 64;

/**
 * A function that finds the nearest point of lines. It answers in one object, used again each time.
 *
 * Cost: the boxes that are nearer than what was found.
 */
export function nearestOn(lines: Lines) {
  const { ends, boxes, firstLeaf, count } = lines;
  const nodes = new Int32Array(DEEPEST);
  const squares = new Float64Array(DEEPEST);
  const found: Nearest = { distance: 0, piece: -1, x: 0, y: 0 };

  /**
   * @param reach metres beyond which nothing is looked for
   * @param awayX only points on the far side of (x, y), seen along this vector, where it is given
   */
  return (x: number, y: number, reach = Infinity, awayX = 0, awayY = 0): Readonly<Nearest> => {
    let best = reach * reach;
    found.piece = -1;
    const isDirected = awayX !== 0 || awayY !== 0;
    let depth = 0;
    nodes[0] = 1;
    squares[0] = squareToBox(boxes, 1, x, y);
    depth = 1;
    while (depth > 0) {
      const node = nodes[--depth]!;
      if (squares[depth]! > best) continue;
      if (node >= firstLeaf) {
        const begin = (node - firstLeaf) * LEAF;
        const end = Math.min(begin + LEAF, count);
        for (let piece = begin; piece < end; piece++) {
          const x0 = ends[4 * piece]!;
          const y0 = ends[4 * piece + 1]!;
          const dx = ends[4 * piece + 2]! - x0;
          const dy = ends[4 * piece + 3]! - y0;
          const square = dx * dx + dy * dy;
          let t = square === 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / square;
          if (t < 0) t = 0;
          else if (t > 1) t = 1;
          const px = x0 + t * dx;
          const py = y0 + t * dy;
          const d = (px - x) * (px - x) + (py - y) * (py - y);
          if (d > best || (d === best && found.piece >= 0)) continue;
          if (isDirected && (px - x) * awayX + (py - y) * awayY <= 0) continue;
          best = d;
          found.piece = piece;
          found.x = px;
          found.y = py;
        }
        continue;
      }
      const left = squareToBox(boxes, 2 * node, x, y);
      const right = squareToBox(boxes, 2 * node + 1, x, y);
      const nearFirst = left <= right;
      // The nearer half is put on top, so that it is looked at first.
      const far = nearFirst ? right : left;
      const near = nearFirst ? left : right;
      if (far <= best) {
        nodes[depth] = nearFirst ? 2 * node + 1 : 2 * node;
        squares[depth++] = far;
      }
      if (near <= best) {
        nodes[depth] = nearFirst ? 2 * node : 2 * node + 1;
        squares[depth++] = near;
      }
    }
    found.distance = found.piece < 0 ? Infinity : Math.sqrt(best);
    return found;
  };
}

export type NearestOn = ReturnType<typeof nearestOn>;

/** Calls back with every piece whose box, grown by `reach` metres, meets the box given. */
export function eachPieceNear(
  { boxes, ends, firstLeaf, count }: Lines,
  box: readonly [number, number, number, number],
  reach: number,
  seen: (piece: number) => void,
): void {
  const west = box[0] - reach;
  const south = box[1] - reach;
  const east = box[2] + reach;
  const north = box[3] + reach;
  const misses = (w: number, s: number, e: number, n: number) =>
    !(w <= east && e >= west && s <= north && n >= south);
  const visit = (node: number): void => {
    const at = 4 * node;
    if (misses(boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!)) return;
    if (node < firstLeaf) {
      visit(2 * node);
      visit(2 * node + 1);
      return;
    }
    const begin = (node - firstLeaf) * LEAF;
    for (let piece = begin; piece < Math.min(begin + LEAF, count); piece++) {
      const x0 = ends[4 * piece]!;
      const y0 = ends[4 * piece + 1]!;
      const x1 = ends[4 * piece + 2]!;
      const y1 = ends[4 * piece + 3]!;
      if (misses(Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1))) continue;
      seen(piece);
    }
  };
  visit(1);
}
