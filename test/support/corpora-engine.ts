import { AppError } from "../../server/core/errors.ts";
import { gridFor } from "../../server/core/overlay/grid.ts";
import type { Grid, Partition, Shapes } from "../../server/core/overlay/model.ts";
import { partition } from "../../server/core/overlay/partition.ts";
import type { SetOperation } from "./corpora-cases.ts";
import type { PolygonRings } from "./corpora-wkt.ts";

/** A source of a test: its polygons in plain coordinates, without any unit. */
export type Drawn = readonly PolygonRings[];

/** The engine's answer about some drawn sources, with the grid that was laid over them. */
export interface Answer {
  readonly grid: Grid;
  readonly shapes: Shapes;
  readonly partition: Partition;
}

/** Room for the extent on a grid of 32-bit integers, with some to spare. */
const MOST_STEPS = 2 ** 29;

/**
 * A grid fine enough for the sources: as many decimals as fit, with its origin on a grid line of
 * the plain coordinates, so that decimal input is held exactly.
 */
export function finestGrid(sources: readonly Drawn[], step?: number): Grid {
  const [minX, minY, maxX, maxY] = extent(sources);
  const reach = Math.max(maxX - minX, maxY - minY, Number.MIN_VALUE);
  const fine = 10 ** Math.ceil(Math.log10(reach / MOST_STEPS));
  const taken = step ?? fine;
  const unit = Number((taken * 1e6).toPrecision(12));
  const line = (value: number) => Math.floor(value / unit) * unit;
  const fits = (low: number, high: number) => high - line(low) < MOST_STEPS * taken;
  const coarse = fits(minX, maxX) && fits(minY, maxY);
  return {
    step: taken,
    originX: coarse ? line(minX) : Math.floor(minX / taken) * taken,
    originY: coarse ? line(minY) : Math.floor(minY / taken) * taken,
  };
}

/** The code with which the engine's grid refuses the sources, or undefined where it takes them. */
export function refusal(sources: readonly Drawn[]): string | undefined {
  const coordinates = sources.flat(2).flatMap((ring) => [...ring]);
  if (coordinates.length === 0) return undefined;
  const finite = coordinates.every(Number.isFinite);
  const [minX, minY, maxX, maxY] = extent(sources);
  try {
    gridFor(finite ? { minX, minY, maxX, maxY } : { minX: Number.NaN, minY, maxX, maxY });
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

/** West, south, east, north of everything drawn; a unit square where nothing is. */
export function extent(sources: readonly Drawn[]): readonly [number, number, number, number] {
  const box: [number, number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const ring of sources.flat(2)) {
    for (let i = 0; i < ring.length; i += 2) {
      box[0] = Math.min(box[0], ring[i]!);
      box[1] = Math.min(box[1], ring[i + 1]!);
      box[2] = Math.max(box[2], ring[i]!);
      box[3] = Math.max(box[3], ring[i + 1]!);
    }
  }
  return Number.isFinite(box[0]) ? box : [0, 0, 1, 1];
}

/** Sources rounded to the grid, as the engine takes them. */
export function roundedShapes(sources: readonly Drawn[], grid: Grid): Shapes {
  const polygonShape: number[] = [];
  const polygonRing = [0];
  const ringVertex = [0];
  const xy: number[] = [];
  sources.forEach((polygons, source) => {
    for (const rings of polygons) {
      for (const ring of rings) {
        for (let i = 0; i < ring.length; i += 2) {
          xy.push(Math.round((ring[i]! - grid.originX) / grid.step));
          xy.push(Math.round((ring[i + 1]! - grid.originY) / grid.step));
        }
        ringVertex.push(xy.length / 2);
      }
      polygonRing.push(ringVertex.length - 1);
      polygonShape.push(source);
    }
  });
  return {
    count: sources.length,
    polygonShape: Int32Array.from(polygonShape),
    polygonRing: Int32Array.from(polygonRing),
    ringVertex: Int32Array.from(ringVertex),
    xy: Int32Array.from(xy),
  };
}

/** Puts the sources through the engine on the finest grid, or on one of the given step. */
export function answer(sources: readonly Drawn[], step?: number): Answer {
  const grid = finestGrid(sources, step);
  const shapes = roundedShapes(sources, grid);
  return { grid, shapes, partition: partition(shapes, grid) };
}

/** Whether ground inside A, B or both belongs to the result. */
export function belongs(operation: SetOperation, inA: boolean, inB: boolean): boolean {
  if (operation === "intersection") return inA && inB;
  if (operation === "union") return inA || inB;
  if (operation === "difference") return inA && !inB;
  return inA !== inB;
}

/** Area of a set operation on sources 0 and 1, or of their union where only one is asked for. */
export function operationArea({ partition: result }: Answer, operation: SetOperation): number {
  let area = 0;
  for (let cell = 0; cell < result.cellArea.length; cell++) {
    const members = cellMembers(result, cell);
    if (belongs(operation, members.includes(0), members.includes(1))) {
      area += result.cellArea[cell]!;
    }
  }
  return area;
}

export function cellMembers({ cellSources }: Partition, cell: number): Int32Array {
  return cellSources.ids.subarray(cellSources.start[cell]!, cellSources.start[cell + 1]!);
}

/** The cells of an answer back in plain coordinates: cell -> polygons. */
export function drawnCells({ grid, partition: { cells } }: Answer): Drawn[] {
  return drawnShapes(cells, grid);
}

/** Shapes on a grid back in plain coordinates. */
export function drawnShapes(shapes: Shapes, grid: Grid): Drawn[] {
  const drawn: PolygonRings[][] = Array.from({ length: shapes.count }, () => []);
  for (let polygon = 0; polygon < shapes.polygonShape.length; polygon++) {
    const rings: Float64Array[] = [];
    for (let r = shapes.polygonRing[polygon]!; r < shapes.polygonRing[polygon + 1]!; r++) {
      const ring = shapes.xy.subarray(2 * shapes.ringVertex[r]!, 2 * shapes.ringVertex[r + 1]!);
      const plain = (value: number, i: number) =>
        value * grid.step + (i % 2 === 0 ? grid.originX : grid.originY);
      rings.push(Float64Array.from(ring, plain));
    }
    drawn[shapes.polygonShape[polygon]!]!.push(rings);
  }
  return drawn;
}
