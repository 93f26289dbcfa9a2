import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPolygons } from "../../server/ingest/read-polygons.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-polygons-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ring = readonly (readonly [number, number])[];
interface Given {
  readonly id?: string | number;
  readonly code?: string | number | null;
  readonly rings: readonly Ring[];
}

const box = (x: number, y: number, size: number): Ring => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

function write(name: string, given: readonly Given[], crs?: string): string {
  const path = join(folder, name);
  const features = given.map(({ id, code, rings }) => ({
    type: "Feature",
    ...(id === undefined ? {} : { id }),
    properties: code === undefined ? {} : { code },
    geometry: { type: "Polygon", coordinates: rings },
  }));
  const stated = crs === undefined ? {} : { crs: { type: "name", properties: { name: crs } } };
  writeFileSync(path, JSON.stringify({ type: "FeatureCollection", ...stated, features }));
  return path;
}

const GRID = "urn:ogc:def:crs:EPSG::27700";

describe("names of sources", () => {
  test("are the feature's id, else its file and position; equal ids are one source", async () => {
    const a = write(
      "a.geojson",
      [{ id: "x", rings: [box(0, 0, 10)] }, { rings: [box(20, 0, 5)] }],
      GRID,
    );
    const b = write(
      "b.geojson",
      [
        { id: "x", rings: [box(100, 0, 10)] },
        { id: 4, rings: [box(0, 50, 1)] },
      ],
      GRID,
    );
    const read = await readPolygons([a, b]);
    expect(read.sourceIds).toEqual(["4", "a.geojson#2", "x"]);
    expect([...read.shapes.polygonShape]).toEqual([0, 1, 2, 2]);
    expect([...read.projectedAreas]).toEqual([1, 25, 200]);
    expect(read.sharedIds).toEqual(["x"]);
  });

  test("are a field where one is given", async () => {
    const file = write(
      "c.geojson",
      [
        { id: 1, code: "B", rings: [box(0, 0, 1)] },
        { id: 2, code: 7, rings: [box(3, 0, 1)] },
      ],
      GRID,
    );
    const read = await readPolygons([file], { id: "code" });
    expect(read.sourceIds).toEqual(["7", "B"]);
    expect(read.properties).toEqual([{ code: 7 }, { code: "B" }]);
  });

  test("a feature without that field is refused, with the fields it has", async () => {
    const file = write(
      "d.geojson",
      [
        { code: "A", rings: [box(0, 0, 1)] },
        { code: null, rings: [box(3, 0, 1)] },
      ],
      GRID,
    );
    await expect(readPolygons([file], { id: "name" })).rejects.toMatchObject({
      code: "input/invalid",
      message: expect.stringMatching(/d\.geojson, feature 1 has no "name".*code/),
    });
    await expect(readPolygons([file], { id: "code" })).rejects.toMatchObject({
      detail: { feature: 2 },
    });
  });

  test("tell files of one name apart by their paths", async () => {
    const file = write("e.geojson", [{ rings: [box(0, 0, 1)] }], GRID);
    const read = await readPolygons([file, file]);
    expect(read.sourceIds).toEqual([`${file}#1`]);
    expect(read.inputs).toHaveLength(2);
  });
});

