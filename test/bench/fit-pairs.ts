/** Groups of wards held against districts: ours, and the same figures pair by pair with GEOS. */
import { compose } from "../../server/core/overlay/compose.ts";
import type { Shapes } from "../../server/core/overlay/model.ts";
import { STORE_GRID } from "../../server/store/geometry-codec.ts";
import { pickShapes } from "../support/alter-shapes.ts";
import { fitOf, realLayer } from "../support/fit-layers.ts";
import { fromWkt, type Geos, type GeosPointer, openGeos } from "../support/geos.ts";
import { wardGroups } from "../support/ward-groups.ts";
import { toWkt } from "../support/wkt.ts";
import type { FitPairsRun } from "./fit-report.ts";

const GROUPS = 533;
/** GEOS gets this long; the rest is extrapolated from the pairs that it did. */
const GEOS_SECONDS = 60;
const TOLERANCE = 20;

export async function fitPairs(): Promise<FitPairsRun> {
  const wards = await realLayer("wards_england.geojson.gz", "WD13CD", "WD13NM");
  const all = await realLayer("lad_england_wales.geojson.gz", "LAD13CD", "LAD13NM");
  const english = all.codes.flatMap((code, i) => (code.startsWith("E") ? [i] : []));
  const districts = pickShapes(english.map((i) => ({ from: all.shapes, shapes: [i] })));
  const groups = pickShapes(
    wardGroups(wards.shapes, GROUPS, GROUPS).map((shapes) => ({
      from: compose(pickShapes([{ from: wards.shapes, shapes }]), STORE_GRID),
      shapes: [0],
    })),
  );
  globalThis.gc?.();
  const started = performance.now();
  const fit = fitOf({
    bodies: groups,
    references: districts,
    tolerance: TOLERANCE,
    accuracy: TOLERANCE,
  });
  const seconds = (performance.now() - started) / 1000;
  const pairs = fit.pairs.map(({ body, reference }) => [body, reference - groups.count] as const);
  const { done, geos } = await geosPairs(groups, districts, pairs);
  const geosSeconds = (geos / done) * pairs.length;
  return {
    groups: groups.count,
    districts: districts.count,
    vertices: (groups.xy.length + districts.xy.length) / 2,
    pairs: pairs.length,
    seconds,
    geosSeconds,
    geosPairs: done,
    ratio: geosSeconds / seconds,
  };
}

/** Pairs in an order that is not that of the map, so that a part of them stands for all. */
async function geosPairs(
  groups: Shapes,
  districts: Shapes,
  pairs: readonly (readonly [number, number])[],
) {
  const geos = await openGeos();
  const made = (from: Shapes) =>
    Array.from(
      { length: from.count },
      (_, shape) => fromWkt(geos, toWkt(pickShapes([{ from, shapes: [shape] }])))!,
    );
  const a = made(groups);
  const b = made(districts);
  const order = pairs.map((_, i) => (i * 7919) % pairs.length);
  const started = performance.now();
  let done = 0;
  for (const i of order) {
    const [body, reference] = pairs[i]!;
    pairFigures(geos, a[body]!, b[reference]!);
    done++;
    if (performance.now() - started > GEOS_SECONDS * 1000) break;
  }
  return { done, geos: (performance.now() - started) / 1000 };
}

/** Shared ground, gap, overspill, the width of each piece, agreement and Hausdorff distance. */
function pairFigures(geos: Geos, a: GeosPointer, b: GeosPointer): number {
  const { Module } = geos;
  const out = Module._malloc(8);
  const read = () => Module.HEAPF64[out / 8]!;
  let sum = 0;
  const shared = geos.GEOSIntersection(a, b);
  geos.GEOSArea(shared, out);
  sum += read();
  for (const [from, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const rest = geos.GEOSDifference(from, other);
    const parts = geos.GEOSGetNumGeometries(rest);
    for (let i = 0; i < parts; i++) {
      const part = geos.GEOSGetGeometryN(rest, i);
      geos.GEOSArea(part, out);
      sum += read();
      const circle = geos.GEOSMaximumInscribedCircle(part, 0.1);
      // None for a part that has collapsed.
      if (circle === 0) continue;
      geos.GEOSLength(circle, out);
      sum += read();
      geos.GEOSGeom_destroy(circle);
    }
    geos.GEOSGeom_destroy(rest);
    const line = geos.GEOSBoundary(from);
    const otherLine = geos.GEOSBoundary(other);
    const near = geos.GEOSBuffer(otherLine, TOLERANCE, 8);
    const within = geos.GEOSIntersection(line, near);
    geos.GEOSLength(within, out);
    sum += read();
    for (const used of [line, otherLine, near, within]) geos.GEOSGeom_destroy(used);
  }
  geos.GEOSHausdorffDistance(a, b, out);
  sum += read();
  geos.GEOSGeom_destroy(shared);
  Module._free(out);
  return sum;
}
