import Database from "better-sqlite3";
import type {
  Finding,
  Format,
  Note,
  PolygonFeature,
  ReadOptions,
} from "../../server/ingest/formats/format.ts";
import { nested } from "./geojson-reading.ts";

/** Everything that a reader says of a file. */
export interface Telling {
  readonly features: PolygonFeature[];
  readonly polygons: number[][][][][];
  readonly findings: Finding[];
  readonly notes: Note[];
  readonly crs: string[];
}

/** Reads a file and listens to all that is said. */
export async function tellingOf(
  format: Format,
  path: string,
  options: ReadOptions = {},
): Promise<Telling> {
  const features: PolygonFeature[] = [];
  const findings: Finding[] = [];
  const notes: Note[] = [];
  const crs: string[] = [];
  const reading = format.read(path, {
    onFinding: (one) => void findings.push(one),
    onNote: (one) => void notes.push(one),
    onCrs: (one) => void crs.push(one),
    ...options,
  });
  for await (const one of reading) features.push(one);
  return { features, polygons: features.map(nested), findings, notes, crs };
}

/** Reads a file as `overlay` does: the first thing that would be left out refuses it. */
export async function refusalOf(format: Format, path: string, options: ReadOptions = {}) {
  const features: PolygonFeature[] = [];
  for await (const one of format.read(path, options)) features.push(one);
  return features;
}

const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const doubles = (values: readonly number[]) => {
  const bytes = Buffer.alloc(8 * values.length);
  for (const [i, value] of values.entries()) bytes.writeDoubleLE(value, 8 * i);
  return bytes;
};
const LITTLE = Buffer.from([1]);

/** Well-known binary, little-endian, after its published layout. */
export const wkb = {
  /** @param code 3, or with heights 1003 and the like; positions then have more numbers */
  polygon: (rings: readonly (readonly (readonly number[])[])[], code = 3) =>
    Buffer.concat([
      LITTLE,
      u32(code),
      u32(rings.length),
      ...rings.flatMap((ring) => [u32(ring.length), doubles(ring.flat())]),
    ]),
  holder: (code: number, parts: readonly Buffer[]) =>
    Buffer.concat([LITTLE, u32(code), u32(parts.length), ...parts]),
  point: (x: number, y: number) => Buffer.concat([LITTLE, u32(1), doubles([x, y])]),
  line: (points: readonly (readonly number[])[], code = 2) =>
    Buffer.concat([LITTLE, u32(code), u32(points.length), doubles(points.flat())]),
};

/** A GeoPackage blob around well-known binary; `box` bytes of box stand between. */
export function blob(body: Buffer, flags = 1, box = 0): Buffer {
  return Buffer.concat([Buffer.from([0x47, 0x50, 0, flags]), u32(27700), Buffer.alloc(box), body]);
}

export interface GpkgLayer {
  readonly type: string;
  readonly rows: readonly (Buffer | null)[];
}

/** A GeoPackage of layers in EPSG:27700, as bytes; each row has a `code` and its number. */
export function gpkgFile(layers: Readonly<Record<string, GpkgLayer>>, extraSql = ""): Buffer {
  const db = new Database(":memory:");
  db.exec(`CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY,
      organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('BNG', 7, 'EPSG', 27700, 'PROJCS["x"]', NULL);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT,
      geometry_type_name TEXT, srs_id INTEGER, z TINYINT, m TINYINT);`);
  for (const [name, { type, rows }] of Object.entries(layers)) {
    const table = `"${name.replaceAll('"', '""')}"`;
    db.exec(
      `CREATE TABLE ${table} (fid INTEGER PRIMARY KEY, Geom BLOB, code TEXT, big INTEGER, yes BOOLEAN)`,
    );
    db.prepare("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 7, 0, 0)").run(name, type);
    const insert = db.prepare(`INSERT INTO ${table} VALUES (NULL, ?, ?, 9007199254740993, 1)`);
    for (const [i, row] of rows.entries()) insert.run(row, `c${i + 1}`);
  }
  db.exec(extraSql);
  const bytes = db.serialize();
  db.close();
  return bytes;
}
