/** The figures that the real boundaries must give. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { analyseQuestion } from "../../server/analysis/analyse-question.ts";
import { analyseStudy } from "../../server/analysis/analyse-study.ts";
import { type LoadedStudy, loadStudy } from "../../server/analysis/load-study.ts";
import { shapesOf } from "../../server/analysis/sources.ts";
import { compose } from "../../server/core/overlay/compose.ts";
import type { Shapes } from "../../server/core/overlay/model.ts";
import { partition } from "../../server/core/overlay/partition.ts";
import { isoDate } from "../../server/core/units.ts";
import { NATIONAL_GRID, statedCrs } from "../../server/ingest/crs.ts";
import { type LoadSummary, load } from "../../server/ingest/load.ts";
import { BUNDLED_ACCURACY, readBundledLayer } from "../../server/ingest/load-bundled.ts";
import type { LoadedLayer } from "../../server/ingest/load-reference.ts";
import { readPolygons } from "../../server/ingest/read-polygons.ts";
import { boundaryTable } from "../../server/store/boundary.ts";
import { type Db, openDb } from "../../server/store/db.ts";
import { decodeShapes, encodeShapes, STORE_GRID } from "../../server/store/geometry-codec.ts";
import { initiativeTable } from "../../server/store/initiative.ts";
import { memberAreaTable } from "../../server/store/member-area.ts";
import { placeTable } from "../../server/store/place.ts";
import { referenceLayerTable } from "../../server/store/reference-layer.ts";
import { weightTable } from "../../server/store/weight.ts";
import { fromWkt, openGeos } from "../support/geos.ts";
import { areaOf, isValid } from "../support/geos-measure.ts";
import { toWkt } from "../support/wkt.ts";

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const BOUNDARIES = path("../shared/data/boundaries");
const STATISTICS = path("../shared/data/statistics");
const date = (text: string) => isoDate(text)!;

/** Ends of every line of some shapes in metres: x0, y0, x1, y1 by turns. */
function linesOf({ ringVertex, xy }: Shapes): number[] {
  const lines: number[] = [];
  for (let ring = 0; ring + 1 < ringVertex.length; ring++) {
    const [from, to] = [ringVertex[ring]!, ringVertex[ring + 1]!];
    for (let v = from; v < to; v++) {
      const next = v + 1 < to ? v + 1 : from;
      for (const at of [v, next]) lines.push(xy[2 * at]! / 1000, xy[2 * at + 1]! / 1000);
    }
  }
  return lines;
}

function distanceTo(lines: readonly number[], x: number, y: number): number {
  let best = Infinity;
  for (let i = 0; i < lines.length; i += 4) {
    const [x0, y0] = [lines[i]!, lines[i + 1]!];
    const [dx, dy] = [lines[i + 2]! - x0, lines[i + 3]! - y0];
    const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1);
    const t = Math.min(1, Math.max(0, along));
    best = Math.min(best, (x0 + t * dx - x) ** 2 + (y0 + t * dy - y) ** 2);
  }
  return Math.sqrt(best);
}

/** How far the real lines of England's units lie from the bundled ones, a point every 500 m. */
function distances(db: Db, bundled: LoadedLayer): number[] {
  const real = new Map(
    placeTable(db)
      .ofLayer("district_pre2009_england")
      .map(({ place, boundary }) => [place.code, boundary]),
  );
  const own = encodeShapes(bundled.shapes);
  const found: number[] = [];
  let walked = 0;
  bundled.areas.forEach(({ country, districts }, unit) => {
    if (country !== "England") return;
    const members = districts.map(({ code }) => real.get(code)!);
    const target = linesOf(decodeShapes([own[unit]!]));
    const lines = linesOf(compose(shapesOf(db, members), STORE_GRID));
    for (let i = 0; i < lines.length; i += 4) {
      const [x0, y0, x1, y1] = [lines[i]!, lines[i + 1]!, lines[i + 2]!, lines[i + 3]!];
      const length = Math.hypot(x1 - x0, y1 - y0);
      for (; walked < length; walked += 500) {
        const t = walked / length;
        found.push(distanceTo(target, x0 + t * (x1 - x0), y0 + t * (y1 - y0)));
      }
      walked -= length;
    }
  });
  return found;
}

