/**
 * How much each vertex matters to the picture, worked out along the lines that neighbours share, so
 * that two cells drawn with fewer vertices still meet without a gap.
 *
 * Lines run from junction to junction (a vertex with more than two different neighbours). Each line
 * is thinned once, whichever ring comes to it first, and its vertices keep that weight in every ring.
 */
import type { Shapes } from "../core/overlay/model.ts";
import { Vertices } from "../core/overlay/vertices.ts";

/** Below any distance, so that it differs from "not on a line yet". */
const UNSEEN = -1;

/**
 * Douglas and Peucker's distances, squared, for every vertex.
 *
 * @param xy positions in the picture's units, x and y by turns, one pair a vertex of `shapes`
 * @returns one weight a vertex; a picture with tolerance t keeps those above t². Junctions: Infinity
 * @source Douglas and Peucker 1973, Algorithms for the reduction of the number of points
 */
export function vertexWeights(shapes: Shapes, xy: Float64Array): Float64Array {
  const ids = numbered(shapes);
  const weights = new Float64Array(ids.count).fill(UNSEEN);
  markJunctions(shapes, ids.of, weights);
  const { ringVertex } = shapes;
  for (let ring = 0; ring + 1 < ringVertex.length; ring++) {
    weighRing(ringVertex[ring]!, ringVertex[ring + 1]!, ids.of, xy, weights);
  }
  return Float64Array.from(ids.of, (id) => weights[id]!);
}

function numbered({ xy }: Shapes): { of: Int32Array; count: number } {
  const vertices = new Vertices(xy.length / 2);
  const of = new Int32Array(xy.length / 2);
  for (let v = 0; v < of.length; v++) of[v] = vertices.id(xy[2 * v]!, xy[2 * v + 1]!);
  return { of, count: vertices.count };
}

function markJunctions({ ringVertex }: Shapes, ids: Int32Array, weights: Float64Array): void {
  const first = new Int32Array(weights.length).fill(-1);
  const second = new Int32Array(weights.length).fill(-1);
  const meet = (id: number, neighbour: number) => {
    if (first[id] === -1 || first[id] === neighbour) first[id] = neighbour;
    else if (second[id] === -1 || second[id] === neighbour) second[id] = neighbour;
    else weights[id] = Infinity;
  };
  for (let ring = 0; ring + 1 < ringVertex.length; ring++) {
    const from = ringVertex[ring]!;
    const to = ringVertex[ring + 1]!;
    for (let v = from; v < to; v++) {
      const next = v + 1 < to ? v + 1 : from;
      meet(ids[v]!, ids[next]!);
      meet(ids[next]!, ids[v]!);
    }
  }
}

function weighRing(
  from: number,
  to: number,
  ids: Int32Array,
  xy: Float64Array,
  weights: Float64Array,
): void {
  const count = to - from;
  const at = (step: number) => from + (step % count);
  let start = firstJunction(from, to, ids, weights);
  if (start === -1) {
    // A loop that meets nothing: an island, or a cell within a window. Both its rings come here.
    if (weights[ids[from]!] !== UNSEEN) return;
    start = from;
    weights[ids[start]!] = Infinity;
    weights[ids[farthest(from, to, start, xy)]!] = Infinity;
  }
  let line: number[] = [start];
  for (let step = 1; step <= count; step++) {
    const v = at(start - from + step);
    line.push(v);
    if (weights[ids[v]!] !== Infinity) continue;
    if (line.length > 2 && weights[ids[line[1]!]!] === UNSEEN) weighLine(line, ids, xy, weights);
    line = [v];
  }
}

function firstJunction(from: number, to: number, ids: Int32Array, weights: Float64Array): number {
  for (let v = from; v < to; v++) if (weights[ids[v]!] === Infinity) return v;
  return -1;
}

function farthest(from: number, to: number, start: number, xy: Float64Array): number {
  let best = start;
  let most = -1;
  for (let v = from; v < to; v++) {
    const away = squaredDistance(xy, v, start, start);
    if (away > most) {
      most = away;
      best = v;
    }
  }
  return best;
}

/** Split the line at its farthest vertex, again and again; no vertex outweighs the one it hangs on. */
function weighLine(line: number[], ids: Int32Array, xy: Float64Array, weights: Float64Array): void {
  const work: [number, number, number][] = [[0, line.length - 1, Infinity]];
  for (let span = work.pop(); span !== undefined; span = work.pop()) {
    const [first, last, above] = span;
    let most = -1;
    let split = -1;
    for (let i = first + 1; i < last; i++) {
      const away = squaredDistance(xy, line[i]!, line[first]!, line[last]!);
      if (away > most) {
        most = away;
        split = i;
      }
    }
    if (split === -1) continue;
    const weight = Math.min(most, above);
    weights[ids[line[split]!]!] = weight;
    work.push([first, split, weight], [split, last, weight]);
  }
}

/** From vertex v to the stretch between a and b. */
function squaredDistance(xy: Float64Array, v: number, a: number, b: number): number {
  let x = xy[2 * a]!;
  let y = xy[2 * a + 1]!;
  const dx = xy[2 * b]! - x;
  const dy = xy[2 * b + 1]! - y;
  const px = xy[2 * v]!;
  const py = xy[2 * v + 1]!;
  if (dx !== 0 || dy !== 0) {
    const t = ((px - x) * dx + (py - y) * dy) / (dx * dx + dy * dy);
    const on = Math.max(0, Math.min(1, t));
    x += dx * on;
    y += dy * on;
  }
  return (px - x) ** 2 + (py - y) ** 2;
}