describe("what is read", () => {
  test("does not depend on the order of the files", async () => {
    const a = write("f.geojson", [{ id: "p", rings: [box(0, 0, 10), box(2, 2, 3)] }], GRID);
    const b = write("g.geojson", [{ id: "o", rings: [box(5, 5, 10)] }], GRID);
    const one = await readPolygons([a, b]);
    const other = await readPolygons([b, a]);
    expect(other.shapes).toEqual(one.shapes);
    expect(other.sourceIds).toEqual(one.sourceIds);
    expect([...one.projectedAreas]).toEqual([100, 91]);
  });

  test("lies on a grid of millimetres from the national grid's own origin", async () => {
    const file = write(
      "h.geojson",
      [{ id: "p", rings: [box(406_888.2835, 286_900.0004, 1)] }],
      GRID,
    );
    const { shapes, grid, crs } = await readPolygons([file]);
    expect(grid).toEqual({ step: 0.001, originX: 0, originY: 0 });
    expect(crs).toBe("EPSG:27700");
    expect([...shapes.xy.slice(0, 2)]).toEqual([406_888_284, 286_900_000]);
    expect([...(await readPolygons([file], { step: 10 })).shapes.xy.slice(0, 2)]).toEqual([
      40_689, 28_690,
    ]);
  });

  test("in degrees falls where the same ground in metres does", async () => {
    const metres = write(
      "i.geojson",
      [{ id: "metres", rings: [box(400_000, 300_000, 1000)] }],
      GRID,
    );
    const read = await readPolygons([metres]);
    const corners = Float64Array.from(read.shapes.xy, (steps) => steps / 1000);
    read.toLonLat(corners);
    const ring = [0, 1, 2, 3].map((i): [number, number] => [corners[2 * i]!, corners[2 * i + 1]!]);
    const degrees = write("j.geojson", [{ id: "degrees", rings: [ring] }]);
    const both = await readPolygons([metres, degrees]);
    expect(both.shapes.xy.slice(0, 8)).toEqual(both.shapes.xy.slice(8));
    expect(both.inputs.map(({ crs, crsBasis }) => [crs, crsBasis])).toEqual([
      ["EPSG:27700", "file"],
      ["OGC:CRS84", "range"],
    ]);
    expect(both.inputs.map(({ openRings }) => openRings)).toEqual([0, 1]);
  });

  test("from the whole national grid and in degrees lies on the national grid", async () => {
    const whole = write("whole.geojson", [{ id: "w", rings: [box(0, 0, 1_300_000)] }], GRID);
    const degrees = write("some.geojson", [{ id: "d", rings: [box(-1.9, 52.4, 0.1)] }]);
    expect((await readPolygons([whole, degrees])).crs).toBe("EPSG:27700");
  });

  test("outside Great Britain lies on an equal-area projection, printed", async () => {
    const file = write("k.geojson", [{ id: "p", rings: [box(-6.5, 53.2, 0.1)] }]);
    const { crs, grid } = await readPolygons([file]);
    expect(crs).toBe("+proj=laea +lat_0=53 +lon_0=-6 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs");
    expect(grid.step).toBe(0.001);
  });

  test("of a continent's width lies on a coarser grid, which is said", async () => {
    const file = write("l.geojson", [{ id: "p", rings: [box(-70, 0, 60)] }]);
    expect((await readPolygons([file])).grid.step).toBe(0.01);
    await expect(readPolygons([file], { step: 0.001 })).rejects.toMatchObject({
      code: "limit/extent",
    });
  });

  test("carries each file's hash, counts and progress", async () => {
    const file = write(
      "m.geojson",
      [
        { id: "p", rings: [box(0, 0, 1)] },
        { id: "q", rings: [] },
      ],
      GRID,
    );
    const told: [string, number][] = [];
    const { inputs, sourceIds, seconds } = await readPolygons([file], {
      progress: (stage, share) => told.push([stage, share]),
    });
    const sha256 = createHash("sha256").update(readFileSync(file)).digest("hex");
    expect(inputs[0]).toMatchObject({ sha256, features: 2, empty: 1 });
    expect(sourceIds).toEqual(["p"]);
    expect(told[0]).toEqual(["read", 1]);
    expect(told.at(-1)).toEqual(["project", 1]);
    expect(seconds.read).toBeGreaterThan(0);
  });

  test("names features without geometry, by their position where they have no name", async () => {
    const file = write("n.geojson", [{ id: "p", code: "P", rings: [] }, { rings: [] }], GRID);
    const { shapes, empty } = await readPolygons([file]);
    expect(shapes.count).toBe(0);
    expect(empty).toEqual(["p", "n.geojson#2"]);
    expect((await readPolygons([file], { id: "code" })).empty).toEqual(["P", "n.geojson#2"]);
  });
});

describe("what is refused", () => {
  test("metres that no one has named, then read as told", async () => {
    const file = write("o.geojson", [{ id: "p", rings: [box(400_000, 300_000, 10)] }]);
    await expect(readPolygons([file])).rejects.toMatchObject({ code: "crs/unknown" });
    const { inputs } = await readPolygons([file], { crs: "EPSG:27700" });
    expect(inputs[0]?.crsBasis).toBe("option");
  });

  test("a file without a feature, by its name", async () => {
    const full = write("r.geojson", [{ id: "p", rings: [box(0, 0, 1)] }], GRID);
    const none = write("s.geojson", [], GRID);
    await expect(readPolygons([full, none])).rejects.toMatchObject({
      code: "file/empty",
      message: expect.stringContaining("s.geojson"),
    });
  });

  test("no file, an absent one, an unknown kind", async () => {
    await expect(readPolygons([])).rejects.toMatchObject({ code: "input/invalid" });
    await expect(readPolygons([join(folder, "absent.geojson")])).rejects.toMatchObject({
      code: "file/missing",
    });
    writeFileSync(join(folder, "plan.xyz"), "x");
    await expect(readPolygons([join(folder, "plan.xyz")])).rejects.toMatchObject({
      code: "format/unknown",
    });
  });

  test("going on after it was cancelled", async () => {
    const file = write("q.geojson", [{ id: "p", rings: [box(0, 0, 1)] }], GRID);
    const signal = AbortSignal.abort();
    await expect(readPolygons([file], { signal })).rejects.toMatchObject({
      code: "work/cancelled",
    });
  });
});

const BOUNDARIES = "../shared/data/boundaries";
describe.skipIf(!existsSync(BOUNDARIES))("real boundaries (needs ../shared/data)", () => {
  test("the districts before 2009 keep their shared edges and measure what England measures", async () => {
    const path = join(BOUNDARIES, "district_pre2009_england.geojson.gz");
    const { shapes, sourceIds, projectedAreas, inputs } = await readPolygons([path], {
      id: "LAD04CD",
    });
    expect(sourceIds).toHaveLength(354);
    expect(inputs[0]).toMatchObject({ features: 354, empty: 0, crs: "OGC:CRS84" });
    const total = projectedAreas.reduce((sum, area) => sum + area, 0) / 1e6;
    expect(total).toBeGreaterThan(130_300);
    expect(total).toBeLessThan(130_600);
    const points = new Set<number>();
    for (let i = 0; i < shapes.xy.length; i += 2)
      points.add(shapes.xy[i]! * 2 ** 22 + shapes.xy[i + 1]! / 2 ** 10);
    expect(points.size).toBeLessThan(0.7 * (shapes.xy.length / 2));
  });
});
