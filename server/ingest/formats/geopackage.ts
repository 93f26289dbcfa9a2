import { existsSync, statSync } from "node:fs";
import { basename } from "node:path";
import type Database from "better-sqlite3";
import { AppError } from "../../core/errors.ts";
import { knowsEpsg } from "../crs.ts";
import { storedBytes } from "./file-bytes.ts";
import type { Format, Layer, PolygonFeature, ReadOptions } from "./format.ts";
import { addGeopackageBlob } from "./geopackage-blob.ts";
import { takesOnePass } from "./geopackage-views.ts";
import { chooseLayer } from "./layers.ts";
import { RingBuilder } from "./ring-builder.ts";
import { teller } from "./tell.ts";

type Db = Database.Database;

const MAGIC = Buffer.from("SQLite format 3\0", "latin1");
/** Byte 18 of the file says whether changes wait in a second file, which opening it would write. */
const WRITE_VERSION = 18;
const WAL = 2;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

function malformed(file: string, why: string): AppError {
  return new AppError("format/malformed", `${file} is no GeoPackage that can be read: ${why}.`, {
    file,
  });
}

/** Known by its name, as its class is loaded with the first file only. */
const isOfSqlite = (cause: unknown): cause is Error =>
  cause instanceof Error && cause.name === "SqliteError";

interface GeometryColumn {
  readonly table_name: string;
  readonly column_name: string;
  readonly geometry_type_name: string;
  readonly srs_id: number;
  readonly is_view: number;
}

/** Tables, and views; what a trigger does is no matter of reading. */
const LAYERS = `
SELECT m.name AS table_name, c.name AS column_name, g.geometry_type_name, g.srs_id,
  m.type = 'view' AS is_view
FROM gpkg_geometry_columns g
JOIN sqlite_master m ON m.type IN ('table', 'view') AND lower(m.name) = lower(g.table_name)
JOIN pragma_table_info(m.name) c ON lower(c.name) = lower(g.column_name)
WHERE m.sql NOT LIKE 'CREATE VIRTUAL%'
ORDER BY g.rowid`;

/** Opens the file without writing so much as a file beside it. */
async function openFile(path: string, options: ReadOptions): Promise<Db> {
  const { default: Sqlite } = await import("better-sqlite3");
  const file = basename(path);
  let first: Buffer | undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of storedBytes(path, options)) {
    first ??= chunk;
    if (first[WRITE_VERSION] === WAL) chunks.push(chunk);
  }
  if (!first?.subarray(0, MAGIC.length).equals(MAGIC)) throw malformed(file, "it is no database");
  if (first[WRITE_VERSION] !== WAL) {
    return new Sqlite(path, { readonly: true, fileMustExist: true });
  }
  const waiting = `${path}-wal`;
  if (existsSync(waiting) && statSync(waiting).size > 0) {
    const message = `${file} has changes that are not written into it yet (${basename(waiting)}); they were not read. Close the program that has it open.`;
    options.onNote?.({ code: "file/left-out", message });
  }
  const copy = Buffer.concat(chunks);
  copy.fill(1, WRITE_VERSION, WRITE_VERSION + 2);
  return new Sqlite(copy, { readonly: true });
}

async function usingFile<T>(
  path: string,
  options: ReadOptions,
  use: (db: Db) => T,
): Promise<{ readonly db: Db; readonly result: T }> {
  const file = basename(path);
  let db: Db | undefined;
  try {
    db = await openFile(path, options);
    db.pragma("trusted_schema = OFF");
    return { db, result: use(db) };
  } catch (cause) {
    db?.close();
    throw isOfSqlite(cause) ? malformed(file, cause.message) : cause;
  }
}

/** The layers that can be read; a view that might never end is said and left out. */
function geometryColumns(db: Db, file: string, { onNote }: ReadOptions): GeometryColumn[] {
  const has = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'gpkg_geometry_columns'").get();
  if (!has) throw malformed(file, "it has no table gpkg_geometry_columns");
  const columns = db.prepare<[], GeometryColumn>(LAYERS).all();
  const endless = columns.filter(
    ({ is_view, table_name }) => is_view === 1 && !takesOnePass(db, quoted(table_name)),
  );
  if (endless.length === 0) return columns;
  const names = endless.map(({ table_name }) => `"${table_name}"`).join(", ");
  const message = `Left out of ${file}: ${names}, as a view that does more than pass once through one table could run for ever. Export it as a table of its own to have it read.`;
  if (endless.length === columns.length) {
    throw new AppError("format/no-polygons", message, { file, views: names });
  }
  onNote?.({ code: "file/left-out", message });
  return columns.filter((column) => !endless.includes(column));
}

