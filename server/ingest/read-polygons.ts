import { AppError } from "../core/errors.ts";
import { type Bounds, boundsOf, unionOfBounds } from "../core/geometry/bounds.ts";
import { statedAreas } from "../core/geometry/ring-areas.ts";
import type { Grid, Progress, Shapes } from "../core/overlay/model.ts";
import type { Threads } from "../threads/pool.ts";
import { assembleSources } from "./assemble-shapes.ts";
import { analysisCrs, type Crs, NATIONAL_GRID } from "./crs.ts";
import { placeOnGrid } from "./place-on-grid.ts";
import { type PolygonFile, polygonFileOf, readPolygonFile } from "./polygon-files.ts";
import { emptyFeatures, type NamedFeature, nameApart, nameFeatures } from "./source-ids.ts";

/** How one of several files is to be read. */
export interface FileReading {
  /** Field that names a feature's source. */
  readonly id: string | undefined;
  /** The one layer to read, by name. */
  readonly layer: string | undefined;
}

/** How the files are to be read. */
export interface ReadPolygonsOptions {
  /** Field that names a feature's source. */
  readonly id?: string | undefined;
  /** The one layer to read of each file, by name. */
  readonly layer?: string | undefined;
  /**
   * How each file is read, instead of `id` and `layer`: sources of different files then stay apart,
   * and their names begin with the file's number and a tab (see `apartName`).
   */
  readonly apart?: readonly FileReading[] | undefined;
  /** System of the files' coordinates, overruling what they state. */
  readonly crs?: string | undefined;
  /** Grid step in metres; by default 0.001, or the finest power of ten that the extent allows. */
  readonly step?: number | undefined;
  readonly progress?: Progress | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Share the reading and projecting; without them all is done on this thread. */
  readonly threads?: Threads | undefined;
}

/** What was read of one file. */
export interface PolygonInput {
  readonly file: string;
  readonly sha256: string;
  readonly features: number;
  /** Features without a polygon: their geometry is null or empty. */
  readonly empty: number;
  readonly openRings: number;
  readonly crs: string;
  readonly crsBasis: PolygonFile["crsBasis"];
  /** What was supplied, passed over or could not be known of it, a sentence each. */
  readonly notes: readonly string[];
}

/** Any polygon files as sources on one integer grid: what the partition takes. */
export interface PolygonSources {
  readonly shapes: Shapes;
  readonly grid: Grid;
  /** Name of each shape, sorted by code unit. */
  readonly sourceIds: readonly string[];
  /** Of each source's first feature. */
  readonly properties: readonly Readonly<Record<string, unknown>>[];
  /** System of the grid, as printed. */
  readonly crs: string;
  /** From that system to WGS 84 degrees, in place. */
  readonly toLonLat: Crs["toLonLat"];
  readonly inputs: readonly PolygonInput[];
  /** Names of the features without a polygon, in the order of files and features. */
  readonly empty: readonly string[];
  /** Sources that occur in more than one file, and so were made one. */
  readonly sharedIds: readonly string[];
  /** Square metres of each source as projected, before rounding; see `statedAreas`. */
  readonly projectedAreas: Float64Array;
  /** Signed square metres of each ring of `shapes` as projected, before rounding. */
  readonly ringAreas: Float64Array;
  readonly seconds: { readonly read: number; readonly project: number };
}

/**
 * A box in degrees, near enough to choose a projection by: its corners and mid-edges. Of a box on
 * the national grid the middle tells enough, and its corners may lie out at sea, off OSTN15.
 */
function boxInDegrees([west, south, east, north]: Bounds, crs: Crs): Bounds | undefined {
  const x = (west + east) / 2;
  const y = (south + north) / 2;
  const rim = [west, south, x, south, east, south, east, y, east, north, x, north, west, north];
  const points = Float64Array.from(crs.printed === NATIONAL_GRID ? [x, y] : [...rim, west, y]);
  crs.toLonLat(points);
  return boundsOf(points);
}

