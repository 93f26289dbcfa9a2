/** A file as the subject of a check: every feature on the grid, whatever is wrong with it. */
import { basename } from "node:path";
import type { CheckedFeature, CheckSubject, GeometryKind, Met } from "../../core/check/model.ts";
import { AppError } from "../../core/errors.ts";
import { type Bounds, boundsOf, boundsWithin } from "../../core/geometry/bounds.ts";
import { gridFor, roundToGrid } from "../../core/geometry/grid-rounding.ts";
import type { TargetField } from "../../core/mapping/fields.ts";
import { type Suggestion, suggestMapping } from "../../core/mapping/suggest.ts";
import type { Grid, Progress, Shapes } from "../../core/overlay/model.ts";
import type { IsoDate } from "../../core/units.ts";
import { boxOf, type MetreBox } from "../../store/drawing.ts";
import { STORE_GRID } from "../../store/geometry-codec.ts";
import { groupBy } from "../../store/group-by.ts";
import { analysisCrs, type Crs, NATIONAL_GRID, OSTN15_SHEET, statedCrs } from "../crs.ts";
import type { Finding, PolygonFeature } from "../formats/format.ts";
import { formatOf } from "../formats/registry.ts";
import { type PolygonFile, readPolygonFile } from "../polygon-files.ts";
import { projectFeatures } from "../project-features.ts";
import { expectColumns } from "./expect-columns.ts";
import { rolesOf } from "./roles-of.ts";
import { NO_GROUND } from "./table-subject.ts";

export interface SubjectOptions {
  readonly crs?: string | undefined;
  /** The layer of a file with several. */
  readonly layer?: string | undefined;
  /** What the file's lines should lie on, within the box of its ground. */
  readonly reference?: ReferenceWithin | undefined;
  /** The field that names features; without it the one that seems to. */
  readonly id?: string | undefined;
  /** Field of ours -> column of theirs, as a person gave it. */
  readonly map?: ReadonlyMap<string, string> | undefined;
  readonly fields: readonly TargetField[];
  readonly today: IsoDate;
  /** Only ground in Great Britain, on the store's grid, is wanted: what lies elsewhere has none. */
  readonly forStore?: boolean | undefined;
  readonly progress?: Progress | undefined;
}

export type ReferenceWithin = (box: MetreBox) => CheckSubject["reference"];

export interface ReadSubject {
  readonly subject: CheckSubject;
  readonly file: PolygonFile;
  readonly format: string;
  readonly columns: readonly string[];
  /** What was suggested for fields that no one mapped. */
  readonly suggestions: readonly Suggestion[];
  /** Field of ours -> column of theirs: as given, else as suggested. */
  readonly mapping: ReadonlyMap<string, string>;
  readonly grid: Grid;
  readonly crs: Crs;
}

/** Rows that suggestions look at. */
const SAMPLE = 200;

/**
 * Reads a file for a check or an import. Figures are made on the store's grid where most of the file
 * lies in Great Britain; what lies elsewhere is then marked and not refused.
 *
 * @throws AppError of the format's reader, crs/unknown
 */
export async function readSubject(path: string, options: SubjectOptions): Promise<ReadSubject> {
  const { progress } = options;
  const findings: Finding[] = [];
  const file = await readPolygonFile(path, {
    crs: options.crs,
    layer: options.layer,
    onFinding: (finding) => findings.push(finding),
    onShare: (share) => progress?.("read", share / 3),
  });
  const columns = columnsOf(file.features);
  const rows = file.features.slice(0, SAMPLE).map(({ properties }) => properties);
  const suggestions = suggestMapping(options.fields, columns, rows);
  const { id: named = [] } = options;
  expectColumns(path, columns, [...(options.map?.values() ?? []), ...[named].flat()]);
  const mapping = new Map([
    ...suggestions.map(({ field, column }) => [field, column] as const),
    ...(options.map ?? []),
    ...(options.id === undefined ? [] : [[idField(options.fields), options.id] as const]),
  ]);
  const met = groupBy(findings, ({ feature }) => feature);
  const { features, crs, grid } = await placeFeatures(file, mapping, idField(options.fields), {
    met,
    forStore: options.forStore === true,
  });
  progress?.("project", 1 / 3);
  const { id: format } = await formatOf(path);
  return {
    subject: {
      features,
      step: grid.step,
      rightHand: format === "geojson",
      fields: rolesOf(mapping),
      today: options.today,
      reference: grid === STORE_GRID ? referenceFor(features, options.reference) : undefined,
      unmatched: [],
    },
    file,
    format,
    columns,
    suggestions,
    mapping,
    grid,
    crs,
  };
}

function referenceFor(
  features: readonly CheckedFeature[],
  reference: ReferenceWithin | undefined,
): CheckSubject["reference"] {
  const boxes = features
    .filter(({ shapes }) => shapes.xy.length > 0)
    .map(({ shapes }) => boxOf(shapes, [...shapes.polygonShape.keys()]));
  if (reference === undefined || boxes.length === 0) return undefined;
  return reference({
    west: Math.min(...boxes.map(({ west }) => west)),
    east: Math.max(...boxes.map(({ east }) => east)),
    south: Math.min(...boxes.map(({ south }) => south)),
    north: Math.max(...boxes.map(({ north }) => north)),
  });
}

