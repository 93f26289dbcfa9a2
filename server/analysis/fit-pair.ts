/** One outline and one reference area opened: their ground cut again, with small areas under it. */
import { type AmountOfPiece, amountOfPieces } from "../core/fit/amount-of-pieces.ts";
import { buildingAreas } from "../core/fit/building-areas.ts";
import { fragmentShapes } from "../core/fit/fragment-shapes.ts";
import { mostlyIn } from "../core/fit/mostly-in.ts";
import { type MeasuredFragment, measuring } from "../core/fit/pairs.ts";
import { rolesOf } from "../core/fit/roles.ts";
import { WHOLE } from "../core/fit/thresholds.ts";
import { type BuildingArea, type MovePlan, whatToMove } from "../core/fit/what-to-move.ts";
import type { Certificate, Grid, Shapes } from "../core/overlay/model.ts";
import type { Db } from "../store/db.ts";
import { boxOf } from "../store/drawing.ts";
import { STORE_GRID } from "../store/geometry-codec.ts";
import type { StoredPlace } from "../store/place.ts";
import type { StoredLayer } from "../store/reference-layer.ts";
import { certifiedPartition } from "./certified.ts";
import type { PeopleLayer, SmallAreasUnder } from "./fit-people.ts";
import { shapesOf } from "./sources.ts";

export interface OpenedFragment {
  readonly fragment: MeasuredFragment;
  /** `undefined` where no layer of areas with people is loaded. */
  readonly people: AmountOfPiece | undefined;
  /** The smaller area that holds most of it; `undefined` where none does. */
  readonly mostlyIn: StoredPlace | undefined;
}

export interface OpenedPair {
  /** Shape n is fragment n. */
  readonly fragments: readonly OpenedFragment[];
  readonly shapes: Shapes;
  readonly grid: Grid;
  readonly people: PeopleLayer | undefined;
  readonly move:
    | {
        readonly layer: StoredLayer;
        readonly areas: readonly StoredPlace[];
        readonly sizes: readonly BuildingArea[];
        /** Worked out when asked for. */
        readonly plan: () => MovePlan;
      }
    | undefined;
  readonly certificate: Certificate;
}

/**
 * @param under the small areas, read once where many pairs are opened
 * @throws AppError certificate/failed
 */
export function openPair(
  db: Db,
  outline: number,
  area: number,
  tier: StoredLayer,
  tolerance: number,
  under: SmallAreasUnder,
): OpenedPair {
  const { people } = under;
  const building = under.building(tier);
  const both = shapesOf(db, [outline, area]);
  const box = boxOf(both, [...both.polygonShape.keys()]);
  const near = (layer: StoredLayer | undefined) => (layer ? under.near(layer, box) : []);
  const units = near(people?.layer);
  const blocks = building?.id === people?.layer.id ? [] : near(building);
  const result = certifiedPartition(
    shapesOf(db, [outline, area, ...[...units, ...blocks].map(({ boundary }) => boundary)]),
    {},
  );
  const roles = rolesOf(1, 1, 0, 0);
  const { graph, pairs } = measuring(result, roles, tolerance);
  const [pair] = [...pairs()];
  const fragments = pair?.fragments() ?? [];
  const unitRange = { from: 2, to: 2 + units.length };
  const peopleIn =
    people &&
    amountOfPieces(
      result,
      graph,
      unitRange,
      units.map(({ place }) => people.people.get(place.code)),
    );
  const areas = blocks.length > 0 ? blocks : building ? units : [];
  const range = {
    from: blocks.length > 0 ? unitRange.to : unitRange.from,
    to: result.sourceCount,
  };
  const sizes = buildingAreas(
    result,
    range,
    areas.map(({ place }) => people?.people.get(place.code)),
  );
  const sides = {
    body: result.sourceArea[0]!,
    reference: result.sourceArea[1]!,
    shared: pair?.overlap.intersection ?? 0,
  };
  return {
    fragments: fragments.map((fragment) => {
      const source = mostlyIn(result, graph, fragment, range);
      return {
        fragment,
        people: peopleIn?.(fragment),
        mostlyIn: source === undefined ? undefined : areas[source - range.from],
      };
    }),
    shapes: fragmentShapes(graph, STORE_GRID, fragments),
    grid: STORE_GRID,
    people,
    move:
      building && areas.length > 0
        ? { layer: building, areas, sizes, plan: () => whatToMove(sizes, sides, WHOLE) }
        : undefined,
    certificate: result.certificate,
  };
}
