/** What is drawn of initiatives without an outline: two discs of a cited size, or a point. */
import type { Indication, LonLat, Study } from "../../server/core/model.ts";
import { radiusOf } from "../../server/core/units.ts";
import { initiativeTitle, programmeShort } from "../programme-words.ts";

/** Metres in a degree of latitude, near enough for a disc that is itself a guess. */
const DEGREE = 111_200;
const CORNERS = 64;

/** A GeoJSON collection. */
export interface Drawn<Geometry> {
  type: "FeatureCollection";
  features: { type: "Feature"; geometry: Geometry; properties: Record<string, unknown> }[];
}

export interface DiscGeometry {
  type: "Polygon";
  coordinates: number[][][];
}

export interface PointGeometry {
  type: "Point";
  coordinates: number[];
}

/** The largest and the smallest disc of each indicative boundary, largest first. */
export function discShapes(study: Study, discs: readonly number[]): Drawn<DiscGeometry> {
  const sizes = ["largest", "smallest"] as const;
  const features = sizes.flatMap((size) =>
    discs.map((i) => {
      const indication = study.indications[i]!;
      const { initiative } = indication;
      return {
        type: "Feature" as const,
        geometry: discAround(indication, indication[size]),
        properties: { size, initiative },
      };
    }),
  );
  return { type: "FeatureCollection", features };
}

/** A polygon of {@link CORNERS} corners around a point, of this area to 0.2 %. */
export function discAround({ lon, lat }: LonLat, area: Indication["largest"]): DiscGeometry {
  const radius = radiusOf(area);
  const high = radius / DEGREE;
  const wide = high / Math.cos((lat * Math.PI) / 180);
  const ring = Array.from({ length: CORNERS + 1 }, (_, corner) => {
    const turn = (2 * Math.PI * (corner % CORNERS)) / CORNERS;
    return [lon + wide * Math.cos(turn), lat + high * Math.sin(turn)];
  });
  return { type: "Polygon", coordinates: [ring] };
}

/** One point an initiative, with the name to write beside it. */
export function pointShapes(study: Study, points: readonly number[]): Drawn<PointGeometry> {
  const features = points.map((initiative) => {
    const { point, name, round, programme } = study.initiatives[initiative]!;
    const short = programmeShort(study.programmes[programme]!);
    return {
      type: "Feature" as const,
      geometry: { type: "Point" as const, coordinates: [point!.lon, point!.lat] },
      properties: { initiative, name: initiativeTitle(short, name, round) },
    };
  });
  return { type: "FeatureCollection", features };
}
