import { areaByDepth, footprint } from "../overlay/folds.ts";
import type { Partition } from "../overlay/model.ts";
import { type Share, type SquareMetres, share, squareMetres } from "../units.ts";

/** M-O4: how two pieces of ground overlap. Each share is `undefined` where it would be 0 over 0. */
export interface Overlap {
  readonly intersection: SquareMetres;
  readonly jaccard: Share | undefined;
  readonly dice: Share | undefined;
  /** Share of the first within the second, and of the second within the first. */
  readonly aInB: Share | undefined;
  readonly bInA: Share | undefined;
  /** Share of the smaller within the larger. */
  readonly coefficient: Share | undefined;
}

const ratio = (part: number, whole: number) => (whole > 0 ? share(part / whole) : undefined);

/**
 * M-O4 from three areas in square metres.
 *
 * @source P. Jaccard 1912; L. Dice 1945
 */
export function overlapOf(a: number, b: number, intersection: number): Overlap {
  return {
    intersection: squareMetres(intersection),
    jaccard: ratio(intersection, a + b - intersection),
    dice: ratio(2 * intersection, a + b),
    aInB: ratio(intersection, a),
    bInA: ratio(intersection, b),
    coefficient: ratio(intersection, Math.min(a, b)),
  };
}

/** M-O2 and M-O3: depth over the ground that is covered at all. */
export interface DepthFigures {
  readonly footprint: SquareMetres;
  /** `undefined` where nothing is covered. */
  readonly meanDepth: number | undefined;
  /** Share of the footprint that two or more sources cover. */
  readonly overlapShare: Share | undefined;
}

export function depthFigures(partition: Partition): DepthFigures {
  const ground = footprint(partition);
  let weighted = 0;
  let deep = 0;
  areaByDepth(partition).forEach((area, depth) => {
    weighted += depth * area;
    if (depth >= 2) deep += area;
  });
  return {
    footprint: squareMetres(ground),
    meanDepth: ground > 0 ? weighted / ground : undefined,
    overlapShare: ratio(deep, ground),
  };
}

/** M-O5: how mixed the cover is. */
export interface Mix {
  /** Nats; 0 where one combination covers all. */
  readonly entropy: number;
  /** As many combinations of equal ground would be as mixed. */
  readonly effective: number;
  /** Combinations that occur. */
  readonly combinations: number;
}

/**
 * M-O5: entropy of the ground by combination of sources.
 *
 * @returns `undefined` where nothing is covered
 * @source C. Shannon 1948; M. Hill 1973
 */
export function mixOf(areas: ArrayLike<number>): Mix | undefined {
  const list = Array.from(areas).filter((area) => area > 0);
  const total = list.reduce((sum, area) => sum + area, 0);
  if (total === 0) return undefined;
  const entropy = list.reduce((sum, a) => sum - (a / total) * Math.log(a / total), 0);
  return { entropy, effective: Math.exp(entropy), combinations: list.length };
}
