import { type Lines, linesOfShapes } from "../../../server/core/fit/lines.ts";
import { METRE, type Polygon, shapesOf } from "../overlay/support.ts";

/** The rings of one shape as lines; coordinates are metres. */
export const linesOfPolygons = (...polygons: readonly Polygon[]): Lines =>
  linesOfShapes(shapesOf([polygons]), METRE);

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed. */
export function seeded(seed: number): () => number {
  let state = (seed * 2_654_435_761) % 2_147_483_647 || 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A wavy ring round the origin, metres. */
export function wavyRing(seed: number, radius: number, vertices: number): number[] {
  const next = seeded(seed);
  const waves = Array.from({ length: 6 }, (_, i) => [(i + 2) * 3, next() * 7, next() * 0.08]);
  return Array.from({ length: vertices }, (_, i) => (i / vertices) * 2 * Math.PI).flatMap(
    (turn) => {
      const r = waves.reduce(
        (sum, [n, phase, size]) => sum + size! * Math.sin(n! * turn + phase!),
        1,
      );
      return [Math.round(radius * r * Math.cos(turn)), Math.round(radius * r * Math.sin(turn))];
    },
  );
}