const idField = (fields: readonly TargetField[]) =>
  fields.some(({ id }) => id === "id") ? "id" : "code";

function columnsOf(features: readonly PolygonFeature[]): string[] {
  const columns = new Set<string>();
  for (const { properties } of features) {
    for (const name of Object.keys(properties)) columns.add(name);
  }
  return [...columns];
}

async function placeFeatures(
  file: PolygonFile,
  mapping: ReadonlyMap<string, string>,
  id: string,
  { met, forStore }: { met: ReadonlyMap<number, readonly Finding[]>; forStore: boolean },
) {
  const boxes = file.features.map(({ xy }) => boxInDegrees(xy, file.crs));
  const drawn = boxes.filter((box) => box !== undefined);
  const british = drawn.filter(isBritish).length;
  const inBritain = forStore || drawn.length === 0 || 2 * british >= drawn.length;
  const crs = inBritain ? await statedCrs(NATIONAL_GRID, "") : await analysisCrs(around(drawn));
  const outside = boxes.map((box) =>
    box === undefined || !inBritain || isBritish(box) ? undefined : whereElse(box),
  );
  const within = file.features.filter((_, i) => outside[i] === undefined);
  const named = within.map((feature) => ({ source: "", file, feature }));
  const projected = projectFeatures(named, crs);
  const grid = inBritain ? STORE_GRID : gridFor(boundsOf(projected) ?? [0, 0, 0, 0], undefined);
  const rounded = roundToGrid(projected, grid);
  let at = 0;
  const features = file.features.map((feature, i): CheckedFeature => {
    const length = outside[i] === undefined ? feature.xy.length : 0;
    const xy = rounded.subarray(at, at + length);
    at += length;
    const own = met.get(feature.index) ?? [];
    return {
      ...namesOf(feature, file, mapping, id),
      kind: feature.polygonRing.length > 1 ? "polygon" : kindOf(own),
      outside: outside[i],
      point: pointOf(own, file.crs),
      met: own.map((finding) => toMet(finding, file.crs, crs, grid)),
      shapes: outside[i] === undefined ? shapesOf(feature, xy) : NO_GROUND,
    };
  });
  return { features, crs, grid };
}

const shapesOf = ({ polygonRing, ringVertex }: PolygonFeature, xy: Int32Array): Shapes => ({
  count: 1,
  polygonShape: new Int32Array(polygonRing.length - 1),
  polygonRing,
  ringVertex,
  xy,
});

function namesOf(
  feature: PolygonFeature,
  file: PolygonFile,
  mapping: ReadonlyMap<string, string>,
  id: string,
) {
  const { index, properties } = feature;
  const cell = (field: string) => {
    const column = mapping.get(field);
    const value = column === undefined ? undefined : properties[column];
    return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  };
  const position = `${basename(file.path)}#${index + 1}`;
  return {
    index,
    properties,
    id: cell(id) || feature.id || position,
    name: cell("name"),
  };
}

function kindOf(met: readonly Finding[]): GeometryKind {
  const other = met.find(({ code }) => code === "geometry/not-polygon");
  if (other === undefined) return "none";
  const type = String(other.detail.type);
  if (type.includes("Point")) return "point";
  return type.includes("Line") ? "line" : "mixed";
}

/** Where a point lies, in degrees. */
function pointOf(met: readonly Finding[], crs: Crs): readonly [number, number] | undefined {
  if (kindOf(met) !== "point") return undefined;
  const place = met.find(({ code }) => code === "geometry/not-polygon")?.place;
  return place && transformed(place, [crs.toLonLat]);
}

function toMet({ code, message, place }: Finding, from: Crs, onto: Crs, grid: Grid): Met {
  const point = place && transformed(place, [from.toLonLat, onto.fromLonLat]);
  const at = point && roundToGrid(Float64Array.from(point), grid);
  return { code, message, at: at && [at[0]!, at[1]!] };
}

/** @returns `undefined` where a system does not reach the point */
function transformed(
  place: readonly [number, number],
  steps: readonly ((xy: Float64Array) => void)[],
): readonly [number, number] | undefined {
  const xy = Float64Array.from(place);
  try {
    for (const step of steps) step(xy);
  } catch (cause) {
    if (cause instanceof AppError) return undefined;
    throw cause;
  }
  return [xy[0]!, xy[1]!];
}

/** Corners of a feature's box in degrees; `undefined` where it has no point. */
function boxInDegrees(xy: Float64Array, crs: Crs): Bounds | undefined {
  const box = boundsOf(xy);
  if (box === undefined) return undefined;
  const [west, south, east, north] = box;
  const corners = Float64Array.of(west, south, east, south, east, north, west, north);
  try {
    crs.toLonLat(corners);
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    return NOWHERE;
  }
  return boundsOf(corners);
}

/** Off every ground that figures are made for. */
const NOWHERE: Bounds = [180, 90, 180, 90];

const isBritish = (box: Bounds) => boundsWithin(box, OSTN15_SHEET);

function whereElse([west, south, east, north]: Bounds): "elsewhere" | "swapped" {
  return isBritish([south, west, north, east]) ? "swapped" : "elsewhere";
}

function around(boxes: readonly Bounds[]): Bounds {
  return boundsOf(Float64Array.from(boxes.flat()))!;
}
