import type { GeoJsonProperties, Geometry, Position } from "geojson";
import { AppError } from "../../core/errors.ts";
import type { PolygonFeature } from "./format.ts";
import type { RingBuilder } from "./ring-builder.ts";

/** A feature as the parser packages hand it over. */
export interface ParsedFeature {
  readonly id?: string | number | undefined;
  readonly properties: GeoJsonProperties;
  readonly geometry: Geometry | null;
}

/** Says where in a file a feature stands, for messages. */
export interface Place {
  readonly file: string;
  /** From 1. */
  readonly feature: number;
}

function refuse(place: Place, code: "geometry/coordinate" | "geometry/not-polygon", what: string) {
  return new AppError(code, `${place.file}, feature ${place.feature}: ${what}`, { ...place });
}

function addPolygon(rings: readonly Position[][], builder: RingBuilder, place: Place): void {
  for (const ring of rings) {
    for (const [x = Number.NaN, y = Number.NaN] of ring) {
      if (!Number.isFinite(x) || !Number.isFinite(y)) {
        throw refuse(place, "geometry/coordinate", "A coordinate is no finite number.");
      }
      builder.vertex(x, y);
    }
    builder.endRing();
  }
  builder.endPolygon();
}

function addGeometry(geometry: Geometry, builder: RingBuilder, place: Place): void {
  if (geometry.type === "Polygon") addPolygon(geometry.coordinates, builder, place);
  else if (geometry.type === "MultiPolygon") {
    for (const polygon of geometry.coordinates) addPolygon(polygon, builder, place);
  } else if (geometry.type === "GeometryCollection") {
    for (const part of geometry.geometries) addGeometry(part, builder, place);
  } else {
    const what = `The geometry is "${geometry.type}"; only polygons can be read.`;
    throw refuse(place, "geometry/not-polygon", `${what} Take it out of the file.`);
  }
}

/**
 * A feature that a parser package made, in our form.
 *
 * @param file what messages call the file
 * @throws AppError geometry/not-polygon, geometry/coordinate
 */
export function polygonFeature(
  parsed: ParsedFeature,
  index: number,
  builder: RingBuilder,
  file: string,
): PolygonFeature {
  builder.clear();
  if (parsed.geometry) addGeometry(parsed.geometry, builder, { file, feature: index + 1 });
  const id = parsed.id === undefined ? undefined : String(parsed.id);
  return { index, id, properties: parsed.properties ?? {}, ...builder.take() };
}
