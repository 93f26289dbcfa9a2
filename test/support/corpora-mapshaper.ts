import { readdirSync, readFileSync } from "node:fs";
import type { GeoJSON, Geometry, Position } from "geojson";
import type { Audit } from "./corpora-audit.ts";
import { corpusPath } from "./corpora-cases.ts";
import { answer, cellMembers, type Drawn, drawnCells } from "./corpora-engine.ts";
import { plainArea } from "./corpora-points.ts";
import { type Claim, rule } from "./corpora-referee.ts";
import type { PolygonRings } from "./corpora-wkt.ts";
import type { Geos } from "./geos.ts";
import { geosSets, type SetGround } from "./geos-partition.ts";

const FOLDERS = ["mosaic", "union", "clean"] as const;
const RELATIVE = 1e-9;

/** Each file's features as sources; the folder `union` once more with all its files together. */
export function auditMapshaper(geos: Geos, audit: Audit): void {
  for (const folder of FOLDERS) {
    const base = `mapshaper/features/${folder}`;
    const files = readdirSync(corpusPath(base)).sort();
    const drawn = files.map((file) => drawnFeatures(corpusPath(`${base}/${file}`)));
    files.forEach((file, i) => {
      compare(geos, audit, `${base}/${file}`, drawn[i]!);
    });
    if (folder === "union") compare(geos, audit, `${base}/*`, drawn.flat());
  }
}

function compare(geos: Geos, audit: Audit, file: string, sources: readonly Drawn[]): void {
  const tally = { asked: 0, agreed: 0, leftOut: 0, withoutGeos: 0 };
  audit.tallies.set(file, tally);
  if (sources.length === 0) {
    tally.leftOut = 1;
    return;
  }
  const result = answer(sources);
  const { step } = result.grid;
  if (!result.partition.certificate.passed) audit.faults.push(`${file}: certificate failed`);
  const cells = drawnCells(result);
  const ours = new Map(
    cells.map((polygons, cell) => [cellMembers(result.partition, cell).join(","), polygons]),
  );
  const theirs = geosSets(geos, sources);
  theirs.delete("");
  for (const key of [...new Set([...ours.keys(), ...theirs.keys()])].sort()) {
    tally.asked++;
    if (close(ours.get(key) ?? [], theirs.get(key), step)) {
      tally.agreed++;
      continue;
    }
    const members = key.split(",").map(Number);
    const claims: Claim[] = [{ party: "engine", polygons: ours.get(key) ?? [] }];
    const exactly = (inside: readonly boolean[]) =>
      inside.every((is, source) => is === members.includes(source));
    const ruling = rule(geos, claims, sources, exactly, step);
    const question = `cell of sources ${key}`;
    audit.disagreements.push({ file, number: 1, about: "", question, ruling });
  }
}

function close(polygons: Drawn, ground: SetGround | undefined, step: number): boolean {
  const { area, perimeter } = ground ?? { area: 0, perimeter: 0 };
  const difference = Math.abs(plainArea(polygons) - area);
  return difference <= perimeter * step + RELATIVE * (area + step * step);
}

function drawnFeatures(path: string): Drawn[] {
  const file: GeoJSON = JSON.parse(readFileSync(path, "utf8"));
  return geometriesOf(file)
    .map(polygonsOf)
    .filter((polygons) => polygons.length > 0);
}

function geometriesOf(file: GeoJSON): Geometry[] {
  if (file.type === "FeatureCollection") return file.features.map((feature) => feature.geometry);
  if (file.type === "Feature") return [file.geometry];
  return file.type === "GeometryCollection" ? file.geometries : [file];
}

function polygonsOf(geometry: Geometry): PolygonRings[] {
  if (geometry.type === "Polygon") return [geometry.coordinates.map(openRing)];
  if (geometry.type !== "MultiPolygon") return [];
  return geometry.coordinates.map((rings) => rings.map(openRing));
}

const openRing = (ring: Position[]) =>
  Float64Array.from(ring.slice(0, -1).flatMap(([x = Number.NaN, y = Number.NaN]) => [x, y]));
