import type { Drawn } from "./corpora-engine.ts";
import { contains, perimeter, plainArea } from "./corpora-points.ts";
import type { Geos } from "./geos.ts";
import { facesOf } from "./geos-partition.ts";

/** Who says where the ground of an operation lies. */
export type Party = "engine" | "file" | "GEOS";

/** One party's polygons for the answer. */
export interface Claim {
  readonly party: Party;
  readonly polygons: Drawn;
}

/** The areas claimed, and for each claim the area on which it is wrong by the point test. */
export interface Ruling {
  readonly areas: ReadonlyMap<Party, number>;
  readonly wrong: ReadonlyMap<Party, number>;
  /** What rounding to the grid may move: the perimeter of the operands times the step. */
  readonly allowance: number;
}

/** Claims agree when they differ by no more than the fine grid moves, and a little for doubles. */
const RELATIVE = 1e-9;
/** A step that a corpus prescribes is the question itself, so no area is allowed for it. */
const FINE = 1e-3;

export function agree(claims: readonly Claim[], operands: readonly Drawn[], step: number): boolean {
  const areas = claims.map((claim) => plainArea(claim.polygons));
  const spread = Math.max(...areas) - Math.min(...areas);
  const moved = step < FINE ? allowanceOf(operands, step) : 0;
  return spread <= moved + RELATIVE * (1 + Math.max(...areas));
}

const allowanceOf = (operands: readonly Drawn[], step: number) =>
  operands.reduce((sum, operand) => sum + perimeter(operand), 0) * step;

/**
 * Decides between claims: the lines of operands and claims cut the plane into faces, and one point
 * inside each face is put to the even-odd test against the operands as drawn and each claim.
 */
export function rule(
  geos: Geos,
  claims: readonly Claim[],
  operands: readonly Drawn[],
  belongs: (inside: readonly boolean[]) => boolean,
  step: number,
): Ruling {
  const faces = facesOf(geos, [...operands, ...claims.map((claim) => claim.polygons)]);
  const wrong = new Map<Party, number>(claims.map(({ party }) => [party, 0]));
  for (let face = 0; face < faces.count; face++) {
    const [x, y] = [faces.x[face]!, faces.y[face]!];
    const truth = belongs(operands.map((operand) => contains(operand, x, y)));
    for (const { party, polygons } of claims) {
      if (contains(polygons, x, y) === truth) continue;
      wrong.set(party, wrong.get(party)! + faces.area[face]!);
    }
  }
  return {
    areas: new Map(claims.map(({ party, polygons }) => [party, plainArea(polygons)])),
    wrong,
    allowance: allowanceOf(operands, step) + RELATIVE,
  };
}

/** In one phrase, who is right. Wrong by less than doubles can tell is not wrong. */
export function verdict({ areas, wrong, allowance }: Ruling): string {
  const nothing = RELATIVE * (1 + Math.max(...areas.values()));
  const exact = [...wrong].filter(([, area]) => area <= nothing).map(([party]) => party);
  if (exact.length > 0) return `${exact.join(" and ")} right`;
  const near = [...wrong].filter(([, area]) => area <= allowance).map(([party]) => party);
  if (near.length === wrong.size) return "all within what the grid may move";
  return near.length === 0 ? "none right" : `${near.join(" and ")} right`;
}