describe.skipIf(!existsSync(BOUNDARIES) || !existsSync(STATISTICS))(
  "with ../shared/data/boundaries and statistics",
  () => {
    let db: Db;
    let summary: LoadSummary;
    let loaded: LoadedStudy;
    let seconds: number;
    beforeAll(async () => {
      const started = performance.now();
      db = openDb(":memory:");
      summary = await load(db, {
        registryDir: path("data/registry"),
        referenceDir: path("data/reference"),
        boundariesDir: BOUNDARIES,
        statisticsDir: STATISTICS,
        now: new Date(0),
      });
      seconds = (performance.now() - started) / 1000;
      analyseStudy(db);
      loaded = loadStudy(db, (await statedCrs(NATIONAL_GRID, "")).fromLonLat);
    });

    const ofProgramme = (code: string) =>
      initiativeTable(db)
        .all()
        .filter((row) => row.programme_code === code);
    const drawn = (id: string) =>
      boundaryTable(db)
        .ofInitiative(id)
        .filter((row) => row.area_m2 !== null);
    const validity = async (boundary: number) => {
      const geos = await openGeos();
      const geometry = fromWkt(geos, toWkt(shapesOf(db, [boundary])))!;
      return { valid: isValid(geos, geometry), area: areaOf(geos, geometry) };
    };

    test("every layer is there, the districts before 2009 being the places", () => {
      expect(summary.layers.map(({ id, areas }) => [id, areas])).toEqual([
        ["district_pre2009_england", 354],
        ["lad_england_wales", 348],
        ["lsoa_england", 32_844],
        ["police_force_area_2020", 43],
        ["region", 9],
        ["wards_england", 7681],
      ]);
      const places = referenceLayerTable(db)
        .all()
        .filter(({ role }) => role === "places");
      expect(places.map(({ id }) => id)).toEqual(["district_pre2009_england"]);
      expect(loaded.study.places).toHaveLength(354);
      expect(new Set(loaded.study.places.map(({ region }) => region)).size).toBe(9);
      // Some 12 s alone on two cores; a slowdown of ten times is a fault.
      expect(seconds).toBeLessThan(120);
    });

    test("26 HAZ are composed and valid, with 23,089.2 km² in sum", async () => {
      const outlines = ofProgramme("HAZ").flatMap(({ id }) => drawn(id));
      expect(outlines).toHaveLength(26);
      expect(new Set(outlines.map(({ grade }) => grade))).toEqual(new Set(["composed"]));
      const sum = outlines.reduce((total, row) => total + row.area_m2!, 0) / 1e6;
      expect(Math.abs(sum / 23_089.2 - 1)).toBeLessThan(1e-4);
      for (const { id, area_m2 } of outlines) {
        const { valid, area } = await validity(id);
        expect([id, valid]).toEqual([id, true]);
        expect(area / area_m2!).toBeCloseTo(1, 9);
      }
    });

    test("the English and Welsh Employment Zones are composed and valid; Glasgow's are not drawn", async () => {
      const zones = ofProgramme("EZ");
      expect(zones.filter(({ id }) => drawn(id).length === 0).map(({ id }) => id)).toEqual([
        "EZ-05",
        "EZP-01",
      ]);
      const outlines = zones.flatMap(({ id }) => drawn(id));
      expect(outlines).toHaveLength(18);
      for (const { id, grade } of outlines) {
        expect([id, grade, (await validity(id)).valid]).toEqual([id, "composed", true]);
      }
      expect(summary.incomplete).toEqual([
        { id: "EZ-05", missing: ["Glasgow"] },
        { id: "EZP-01", missing: ["Glasgow"] },
      ]);
    });

    test("6.7 million people live in the first-wave HAZ, 14.4 million in all 26", () => {
      const people = weightTable(db).values("people-2015-lad04");
      const livingIn = (round: RegExp) => {
        const codes = ofProgramme("HAZ")
          .filter((row) => round.test(row.round))
          .flatMap(({ id }) => memberAreaTable(db).ofInitiative(id))
          .filter(({ scheme }) => scheme === "lad04")
          .map(({ code }) => code);
        return [...new Set(codes)].reduce((sum, code) => sum + people.get(code)!, 0) / 1e6;
      };
      expect(ofProgramme("HAZ").filter(({ round }) => round === "wave 1")).toHaveLength(11);
      expect(livingIn(/^wave 1$/)).toBeCloseTo(6.7, 1);
      expect(livingIn(/^wave [12]$/)).toBeCloseTo(14.4, 1);
    });

    test("the certificate of the study holds", () => {
      const { certificate } = analyseStudy(db).analysis;
      expect(certificate).toMatchObject({ passed: true, conservationRelative: 0 });
      expect(certificate.snapChangeRelative).toBeLessThan(1e-9);
    });

    test("putting the districts on the grid changes their ground by less than 1e-9", async () => {
      const file = `${BOUNDARIES}/district_pre2009_england.geojson.gz`;
      const { shapes, ringAreas, projectedAreas, grid } = await readPolygons([file], {
        id: "LAD04CD",
      });
      const { certificate, sourceArea } = partition({ ...shapes, ringArea: ringAreas }, grid);
      expect(certificate.passed).toBe(true);
      const sum = (areas: Float64Array) => areas.reduce((total, area) => total + area, 0);
      expect(Math.abs(sum(sourceArea) / sum(projectedAreas) - 1)).toBeLessThan(1e-9);
      // The certificate adds up the changes of all districts, gains and losses alike.
      expect(certificate.snapChangeRelative).toBeGreaterThan(0);
      expect(certificate.snapChangeRelative).toBeLessThan(1e-8);
    });

    test("1999 and 2005 differ, and each is certified", () => {
      const answers = ["1999-06-01", "2005-06-01"].map((at) =>
        analyseQuestion(db, loaded, { at: date(at) }),
      );
      const depths = answers.map(
        ({ outlines, partition: { cellSources, cellArea, certificate } }) => {
          expect(certificate.passed).toBe(true);
          const deepest = Math.max(
            ...Array.from(cellArea, (_, i) => cellSources.start[i + 1]! - cellSources.start[i]!),
          );
          return { outlines: outlines.length, deepest };
        },
      );
      expect(depths[0]).not.toEqual(depths[1]);
      for (const { deepest } of depths) expect(deepest).toBeGreaterThan(2);
    });

    test("the bundled units lie as far from the real lines as they say", async () => {
      const bundled = await readBundledLayer(path("data/reference"));
      const measured = distances(db, bundled).sort((a, b) => a - b);
      const nineteenTwentieths = measured[Math.floor(measured.length * 0.95)]!;
      expect(nineteenTwentieths).toBeLessThan(BUNDLED_ACCURACY);
      expect(nineteenTwentieths).toBeGreaterThan(BUNDLED_ACCURACY * 0.9);
      expect(measured[measured.length >> 1]!).toBeLessThan(640);
    });
  },
);
