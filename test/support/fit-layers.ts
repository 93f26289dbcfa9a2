/** Real layers on the store's grid, for proofs of `core/fit`. */
import { join } from "node:path";
import { explainer, type Verdict } from "../../server/core/fit/cause/explain.ts";
import { fitSets, type SetFit } from "../../server/core/fit/fit-sets.ts";
import { measuring } from "../../server/core/fit/pairs.ts";
import { rolesOf } from "../../server/core/fit/roles.ts";
import type { Shapes } from "../../server/core/overlay/model.ts";
import { partition } from "../../server/core/overlay/partition.ts";
import { readPolygons } from "../../server/ingest/read-polygons.ts";
import { STORE_GRID } from "../../server/store/geometry-codec.ts";
import { pickShapes } from "./alter-shapes.ts";

export const BOUNDARIES = join(import.meta.dirname, "../../../shared/data/boundaries");
export const STATISTICS = join(import.meta.dirname, "../../../shared/data/statistics");

export interface RealLayer {
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly shapes: Shapes;
}

export async function realLayer(file: string, code: string, name: string): Promise<RealLayer> {
  const { step } = STORE_GRID;
  const read = await readPolygons([join(BOUNDARIES, file)], { id: code, step });
  const { ringArea: _stated, ...shapes } = { ...read.shapes, ringArea: undefined };
  const steps = (origin: number) => Math.round(origin / step);
  const { originX, originY } = read.grid;
  return {
    codes: read.sourceIds,
    names: read.properties.map((properties) => String(properties[name])),
    shapes: {
      ...shapes,
      xy: shapes.xy.map((v, i) => v + steps(i % 2 === 0 ? originX : originY)),
    },
  };
}

export interface FitAsked {
  readonly bodies: Shapes;
  readonly references: Shapes;
  readonly otherVintage?: Shapes;
  readonly land?: Shapes;
  readonly tolerance: number;
  readonly accuracy?: number;
  /** That of the reference, where it is not that of the bodies. */
  readonly referenceAccuracy?: number;
}

/** Bodies held against references; sources are numbered bodies first. */
export function fitOf(asked: FitAsked): SetFit {
  return fitSets(...preparedFor(asked));
}

/**
 * The verdict on each body against the reference area of the same number, and on no other pair: for a
 * whole layer held against itself.
 */
export function ownVerdicts(asked: FitAsked): Verdict[] {
  const [result, roles, declared] = preparedFor(asked);
  const measures = measuring(result, roles, declared.tolerance);
  const found = [...measures.pairs()];
  const explain = explainer(measures, found, roles, declared);
  const own = found.filter(({ body, reference }) => reference - body === asked.bodies.count);
  return own.map(explain);
}

function preparedFor(asked: FitAsked): Parameters<typeof fitSets> {
  const { bodies, references, otherVintage, land, tolerance, accuracy } = asked;
  const lists = [bodies, references, otherVintage, land].filter((list) => list !== undefined);
  const shapes = pickShapes(
    lists.flatMap((from) =>
      Array.from({ length: from.count }, (_, shape) => ({ from, shapes: [shape] })),
    ),
  );
  const result = partition(shapes, STORE_GRID);
  if (!result.certificate.passed) throw new Error("The certificate did not pass.");
  const count = (list: Shapes | undefined) => list?.count ?? 0;
  return [
    result,
    rolesOf(bodies.count, references.count, count(otherVintage), count(land)),
    {
      tolerance,
      bodyAccuracy: accuracy,
      referenceAccuracy: asked.referenceAccuracy ?? accuracy,
      onNationalGrid: true,
      hasOtherVintage: otherVintage !== undefined,
      hasLand: land !== undefined,
    },
  ];
}
