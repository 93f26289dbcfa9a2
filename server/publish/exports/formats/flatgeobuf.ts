import { magicbytes } from "flatgeobuf/lib/mjs/constants.js";
import { ColumnType } from "flatgeobuf/lib/mjs/flat-geobuf/column-type.js";
import { GeometryType } from "flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js";
import { buildFeature } from "flatgeobuf/lib/mjs/generic/feature.js";
import { buildHeader } from "flatgeobuf/lib/mjs/generic/featurecollection.js";
import type { IParsedGeometry } from "flatgeobuf/lib/mjs/generic/geometry.js";
import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import { AppError } from "../../../core/errors.ts";
import { metresOf } from "../../../core/geometry/shape-metres.ts";
import type { Chunk, ExportFormat, Field, Table } from "../export.ts";
import { isCounterClockwise, polygonsOfShapes } from "../ground.ts";
import { namedHeader } from "./flatgeobuf-name.ts";

/** FlatGeobuf 3 without an index, in metres of the national grid. */
export const flatgeobuf = {
  id: "fgb",
  title: "FlatGeobuf (EPSG:27700)",
  mediaType: "application/flatgeobuf",
  about: "beside",
  needsGround: true,
  write: writeFlatgeobuf,
} as const satisfies ExportFormat;

const TYPES: Record<Field["type"], ColumnType> = {
  text: ColumnType.String,
  integer: ColumnType.Int,
  real: ColumnType.Double,
  list: ColumnType.Json,
};

/** @throws AppError crs/unknown where the ground's system has no EPSG code to name it by */
function* writeFlatgeobuf(table: Table): Generator<Chunk> {
  const { ground, rows, fields } = table;
  if (!ground) return;
  const code = /^EPSG:(\d+)$/.exec(ground.crs.id)?.[1];
  if (code === undefined) {
    throw new AppError(
      "crs/unknown",
      `FlatGeobuf names a system by its EPSG code, and ${ground.crs.id} has none. Use GeoJSON or GeoPackage.`,
      { crs: ground.crs.id },
    );
  }
  const meta = headerMeta(fields, rows.length);
  yield magicbytes;
  yield namedHeader(buildHeader(meta, Number(code)), table.unit);
  const xy = metresOf(ground);
  const polygons = polygonsOfShapes(ground.shapes);
  for (let row = 0; row < rows.length; row++) {
    const properties = Object.fromEntries(
      fields.map(({ name }, i) => {
        const value = rows[row]![i]!;
        return [name, typeof value === "object" && value !== null ? [...value] : value];
      }),
    );
    const parts = polygons[row]!.map((polygon) => polygonPart(ground.shapes, xy, polygon));
    yield buildFeature(
      { type: GeometryType.MultiPolygon, xy: [], ends: [], parts },
      properties,
      meta,
    );
  }
}

function headerMeta(fields: readonly Field[], featuresCount: number): HeaderMeta {
  return {
    geometryType: GeometryType.MultiPolygon,
    columns: fields.map(({ name, type }) => ({
      name,
      type: TYPES[type],
      title: null,
      description: null,
      width: -1,
      precision: -1,
      scale: -1,
      nullable: true,
      unique: false,
      primary_key: false,
    })),
    envelope: null,
    featuresCount,
    indexNodeSize: 0,
    crs: null,
    title: null,
    description: null,
    metadata: null,
  };
}

type GroundShapes = NonNullable<Table["ground"]>["shapes"];

/** Rings closed, outer against the clock, inner with it. */
function polygonPart(shapes: GroundShapes, metres: Float64Array, polygon: number): IParsedGeometry {
  const { polygonRing, ringVertex } = shapes;
  const xy: number[] = [];
  const ends: number[] = [];
  for (let ring = polygonRing[polygon]!; ring < polygonRing[polygon + 1]!; ring++) {
    const from = ringVertex[ring]!;
    const count = ringVertex[ring + 1]! - from;
    const outer = ring === polygonRing[polygon];
    const forward = isCounterClockwise(metres, from, from + count) === outer;
    for (let i = 0; i <= count; i++) {
      const v = from + ((forward ? i : count - i) % count);
      xy.push(metres[2 * v]!, metres[2 * v + 1]!);
    }
    ends.push(xy.length / 2);
  }
  // The package's type asks for parts; its code takes a geometry for a collection where it finds them.
  return { type: GeometryType.Polygon, xy, ends } as unknown as IParsedGeometry;
}
