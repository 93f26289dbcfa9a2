/** Indicative boundaries of the study: their discs, and the cells that these meet. */
import { type Disc, discReaches } from "../core/geometry/disc.ts";
import { metresOf } from "../core/geometry/shape-metres.ts";
import type { Indication } from "../core/model.ts";
import { radiusOf, squareMetres } from "../core/units.ts";
import { analysisTable, type StoredCell } from "../store/analysis.ts";
import { boundaryTable, type StoredIndication } from "../store/boundary.ts";
import type { Db } from "../store/db.ts";
import { decodeShapes, polygonsByShape, STORE_GRID } from "../store/geometry-codec.ts";

/** Degrees of WGS 84 in, metres of the national grid out, in place: x and y by turns. */
export type Projector = (xy: Float64Array) => void;

export interface LoadedIndications {
  readonly indications: readonly Indication[];
  /** Indication -> its largest disc. */
  readonly discs: readonly Disc[];
}

/**
 * @param analysis id of the stored study
 * @param cells its cells, in the study's order
 * @param initiativeAt id -> index into the study's initiatives
 */
export function readIndications(
  db: Db,
  analysis: number,
  cells: readonly StoredCell[],
  initiativeAt: ReadonlyMap<string, number>,
  toMetres: Projector,
): LoadedIndications {
  const rows = boundaryTable(db).indications();
  const discs = rows.map((row) => largestDisc(row, toMetres));
  const indications = rows.map(
    (row, i): Indication => ({
      initiative: initiativeAt.get(row.initiative_id)!,
      from: row.valid_from ?? undefined,
      to: row.valid_to ?? undefined,
      lon: row.lon,
      lat: row.lat,
      smallest: squareMetres(row.smallest_m2),
      largest: squareMetres(row.largest_m2),
      citation: row.citation,
      reaches: cellsReached(db, analysis, cells, discs[i]!),
    }),
  );
  return { indications, discs };
}

function largestDisc({ lon, lat, largest_m2 }: StoredIndication, toMetres: Projector): Disc {
  const centre = Float64Array.of(lon, lat);
  toMetres(centre);
  return { x: centre[0]!, y: centre[1]!, radius: radiusOf(squareMetres(largest_m2)) };
}

/** Only cells whose box the disc's box meets are looked at. */
function cellsReached(
  db: Db,
  analysis: number,
  cells: readonly StoredCell[],
  disc: Disc,
): readonly number[] {
  const { x, y, radius } = disc;
  const box = { west: x - radius, east: x + radius, south: y - radius, north: y + radius };
  const near = new Set(analysisTable(db).inBox(analysis, box));
  const candidates = cells.flatMap(({ id }, cell) => (near.has(id) ? [cell] : []));
  const shapes = decodeShapes(candidates.map((cell) => cells[cell]!.geometry));
  const metres = metresOf({ shapes, grid: STORE_GRID });
  const polygons = polygonsByShape(shapes);
  return candidates.filter((_, i) => discReaches(shapes, metres, polygons[i]!, disc));
}
