import type { Grid, Shapes } from "../../server/core/overlay/model.ts";
import { partition } from "../../server/core/overlay/partition.ts";
import { cellMembers, drawnShapes } from "./corpora-engine.ts";
import { plainArea } from "./corpora-points.ts";
import { openGeos } from "./geos.ts";
import { geosSets } from "./geos-partition.ts";

/** Ground of one set of sources on which the engine and GEOS do not agree. */
export interface Difference {
  readonly set: string;
  readonly engine: number;
  readonly geos: number;
  readonly allowed: number;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** Sets of sources found by either. */
  readonly sets: number;
  /** The most sources in a set. */
  readonly deepest: number;
  /** Square units: what the sets found by both cover, by the engine. */
  readonly covered: number;
  /** The sum of all differences, relative to what is covered. */
  readonly apart: number;
  /** The largest difference relative to its set, where the grid alone cannot make a millionth. */
  readonly worst: number;
  /** How many sets that holds for. */
  readonly broad: number;
  readonly certified: boolean;
}

const RELATIVE = 1e-6;

/**
 * Area of every set of sources, by the engine and by GEOS with an even-odd test. They agree when
 * they differ by no more than a millionth, or by what the grid moves: perimeter times step.
 */
export async function compareWithGeos(shapes: Shapes, grid: Grid): Promise<Comparison> {
  const result = partition(shapes, grid);
  const ours = new Map<string, number>();
  drawnShapes(result.cells, grid).forEach((polygons, cell) => {
    ours.set(cellMembers(result, cell).join(","), plainArea(polygons));
  });
  const theirs = geosSets(await openGeos(), drawnShapes(shapes, grid));
  theirs.delete("");
  const differences: Difference[] = [];
  let worst = 0;
  let apart = 0;
  let broad = 0;
  const sets = new Set([...ours.keys(), ...theirs.keys()]);
  for (const set of sets) {
    const engine = ours.get(set) ?? 0;
    const { area: geos = 0, perimeter = 0 } = theirs.get(set) ?? {};
    const allowed = RELATIVE * geos + perimeter * grid.step + grid.step ** 2;
    const difference = Math.abs(engine - geos);
    if (difference > allowed) differences.push({ set, engine, geos, allowed });
    apart += difference;
    if (perimeter * grid.step > RELATIVE * geos) continue;
    broad++;
    worst = Math.max(worst, difference / geos);
  }
  const covered = [...ours.values()].reduce((sum, area) => sum + area, 0);
  return {
    differences,
    sets: sets.size,
    deepest: Math.max(0, ...[...sets].map((set) => set.split(",").length)),
    covered,
    apart: apart / covered,
    worst,
    broad,
    certified: result.certificate.passed,
  };
}
