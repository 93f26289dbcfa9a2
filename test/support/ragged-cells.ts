/** A field of cells with ragged shared edges, seeded: what thinning must not tear apart. */
import type { Shapes } from "../../server/core/overlay/model.ts";

const CELLS = 8;
const STEPS = 60;
/** Grid steps between lattice points, and how far an edge strays from its line. */
const SIDE = 8_000_000;
const STRAY = 900_000;
const ORIGIN = 100_000_000;

function randomOf(seed: number) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type Point = readonly [number, number];

/** One shape a cell, CELLS x CELLS of them, and the outer size of the field in grid steps. */
export function raggedCells(seed: number): { shapes: Shapes; origin: number; size: number } {
  const random = randomOf(seed);
  const edge = (a: Point, b: Point, straight: boolean): Point[] => {
    const points: Point[] = [a];
    for (let i = 1; i < STEPS; i++) {
      const t = i / STEPS;
      const stray = () => (straight ? 0 : Math.round((random() - 0.5) * STRAY));
      const across = a[0] === b[0];
      points.push([
        Math.round(a[0] + (b[0] - a[0]) * t) + (across ? stray() : 0),
        Math.round(a[1] + (b[1] - a[1]) * t) + (across ? 0 : stray()),
      ]);
    }
    return points;
  };
  const lattice = (i: number, j: number): Point => [ORIGIN + i * SIDE, ORIGIN + j * SIDE];
  const outside = (k: number) => k === 0 || k === CELLS;
  // Each edge once, without its last point, and the same reversed without its first.
  const east = grid((i, j) => edge(lattice(i, j), lattice(i + 1, j), outside(j)));
  const north = grid((i, j) => edge(lattice(i, j), lattice(i, j + 1), outside(i)));
  const back = (points: Point[], end: Point) => [end, ...points.slice(1).reverse()];
  const rings: Point[][] = [];
  for (let i = 0; i < CELLS; i++) {
    for (let j = 0; j < CELLS; j++) {
      rings.push([
        ...east(i, j),
        ...north(i + 1, j),
        ...back(east(i, j + 1), lattice(i + 1, j + 1)),
        ...back(north(i, j), lattice(i, j + 1)),
      ]);
    }
  }
  const ringVertex = [0];
  for (const ring of rings) ringVertex.push(ringVertex.at(-1)! + ring.length);
  return {
    shapes: {
      count: rings.length,
      polygonShape: Int32Array.from(rings.keys()),
      polygonRing: Int32Array.from([...rings.keys(), rings.length]),
      ringVertex: Int32Array.from(ringVertex),
      xy: Int32Array.from(rings.flat(2)),
    },
    origin: ORIGIN,
    size: CELLS * SIDE,
  };
}

function grid(make: (i: number, j: number) => Point[]) {
  const made = new Map<string, Point[]>();
  return (i: number, j: number) => {
    const key = `${i}/${j}`;
    const known = made.get(key) ?? make(i, j);
    made.set(key, known);
    return known;
  };
}
