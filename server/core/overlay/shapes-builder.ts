import { AppError } from "../errors.ts";
import { toGrid } from "./grid.ts";
import { enlarged } from "./int-list.ts";
import type { Grid, Shapes } from "./model.ts";

/** Takes shapes one after the other and lays them out flat. */
export interface ShapesBuilder {
  /** Begins the next shape. @returns its number */
  shape(): number;
  /** Begins the next polygon of the current shape. */
  polygon(): void;
  /**
   * Appends a ring to the current polygon.
   *
   * @param xy x, y of each vertex in projected metres; the first may be repeated at the end
   * @throws AppError `geometry/coordinate` naming shape and vertex when a coordinate is no number or
   *   lies off the grid
   */
  ring(xy: ArrayLike<number>): void;
  /** The same with coordinates that are grid integers already. */
  gridRing(xy: ArrayLike<number>): void;
  /** All that was appended. */
  build(): Shapes;
}

/**
 * A builder of {@link Shapes} on one grid.
 *
 * @param nameOf how a shape is called in messages; its number by default
 */
export function shapesBuilder(
  grid: Grid,
  nameOf: (shape: number) => string = (shape) => `source ${shape}`,
): ShapesBuilder {
  let xy = new Int32Array(1024);
  let used = 0;
  let count = 0;
  const polygonShape: number[] = [];
  const polygonRing: number[] = [];
  const ringVertex: number[] = [];
  const ringArea: number[] = [];

  const refuse = (vertex: number, x: number, y: number): never => {
    const source = nameOf(count - 1);
    const message = `Vertex ${vertex} of a ring of ${source} has the coordinates (${x}, ${y}), which cannot be placed on the grid. Remove or correct it.`;
    throw new AppError("geometry/coordinate", message, { source, vertex, x, y });
  };
  const append = (
    ring: ArrayLike<number>,
    place: (value: number, axis: 0 | 1) => number,
    area: number,
  ): void => {
    if (polygonShape.length === 0) throw new Error("A ring needs a polygon to belong to.");
    const begin = used;
    ringVertex.push(begin >> 1);
    ringArea.push(area);
    if (used + ring.length > xy.length)
      xy = enlarged(xy, Math.max(xy.length * 2, used + ring.length));
    for (let i = 0; i + 1 < ring.length; i += 2) {
      const x = place(ring[i]!, 0);
      const y = place(ring[i + 1]!, 1);
      // Also false for NaN and the infinities.
      if (!(Math.abs(x) < 2 ** 31 - 8 && Math.abs(y) < 2 ** 31 - 8))
        refuse(i / 2, ring[i]!, ring[i + 1]!);
      xy[used++] = x;
      xy[used++] = y;
    }
    const closed =
      used - begin >= 4 && xy[begin] === xy[used - 2] && xy[begin + 1] === xy[used - 1];
    if (closed) used -= 2;
  };
  return {
    shape: () => count++,
    polygon: () => {
      if (count === 0) throw new Error("A polygon needs a shape to belong to.");
      polygonShape.push(count - 1);
      polygonRing.push(ringVertex.length);
    },
    ring: (ring) => {
      const { originX, originY, step } = grid;
      const place = (value: number, axis: 0 | 1) =>
        toGrid(value, axis === 0 ? originX : originY, step);
      append(ring, place, signedArea(ring));
    },
    gridRing: (ring) => append(ring, (value) => value, Number.NaN),
    build: () => ({
      count,
      polygonShape: Int32Array.from(polygonShape),
      polygonRing: Int32Array.from([...polygonRing, ringVertex.length]),
      ringVertex: Int32Array.from([...ringVertex, used >> 1]),
      xy: xy.slice(0, used),
      ringArea: Float64Array.from(ringArea),
    }),
  };
}

/** Signed area of a ring, counter-clockwise positive, seen from its first vertex. */
function signedArea(xy: ArrayLike<number>): number {
  let twice = 0;
  const x0 = xy[0] ?? 0;
  const y0 = xy[1] ?? 0;
  for (let i = 2; i + 3 < xy.length; i += 2) {
    twice += (xy[i]! - x0) * (xy[i + 3]! - y0) - (xy[i + 2]! - x0) * (xy[i + 1]! - y0);
  }
  return twice / 2;
}