/** The system for figures: that of the files where all are on the national grid, else by place. */
async function chooseCrs(files: readonly PolygonFile[]): Promise<Crs> {
  const [first] = files;
  const same = files.every(({ crs }) => crs.printed === NATIONAL_GRID);
  if (first && same) return first.crs;
  const boxes = files.map(({ bounds, crs }) => bounds && boxInDegrees(bounds, crs));
  return analysisCrs(unionOfBounds(boxes.filter((box) => box !== undefined)) ?? [-2, 54, -2, 54]);
}

/** Names that stand in more than one file. */
function sharedIds(features: readonly NamedFeature[]): readonly string[] {
  const firstFile = new Map<string, PolygonFile>();
  const shared = new Set<string>();
  for (const { source, file } of features) {
    const first = firstFile.get(source);
    if (first === undefined) firstFile.set(source, file);
    else if (first !== file) shared.add(source);
  }
  return [...shared].sort();
}

const inputOf = (file: PolygonFile): PolygonInput => ({
  file: file.path,
  sha256: file.sha256,
  features: file.features.length,
  empty: file.features.filter(({ polygonRing }) => polygonRing.length === 1).length,
  openRings: file.features.reduce((sum, { openRings }) => sum + openRings, 0),
  crs: file.crs.printed,
  crsBasis: file.crsBasis,
  notes: file.notes.map(({ message }) => message),
});

async function readFiles(
  paths: readonly string[],
  { crs, layer, apart, signal, progress, threads }: ReadPolygonsOptions,
): Promise<readonly PolygonFile[]> {
  const shared =
    threads === undefined
      ? []
      : await (await import("./read-on-threads.ts")).readOnThreads(threads, paths, {
          signal,
          layer,
          onShare: (share) => progress?.("read", share),
        });
  const files: PolygonFile[] = [];
  for (const [i, path] of paths.entries()) {
    const content = shared[i];
    const onShare = (share: number) => progress?.("read", (i + share) / paths.length);
    files.push(
      content === undefined
        ? await readPolygonFile(path, { crs, layer: apart?.[i]?.layer ?? layer, signal, onShare })
        : await polygonFileOf(path, content, crs),
    );
  }
  return files;
}

function expectFeatures(files: readonly PolygonFile[]): void {
  const none = files.find(({ features }) => features.length === 0);
  if (none === undefined) return;
  throw new AppError("file/empty", `${none.path} holds no feature, so there is nothing to cut.`, {
    file: none.path,
  });
}

/**
 * Reads polygon files of any known format into sources on one integer grid: names them, projects
 * each distinct vertex once, and rounds to the grid, halves upward.
 *
 * @param paths at least one file; the same path twice is read twice
 * @throws AppError file/missing, file/unreadable, file/empty, format/unknown, format/malformed,
 *   geometry/not-polygon, geometry/coordinate, crs/unknown, crs/out-of-range, input/invalid,
 *   limit/extent, work/cancelled
 */
export async function readPolygons(
  paths: readonly string[],
  options: ReadPolygonsOptions = {},
): Promise<PolygonSources> {
  if (paths.length === 0) throw new AppError("input/invalid", "No file was given.");
  const started = performance.now();
  const files = await readFiles(paths, options);
  expectFeatures(files);
  const named = options.apart
    ? nameApart(
        files,
        options.apart.map(({ id }) => id),
      )
    : nameFeatures(files, options.id);
  const { sourceIds, properties, features, topology } = assembleSources(named);
  const read = performance.now();
  options.progress?.("project", 0);
  const crs = await chooseCrs(files);
  const { threads } = options;
  const lieThere = files.every((file) => file.crs.printed === crs.printed);
  const target =
    threads === undefined || lieThere
      ? crs
      : await (await import("./project-on-threads.ts")).crsOnThreads(crs, threads);
  const { grid, xy, ringAreas } = placeOnGrid(features, target, options.step);
  const shapes = { ...topology, xy };
  options.progress?.("project", 1);
  return {
    shapes,
    grid,
    sourceIds,
    properties,
    crs: crs.printed,
    toLonLat: crs.toLonLat,
    inputs: files.map(inputOf),
    empty: emptyFeatures(files, options.id),
    sharedIds: sharedIds(named),
    projectedAreas: statedAreas(topology, ringAreas),
    ringAreas,
    seconds: { read: (read - started) / 1000, project: (performance.now() - read) / 1000 },
  };
}
