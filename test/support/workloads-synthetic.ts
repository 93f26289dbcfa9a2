import type { Feature, Ground } from "./workloads-ground.ts";
import { type Chance, chance } from "./workloads-random.ts";

export interface SyntheticPlan {
  /** Cells across and up. */
  readonly columns: number;
  readonly rows: number;
  /** Metres across a cell before it is disturbed. */
  readonly size: number;
  /** Each side is halved this many times: 2 ** levels segments a side. */
  readonly levels: number;
  readonly seed: number;
}

/** Metres on the national grid of the south-west corner of every synthetic map: the Midlands. */
const CORNER = [380_000, 230_000] as const;
const CORNER_JITTER = 0.28;
const SIDE_JITTER = 0.22;
const DECIMALS = 7;

/**
 * A made-up ward map for machines without the shared boundaries: a disturbed lattice whose sides
 * are wrinkled by halving, each side shared by the cells on both of its hands.
 */
export function syntheticLayer(
  ground: Ground,
  toDegrees: (xy: number[]) => number[],
  plan: SyntheticPlan,
): Feature[] {
  const random = chance(plan.seed);
  const { columns, rows, size } = plan;
  const corners = Array.from({ length: (columns + 1) * (rows + 1) }, (_, i): Point => {
    const shift = () => random.between(-CORNER_JITTER, CORNER_JITTER) * size;
    return [
      CORNER[0] + (i % (columns + 1)) * size + shift(),
      CORNER[1] + Math.floor(i / (columns + 1)) * size + shift(),
    ];
  });
  const place = ([x, y]: Point) => {
    const [lon = 0, lat = 0] = toDegrees([x, y]);
    return ground.at(Number(lon.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS)));
  };
  const corner = (column: number, row: number) => corners[row * (columns + 1) + column]!;
  const side = (a: Point, b: Point) => wrinkle(a, b, plan.levels, random).map(place);
  const across = lattice(columns, rows + 1, (c, r) => side(corner(c, r), corner(c + 1, r)));
  const up = lattice(columns + 1, rows, (c, r) => side(corner(c, r), corner(c, r + 1)));
  return lattice(columns, rows, (c, r): Feature => {
    const ring = [
      ...across[r * columns + c]!,
      ...up[r * (columns + 1) + c + 1]!,
      ...backwards(across[(r + 1) * columns + c]!, place(corner(c + 1, r + 1))),
      ...backwards(up[r * (columns + 1) + c]!, place(corner(c, r + 1))),
    ];
    return [[Int32Array.from(ring)]];
  });
}

type Point = readonly [number, number];

function lattice<T>(columns: number, rows: number, make: (c: number, r: number) => T): T[] {
  return Array.from({ length: columns * rows }, (_, i) =>
    make(i % columns, Math.floor(i / columns)),
  );
}

/** The points from `a` up to but not including `b`. */
function wrinkle(a: Point, b: Point, levels: number, random: Chance): Point[] {
  if (levels === 0) return [a];
  const shift = random.between(-SIDE_JITTER, SIDE_JITTER) / 2;
  const middle: Point = [
    (a[0] + b[0]) / 2 - shift * (b[1] - a[1]),
    (a[1] + b[1]) / 2 + shift * (b[0] - a[0]),
  ];
  return [...wrinkle(a, middle, levels - 1, random), ...wrinkle(middle, b, levels - 1, random)];
}

/** A side walked the other way: from its far end, which the side itself leaves out. */
function backwards(side: readonly number[], end: number): number[] {
  return [end, ...side.slice(1).reverse()];
}
