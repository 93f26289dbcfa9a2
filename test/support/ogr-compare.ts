import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join } from "node:path";
import { AppError } from "../../server/core/errors.ts";
import type { Finding, PolygonFeature } from "../../server/ingest/formats/format.ts";
import { shapefile } from "../../server/ingest/formats/shapefile.ts";
import { readTable } from "../../server/ingest/tables/read-table.ts";
import { corpusPath } from "./corpora-cases.ts";

/** What our readers and GDAL make of every shapefile and dBASE table of the corpora. */

export const hasOgr = () => spawnSync("ogrinfo", ["--version"]).status === 0;

export const OGR_FOLDERS = ["mbostock-shapefile", "mapshaper/shapefile", "mapshaper/dbf"] as const;

/** A file as a reader sees it: as much as two readers can be expected to agree on. */
interface Seen {
  readonly fields: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** Kind of geometry and number of vertices of each feature, `undefined` in a table. */
  readonly shapes: readonly string[] | undefined;
}

export interface Comparison {
  readonly file: string;
  readonly features: number | undefined;
  /** `undefined` where both see the same. */
  readonly difference: string | undefined;
}

/** The files to compare: every `.shp`, and every `.dbf` that belongs to none. */
export function ogrFiles(): string[] {
  return OGR_FOLDERS.flatMap((folder) => {
    const names = (readdirSync(corpusPath(folder), { recursive: true }) as string[]).sort();
    const stems = new Set(names.filter((name) => name.endsWith(".shp")).map((n) => n.slice(0, -4)));
    return names
      .filter((n) => n.endsWith(".shp") || (n.endsWith(".dbf") && !stems.has(n.slice(0, -4))))
      .map((name) => join(folder, name));
  });
}

const KINDS: Readonly<Record<string, string>> = { MultiLineString: "LineString" };

async function ourShapes(path: string): Promise<Seen> {
  const features: PolygonFeature[] = [];
  const kinds = new Map<number, string>();
  const onFinding = ({ code, feature, detail }: Finding) => {
    if (code === "geometry/not-polygon") kinds.set(feature, String(detail.type));
    else if (code === "geometry/null") kinds.set(feature, "none");
    else if (code !== "geometry/stray-hole") kinds.set(feature, code);
  };
  for await (const one of shapefile.read(path, { onFinding })) features.push(one);
  const fields = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  return {
    fields,
    rows: features.map(({ properties }) => fields.map((field) => properties[field] ?? null)),
    shapes: features.map(
      ({ index, polygonRing, ringVertex, xy }) =>
        kinds.get(index) ??
        `Polygon of ${polygonRing.length - 1}, rings ${ringVertex.length - 1}, vertices ${xy.length / 2}`,
    ),
  };
}

async function ours(path: string): Promise<Seen> {
  if (path.endsWith(".shp")) return ourShapes(path);
  const { header, rows } = await readTable(path);
  return { fields: header, rows: rows.map(({ cells }) => cells), shapes: undefined };
}

interface OgrFeature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown } | null;
}

function shapeOfOgr(geometry: OgrFeature["geometry"]): string {
  if (geometry === null) return "none";
  const { type, coordinates } = geometry;
  if (!/Polygon$/.test(type)) return KINDS[type] ?? type;
  const polygons = (type === "Polygon" ? [coordinates] : coordinates) as unknown[][][];
  const rings = polygons.flat();
  const vertices = rings.reduce((sum, ring) => sum + ring.length - 1, 0);
  return `Polygon of ${polygons.length}, rings ${rings.length}, vertices ${vertices}`;
}

/** Copied out, since GDAL writes a missing index beside the file that it opens. */
function theirs(path: string): Seen | string {
  const folder = mkdtempSync(join(tmpdir(), "patchwork-ogr-"));
  try {
    const stem = basename(path, extname(path));
    for (const name of readdirSync(dirname(path))) {
      if (basename(name, extname(name)) === stem)
        cpSync(join(dirname(path), name), join(folder, name));
    }
    const args = ["-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=15", "/vsistdout/"];
    const { stdout, stderr, status } = spawnSync(
      "ogr2ogr",
      [...args, join(folder, basename(path))],
      {
        env: { ...process.env, SHAPE_RESTORE_SHX: "YES" },
        maxBuffer: 1 << 28,
      },
    );
    if (status !== 0) return stderr.toString("latin1").split("\n")[0] ?? "no message";
    const features = JSON.parse(stdout.toString("utf8")).features as readonly OgrFeature[];
    const fields = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
    return {
      fields,
      rows: features.map(({ properties }) => fields.map((field) => properties[field] ?? null)),
      shapes: path.endsWith(".shp")
        ? features.map(({ geometry }) => shapeOfOgr(geometry))
        : undefined,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A value as both would write it: GDAL has dates with slashes and no blanks at the end. */
function plain(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = String(value).trim();
  const date = /^(\d{4})\/(\d{2})\/(\d{2})$/.exec(text);
  if (date) return date.slice(1).join("-");
  const number = Number(text);
  return text !== "" && Number.isFinite(number) ? String(Number(number.toPrecision(12))) : text;
}

const quoted = (value: unknown) => JSON.stringify(value ?? null);

function differenceOf(own: Seen, other: Seen): string | undefined {
  if (own.rows.length !== other.rows.length) {
    return `${own.rows.length} features, GDAL ${other.rows.length}`;
  }
  if (own.fields.join() !== other.fields.join()) {
    return `fields ${own.fields.join(", ")}; GDAL ${other.fields.join(", ")}`;
  }
  for (const [i, row] of own.rows.entries()) {
    const at = row.findIndex((value, c) => plain(value) !== plain(other.rows[i]![c]));
    if (at < 0) continue;
    return `${own.fields[at]} of feature ${i + 1} is ${quoted(row[at])}, GDAL ${quoted(other.rows[i]![at])}`;
  }
  const shape = own.shapes?.findIndex((one, i) => one !== other.shapes?.[i]) ?? -1;
  return shape < 0
    ? undefined
    : `shape ${shape + 1} is ${own.shapes![shape]}, GDAL ${other.shapes?.[shape]}`;
}

/** Reads one file twice and says where the two readings part. */
export async function compareWithOgr(file: string): Promise<Comparison> {
  const path = corpusPath(file);
  const other = theirs(path);
  let own: Seen;
  try {
    own = await ours(path);
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    const difference = typeof other === "string" ? undefined : `refused: ${cause.message}`;
    return { file, features: undefined, difference };
  }
  const difference =
    typeof other === "string" ? `read; GDAL refuses it: ${other}` : differenceOf(own, other);
  return { file, features: own.rows.length, difference };
}
