import type { Shapes } from "../overlay/model.ts";
import type { CheckedFeature, Problem } from "./model.ts";
import { REPAIRS, type RepairId } from "./repairs/registry.ts";
import { polygonsOf, statedArea } from "./rings-of.ts";

/** What would be done to one outline, and what that does to its area. Nothing is done yet. */
export interface Proposal {
  /** `FEATURE:REPAIR`, as a person accepts it; the feature counts from 1. */
  readonly id: string;
  /** Position of the feature in the file, from 0. */
  readonly feature: number;
  readonly repair: RepairId;
  /** Ids of the problems that it mends. */
  readonly problems: readonly string[];
  /** Square metres as the rings state it, before this repair and after it. */
  readonly before: number;
  readonly after: number;
}

export const proposalId = (feature: number, repair: RepairId) => `${feature + 1}:${repair}`;

/**
 * The repairs of one outline, each seen after those before it: areas add up where all are accepted.
 *
 * @throws AppError certificate/failed
 */
export function proposeRepairs(
  feature: CheckedFeature,
  problems: readonly Problem[],
  step: number,
): Proposal[] {
  const wanted = new Set(problems.map(({ repair }) => repair));
  let shapes = feature.shapes;
  return REPAIRS.filter(({ id }) => wanted.has(id)).map(({ id, mend }) => {
    const before = areaOf(shapes, step);
    shapes = mend(shapes, step);
    return {
      id: proposalId(feature.index, id),
      feature: feature.index,
      repair: id,
      problems: problems.filter(({ repair }) => repair === id).map((problem) => problem.id),
      before,
      after: areaOf(shapes, step),
    };
  });
}

/** The outline with the accepted repairs made, in their order. */
export function repaired(shapes: Shapes, accepted: ReadonlySet<RepairId>, step: number): Shapes {
  return REPAIRS.filter(({ id }) => accepted.has(id)).reduce(
    (outline, { mend }) => mend(outline, step),
    shapes,
  );
}

const areaOf = (shapes: Shapes, step: number) => statedArea(polygonsOf(shapes)) * step * step;