function kindOf(type: string): Layer["geometry"] {
  if (/POLYGON|SURFACE|TIN|TRIANGLE/i.test(type)) return "polygon";
  if (/POINT/i.test(type)) return "point";
  return /LINE|CURVE|CIRCULAR/i.test(type) ? "line" : "mixed";
}

function layerOf(db: Db, column: GeometryColumn): Layer {
  const count = db.prepare<[], { n: number }>(
    `SELECT count(*) AS n FROM ${quoted(column.table_name)}`,
  );
  const geometry = kindOf(column.geometry_type_name);
  return { name: column.table_name, geometry, features: count.get()?.n };
}

interface Srs {
  readonly organization: string;
  readonly organization_coordsys_id: number;
  readonly definition: string;
}

/** The system of a layer: by its number where that is known here, else by its definition. */
function statedSystem(db: Db, { srs_id }: GeometryColumn): string | undefined {
  const srs = db
    .prepare<[number], Srs>("SELECT * FROM gpkg_spatial_ref_sys WHERE srs_id = ?")
    .get(srs_id);
  if (srs === undefined || srs.definition === "undefined") return undefined;
  const { organization, organization_coordsys_id: number, definition } = srs;
  const isEpsg = /^epsg$/i.test(organization);
  return isEpsg && knowsEpsg(number) ? `EPSG:${number}` : definition;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
}

/**
 * The attributes of a layer: its columns but for the shape and the row's own number, which of a view is
 * its first column.
 */
function attributesOf(db: Db, { table_name, column_name, is_view }: GeometryColumn): Column[] {
  const columns = db.prepare<[], Column>(`PRAGMA table_info(${quoted(table_name)})`).all();
  return columns.filter(
    ({ name, type, pk }, i) =>
      name !== column_name && !((pk > 0 || (is_view === 1 && i === 0)) && /^INTEGER$/i.test(type)),
  );
}

function plainValue(value: unknown, { type }: Column): unknown {
  if (typeof value === "bigint") {
    if (/^BOOL/i.test(type)) return value !== 0n;
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  }
  return Buffer.isBuffer(value) ? null : value;
}

async function layers(path: string, options: ReadOptions = {}): Promise<readonly Layer[]> {
  const { db, result } = await usingFile(path, options, (opened) =>
    geometryColumns(opened, basename(path), options).map((column) => layerOf(opened, column)),
  );
  db.close();
  return result;
}

async function* read(path: string, options: ReadOptions = {}): AsyncGenerator<PolygonFeature> {
  const file = basename(path);
  const { db, result: column } = await usingFile(path, options, (opened) => {
    const columns = geometryColumns(opened, file, options);
    const listed = columns.map((one) => layerOf(opened, one));
    return columns[listed.indexOf(chooseLayer(listed, file, options))]!;
  });
  try {
    const stated = statedSystem(db, column);
    if (stated !== undefined) options.onCrs?.(stated);
    const attributes = attributesOf(db, column);
    const rows = db
      .prepare<[], Record<string, unknown>>(`SELECT * FROM ${quoted(column.table_name)}`)
      .safeIntegers(true)
      .iterate();
    let index = 0;
    const tell = teller(file, options, () => index);
    const builder = new RingBuilder((x, y) =>
      tell("geometry/unclosed-ring", "A ring does not end where it began.", { place: [x, y] }),
    );
    for (const row of rows) {
      builder.clear();
      addGeopackageBlob(row[column.column_name], builder, tell);
      const properties = Object.fromEntries(
        attributes.map((one) => [one.name, plainValue(row[one.name], one)]),
      );
      yield { index, id: undefined, properties, ...builder.take() };
      index++;
    }
  } catch (cause) {
    throw isOfSqlite(cause) ? malformed(file, cause.message) : cause;
  } finally {
    db.close();
  }
}

/**
 * GeoPackage by SQLite, opened so that nothing of it or beside it is written. The number of a row is
 * no id: every file has a row 1.
 */
export const geopackage: Format = {
  id: "gpkg",
  title: "GeoPackage",
  extensions: [".gpkg"],
  gzip: false,
  sniff: (head) => head.subarray(0, MAGIC.length).equals(MAGIC),
  layers,
  read,
};
