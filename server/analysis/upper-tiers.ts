/** Areas of other layers that are made of whole places: counties, police areas, later authorities. */
import type { UpperTierArea } from "../core/chooser/model.ts";
import { pairAreas } from "../core/overlay/folds.ts";
import { partition } from "../core/overlay/partition.ts";
import { boundaryTable } from "../store/boundary.ts";
import type { Db } from "../store/db.ts";
import { boxOf, type MetreBox } from "../store/drawing.ts";
import { decodeShapes, STORE_GRID } from "../store/geometry-codec.ts";
import { placeTable } from "../store/place.ts";
import { referenceLayerTable } from "../store/reference-layer.ts";
import type { LoadedStudy } from "./load-study.ts";
import { shapesOf, studySources } from "./sources.ts";

/** A place belongs to the area that holds most of it; the places must then nearly fill the area. */
const MOST = 0.5;
/** Jaccard of the area and its places together: as near as M-C6 asks of boundaries that are near. */
const FILLS = 0.95;
/** No county has more districts. A larger area, such as a region, is no patch for one partnership. */
const MOST_PLACES = 16;

/**
 * @param places indices of places; only areas that hold one of them are looked at
 * @returns areas of two places and more, by layer and code
 */
export function upperTiers(
  db: Db,
  loaded: LoadedStudy,
  places: ReadonlySet<number>,
): UpperTierArea[] {
  const sources = studySources(db);
  const boundaries = [...places].map((place) => sources.places[place]!.boundary);
  const box = boxAround(db, boundaries);
  if (!box) return [];
  return referenceLayerTable(db)
    .all()
    .filter(({ role, areas }) => role !== "places" && areas <= sources.places.length)
    .flatMap(({ id, title }) => tierAreas(db, loaded, { id, title }, box))
    .filter(({ districts }) => districts.some((district) => places.has(district)));
}

function tierAreas(
  db: Db,
  { study }: LoadedStudy,
  layer: { readonly id: string; readonly title: string },
  box: MetreBox,
): UpperTierArea[] {
  const table = boundaryTable(db);
  const areas = table.inBox(layer.id, box);
  const reach = boxAround(db, areas);
  if (!reach) return [];
  const sources = studySources(db);
  const placeAt = new Map(sources.places.map(({ boundary }, place) => [boundary, place]));
  const near = table.inBox(study.layer.id, reach);
  const result = partition(shapesOf(db, [...areas, ...near]), STORE_GRID);
  const shared = areas.map(() => ({ places: [] as number[], ground: 0, joined: 0 }));
  const { a, b, area } = pairAreas(result);
  area.forEach((ground, i) => {
    const [tier, source] = [a[i]!, b[i]!];
    if (tier >= areas.length || source < areas.length) return;
    const whole = result.sourceArea[source]!;
    if (ground < whole * MOST) return;
    const found = shared[tier]!;
    found.places.push(placeAt.get(near[source - areas.length]!)!);
    found.ground += ground;
    found.joined += whole;
  });
  const names = new Map(
    placeTable(db)
      .ofLayer(layer.id)
      .map(({ boundary, place }) => [boundary, place.name]),
  );
  return shared.flatMap(({ places, ground, joined }, tier) => {
    const either = joined + result.sourceArea[tier]! - ground;
    const fits = places.length >= 2 && places.length <= MOST_PLACES && ground >= either * FILLS;
    if (!fits) return [];
    const districts = places.sort((x, y) => x - y);
    return [{ name: names.get(areas[tier]!) ?? "", layer: layer.title, districts }];
  });
}

/** The box around some boundaries; `undefined` around none. */
function boxAround(db: Db, boundaries: readonly number[]): MetreBox | undefined {
  if (boundaries.length === 0) return undefined;
  const table = boundaryTable(db);
  const shapes = decodeShapes(boundaries.flatMap((id) => table.geometry(id) ?? []));
  return boxOf(shapes, [...shapes.polygonShape.keys()]);
}
