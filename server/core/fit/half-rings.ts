import type { BoundaryGraph } from "./boundary-graph.ts";
import { type Lines, linesOf } from "./lines.ts";

/** Where a half-edge begins. */
export const tailOf = ({ edges }: BoundaryGraph, half: number): number =>
  half & 1 ? edges.high[half >> 1]! : edges.low[half >> 1]!;

/** Where a half-edge ends. */
export const headOf = ({ edges }: BoundaryGraph, half: number): number =>
  half & 1 ? edges.low[half >> 1]! : edges.high[half >> 1]!;

/**
 * The half-edges round ground as rings: shells run counter-clockwise, inner rings clockwise.
 *
 * Where several go on from a vertex, the one that keeps to the same corner of the ground is taken,
 * and a ring that comes back to a vertex is cut there: so no ring visits a vertex twice.
 *
 * @param halves all half-edges that have the ground on their left and not on their right
 */
export function ringsOf(graph: BoundaryGraph, halves: ArrayLike<number>): number[][] {
  const from = new Map<number, number[]>();
  for (let i = halves.length - 1; i >= 0; i--) {
    const tail = tailOf(graph, halves[i]!);
    const list = from.get(tail);
    if (list === undefined) from.set(tail, [halves[i]!]);
    else list.push(halves[i]!);
  }
  const rings: number[][] = [];
  for (let i = 0; i < halves.length; i++) {
    const begin = from.get(tailOf(graph, halves[i]!))!;
    const first = begin.indexOf(halves[i]!);
    if (first < 0) continue;
    begin.splice(first, 1);
    const path = [halves[i]!];
    const placeOf = new Map([[tailOf(graph, halves[i]!), 0]]);
    while (path.length > 0) {
      const last = path[path.length - 1]!;
      const vertex = headOf(graph, last);
      const seen = placeOf.get(vertex);
      if (seen !== undefined) {
        const ring = path.splice(seen);
        for (const half of ring) placeOf.delete(tailOf(graph, half));
        rings.push(ring);
        if (path.length === 0) break;
      }
      placeOf.set(vertex, path.length);
      path.push(takeNext(graph, last, from.get(vertex)!));
    }
  }
  return rings;
}

/** Takes out of a list the half-edge that comes first clockwise from the way back. */
function takeNext(graph: BoundaryGraph, last: number, list: number[]): number {
  if (list.length === 1) return list.pop()!;
  const back = angleOf(graph, last ^ 1);
  let best = 0;
  let least = Infinity;
  for (let i = 0; i < list.length; i++) {
    const turn = back - angleOf(graph, list[i]!);
    const clockwise = turn <= 0 ? turn + 2 * Math.PI : turn;
    if (clockwise >= least) continue;
    least = clockwise;
    best = i;
  }
  return list.splice(best, 1)[0]!;
}

function angleOf(graph: BoundaryGraph, half: number): number {
  const a = tailOf(graph, half);
  const b = headOf(graph, half);
  return Math.atan2(graph.y[b]! - graph.y[a]!, graph.x[b]! - graph.x[a]!);
}

/** Half-edges as lines in the order given; metres from the grid's origin. */
export function linesOfOrdered(graph: BoundaryGraph, halves: readonly number[]): Lines {
  const ends = new Float64Array(4 * halves.length);
  let used = 0;
  for (const half of halves) {
    const a = tailOf(graph, half);
    const b = headOf(graph, half);
    ends[used++] = graph.x[a]!;
    ends[used++] = graph.y[a]!;
    ends[used++] = graph.x[b]!;
    ends[used++] = graph.y[b]!;
  }
  return linesOf(ends);
}

/** The lines round ground, ring by ring. */
export const linesRound = (graph: BoundaryGraph, halves: ArrayLike<number>): Lines =>
  linesOfOrdered(graph, ringsOf(graph, halves).flat());
