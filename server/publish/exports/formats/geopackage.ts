import Database from "better-sqlite3";
import { metresOf } from "../../../core/geometry/shape-metres.ts";
import { aboutText, type Chunk, type ExportFormat, type Table, type Value } from "../export.ts";
import { polygonsOfShapes } from "../ground.ts";
import { type Box, encodeMultiPolygon } from "./geopackage-geometry.ts";
import { CORE_TABLES, METADATA_TABLES, spatialReference } from "./geopackage-schema.ts";

/** OGC GeoPackage 1.3, in metres of the national grid: coordinates exactly as they were computed. */
export const geopackage = {
  id: "gpkg",
  title: "GeoPackage 1.3 (EPSG:27700)",
  mediaType: "application/geopackage+sqlite3",
  about: "inside",
  needsGround: true,
  write: writeGeopackage,
} as const satisfies ExportFormat;

/** The standard wants times; ours would change the bytes, so they are the epoch. */
const NO_TIME = "1970-01-01T00:00:00.000Z";
const SQL_TYPES = { text: "TEXT", integer: "INTEGER", real: "REAL", list: "TEXT" } as const;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function* writeGeopackage(table: Table): Generator<Chunk> {
  if (!table.ground) return;
  const db = new Database(":memory:");
  try {
    // "GPKG" and version 1.3.0, as the standard's first requirements ask.
    db.pragma("application_id = 0x47504B47");
    db.pragma("user_version = 10300");
    db.transaction(() => fill(db, table, table.ground!))();
    yield db.serialize();
  } finally {
    db.close();
  }
}

function fill(db: Database.Database, table: Table, ground: NonNullable<Table["ground"]>): void {
  db.exec(CORE_TABLES);
  db.exec(METADATA_TABLES);
  const srs = spatialReference(ground.crs.id);
  db.prepare(
    `INSERT INTO gpkg_spatial_ref_sys VALUES (@name, @id, @organization, @code, @definition, @name)`,
  ).run(srs);
  const name = quoted(table.unit);
  const columns = table.fields.map((field) => `${quoted(field.name)} ${SQL_TYPES[field.type]}`);
  db.exec(
    `CREATE TABLE ${name} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON, ${columns.join(", ")})`,
  );
  const box = insertRows(db, table, ground, srs.id);
  db.prepare("INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)").run(
    table.unit,
    table.unit,
    table.about.title,
    NO_TIME,
    ...(box ?? [null, null, null, null]),
    srs.id,
  );
  db.prepare("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'MULTIPOLYGON', ?, 0, 0)").run(
    table.unit,
    srs.id,
  );
  db.prepare("INSERT INTO gpkg_ogr_contents VALUES (?, ?)").run(table.unit, table.rows.length);
  db.prepare(
    "INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'urn:patchwork:about', 'application/json', ?)",
  ).run(aboutText(table.about));
  db.prepare("INSERT INTO gpkg_metadata_reference VALUES ('table', ?, NULL, NULL, ?, 1, NULL)").run(
    table.unit,
    NO_TIME,
  );
}

/** @returns the box around all rows, in metres: min x, min y, max x, max y */
function insertRows(
  db: Database.Database,
  { unit, fields, rows }: Table,
  ground: NonNullable<Table["ground"]>,
  srsId: number,
): Box | undefined {
  const places = fields.map(() => "?").join(", ");
  const insert = db.prepare(`INSERT INTO ${quoted(unit)} VALUES (NULL, ?, ${places})`);
  const metres = metresOf(ground);
  const polygons = polygonsOfShapes(ground.shapes);
  let whole: Box | undefined;
  rows.forEach((row, i) => {
    const drawn = encodeMultiPolygon(ground.shapes, metres, polygons[i]!, srsId);
    insert.run(drawn?.bytes ?? null, ...row.map(sqlValue));
    if (drawn) whole = whole ? around(whole, drawn.box) : drawn.box;
  });
  return whole;
}

/** A list becomes a JSON array: unambiguous whatever its ids hold. */
const sqlValue = (value: Value) =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : value;

const around = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];
