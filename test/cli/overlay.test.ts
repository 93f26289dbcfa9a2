/** `overlay`: CONTRACT's JSON to the letter, with the toy set's figures, which can be checked by hand. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { FeatureCollection } from "geojson";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aboutSchema } from "../../server/contract/about.ts";
import { overlayReply } from "../../server/contract/overlay.ts";
import { cellId } from "../../server/publish/exports/cell-rows.ts";
import { patchwork } from "../support/cli.ts";
import { TOY_SET, YARD } from "../support/toy-overlay.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-overlay-"));
  writeFileSync(join(folder, "toy.geojson"), TOY_SET);
  writeFileSync(join(folder, "yard.geojson"), YARD);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string) => readFileSync(join(folder, name));
const run = (...args: string[]) => patchwork(folder, ["overlay", ...args]);

test("--json prints one document with the toy set's figures and nothing else", async () => {
  const { status, out } = await run("toy.geojson", "--json");
  expect(status).toBe(0);
  expect(out.trimEnd().split("\n")).toHaveLength(1);
  const reply = overlayReply.strict().parse(JSON.parse(out));
  expect(reply).toMatchObject({
    sources: 3,
    vertices: 12,
    cells: 5,
    holes: 0,
    footprint_m2: 3500,
    area_by_depth: { "1": 2700, "2": 700, "3": 100 },
    sum_depth_area_m2: 4400,
    sum_source_area_m2: 4400,
    repairs: [],
    certificate: {
      passed: true,
      conservation_relative: 0,
      snap_change_relative: 0,
      bounds_violations: 0,
      grid_m: 0.001,
      crs: "EPSG:27700",
    },
  });
  expect(reply.certificate.inputs).toEqual([expect.stringMatching(/^sha256:[0-9a-f]{64}$/)]);
  expect(Object.keys(reply.seconds)).toEqual(["read", "project", "partition", "write", "total"]);
});

test("a cell of the toy set is a row by set of sources, and the ground adds up", async () => {
  expect((await run("toy.geojson", "-o", "cells.csv")).status).toBe(0);
  const rows = parse(file("cells.csv"), { columns: true }) as Record<string, string>[];
  const bySources = Object.fromEntries(
    rows.map(({ sources, area_m2 }) => [sources, Number(area_m2)]),
  );
  // B 1500 with C 400 and BCD 100 makes 2000; D lies wholly in C.
  expect(bySources).toEqual({ B: 1500, C: 1200, "B;C": 400, "C;D": 300, "B;C;D": 100 });
  for (const { cell, sources, depth, kind } of rows) {
    const ids = sources!.split(";");
    expect(cell).toBe(cellId(ids));
    expect(Number(depth)).toBe(ids.length);
    expect(kind).toBe("cell");
  }
  const about = aboutSchema.parse(JSON.parse(file("cells.csv.meta.json").toString()));
  expect(about).toMatchObject({
    question: { files: "toy.geojson" },
    certificate: { passed: true },
  });
});

test("a yard that sources enclose and none covers is a hole, counted apart", async () => {
  const { out } = await run("yard.geojson", "--json");
  expect(JSON.parse(out)).toMatchObject({ holes: 1, cells: 8, footprint_m2: 800 });
  await run("yard.geojson", "-o", "yard-cells.geojson");
  const { features }: FeatureCollection = JSON.parse(file("yard-cells.geojson").toString());
  expect(features).toHaveLength(9);
  expect(features.at(-1)!.properties).toMatchObject({
    kind: "hole",
    depth: 0,
    sources: [],
    area_m2: 100,
    cell: expect.stringMatching(/^hole-/),
  });
});

test("without -o and --json the cells go to standard output as GeoJSON", async () => {
  const { out, status } = await run("toy.geojson");
  expect(status).toBe(0);
  expect(JSON.parse(out).features).toHaveLength(5);
});

test("the four formats hold the same cells", async () => {
  for (const end of ["geojson", "gpkg", "csv", "fgb"]) {
    const { status, out } = await run("toy.geojson", "-o", `out.${end}`, "--json");
    expect(status, end).toBe(0);
    expect(JSON.parse(out).cells).toBe(5);
    expect(file(`out.${end}`).length, end).toBeGreaterThan(100);
  }
  // CSV and FlatGeobuf have no room for the description, so it stands beside them.
  expect(
    readdirSync(folder)
      .filter((name) => name.endsWith(".meta.json"))
      .sort(),
  ).toEqual(["out.csv.meta.json", "out.fgb.meta.json"]);
});

test("two runs write the same bytes, and no file says when or where it was made", async () => {
  for (const end of ["geojson", "gpkg", "csv", "fgb"]) {
    await run("toy.geojson", "-o", `one.${end}`);
    await run("toy.geojson", "-o", `two.${end}`);
    expect(file(`one.${end}`).equals(file(`two.${end}`)), end).toBe(true);
    expect(file(`one.${end}`).includes(folder), end).toBe(false);
  }
});

test("--id names sources by a field, --grid takes another grid", async () => {
  const { out } = await run("toy.geojson", "--id", "name");
  const found: FeatureCollection = JSON.parse(out);
  const ids = new Set(found.features.flatMap(({ properties }) => properties!.sources));
  expect([...ids].sort()).toEqual(["zone B", "zone C", "zone D"]);
  const coarse = await run("toy.geojson", "--grid", "0.1", "--json");
  expect(JSON.parse(coarse.out).certificate.grid_m).toBe(0.1);
});

test("a file says which options and repairs it rests on, so that no two answers cite alike", async () => {
  const about = async (...options: string[]) => {
    expect((await run("toy.geojson", ...options, "-o", "asked.csv")).status).toBe(0);
    return aboutSchema.parse(JSON.parse(file("asked.csv.meta.json").toString()));
  };
  const plain = await about();
  const named = await about("--id", "name");
  const coarse = await about("--crs", "EPSG:27700", "--grid", "1");
  expect([plain, named, coarse].map(({ question }) => question)).toEqual([
    { files: "toy.geojson" },
    { files: "toy.geojson", id: "name" },
    { files: "toy.geojson", crs: "EPSG:27700", grid: "1" },
  ]);
  expect(new Set([plain, named, coarse].map(({ citation }) => citation)).size).toBe(3);
  expect(plain).toMatchObject({ certificate_of: "inputs", repairs: [] });
  const both: FeatureCollection = JSON.parse(TOY_SET);
  both.features[1]!.id = "B";
  writeFileSync(join(folder, "same.geojson"), JSON.stringify(both));
  await run("same.geojson", "-o", "same-cells.geojson");
  const { repairs } = JSON.parse(file("same-cells.geojson").toString()).patchwork;
  expect(repairs).toMatchObject([{ source: "B", code: "parts-overlap" }]);
});

test("parts of one source that overlap are one, and the repair is told", async () => {
  const both: FeatureCollection = JSON.parse(TOY_SET);
  both.features[1]!.id = "B";
  writeFileSync(join(folder, "same.geojson"), JSON.stringify(both));
  const { out } = await run("same.geojson", "--json");
  expect(JSON.parse(out)).toMatchObject({
    sources: 2,
    footprint_m2: 3500,
    // B and C, now one, share 500 m², counted once.
    repairs: [{ source: "B", code: "parts-overlap", area_change_m2: -500 }],
  });
});

test("-o that is an input, by whatever name, is refused and the input stays", async () => {
  symlinkSync(join(folder, "toy.geojson"), join(folder, "link.geojson"));
  symlinkSync(folder, join(folder, "here"));
  writeFileSync(join(folder, "out.csv.meta.json"), TOY_SET);
  for (const [input, out] of [
    ["toy.geojson", "toy.geojson"],
    ["toy.geojson", join(folder, "toy.geojson")],
    ["toy.geojson", "link.geojson"],
    ["link.geojson", "toy.geojson"],
    ["toy.geojson", "here/toy.geojson"],
    // The description that stands beside a CSV file.
    ["out.csv.meta.json", "out.csv"],
  ] as const) {
    const { status, err } = await run("yard.geojson", input, "-o", out, "--json");
    expect(status, out).toBe(2);
    expect(JSON.parse(err.trimEnd().split("\n").at(-1)!).error.code, out).toBe("file/write");
  }
  expect(file("toy.geojson").toString()).toBe(TOY_SET);
  expect(file("out.csv.meta.json").toString()).toBe(TOY_SET);
  expect((await run("out.csv.meta.json", "-o", "out.geojson")).status).toBe(0);
});

test("features without geometry are named in a warning and in --json", async () => {
  const some: FeatureCollection = JSON.parse(TOY_SET);
  const nowhere = { type: "Feature", properties: { name: "zone E" }, geometry: null };
  const mixed = { ...some, features: [...some.features, nowhere, { ...nowhere, id: "F" }] };
  writeFileSync(join(folder, "mixed.geojson"), JSON.stringify(mixed));
  const { out, err, status } = await run("mixed.geojson", "--json");
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ sources: 3, empty: ["mixed.geojson#4", "F"] });
  expect(err).toContain("2 features without geometry, mixed.geojson#4, F.");
  expect(JSON.parse((await run("toy.geojson", "--json")).out).empty).toEqual([]);
});

test("a file without a feature, and data round the Earth, are refused", async () => {
  const refused = async (given: object) => {
    writeFileSync(join(folder, "given.geojson"), JSON.stringify(given));
    const { status, out, err } = await run("given.geojson", "-o", "out.csv", "--json");
    expect(out).toBe("");
    return { status, code: JSON.parse(err.trimEnd().split("\n").at(-1)!).error.code };
  };
  const none = { type: "FeatureCollection", features: [] };
  expect(await refused(none)).toEqual({ status: 2, code: "file/empty" });
  const rim = (x: number, y: number) => [
    [
      [-x, -y],
      [x, -y],
      [x, y],
      [-x, y],
      [-x, -y],
    ],
  ];
  const world = { type: "Polygon", coordinates: rim(170, 80) };
  expect(await refused(world)).toEqual({ status: 3, code: "limit/extent" });
  const whole = { type: "Polygon", coordinates: rim(180, 0.1) };
  expect(await refused(whole)).toEqual({ status: 3, code: "limit/extent" });
  expect(existsSync(join(folder, "out.csv"))).toBe(false);
});

test("what is at fault is told with its code, and nothing is written", async () => {
  const refused = async (...args: string[]) => {
    const { status, out, err } = await run(...args, "--json");
    expect(out).toBe("");
    const lines = err.trimEnd().split("\n");
    return { status, code: JSON.parse(lines.at(-1)!).error.code };
  };
  writeFileSync(join(folder, "cut.geojson"), TOY_SET.slice(0, 600));
  writeFileSync(join(folder, "empty.geojson"), "");
  mkdirSync(join(folder, "a-folder.csv"));
  expect(await refused("none.geojson")).toEqual({ status: 2, code: "file/missing" });
  expect(await refused("cut.geojson", "-o", "out.csv")).toEqual({
    status: 2,
    code: "format/malformed",
  });
  expect(await refused("empty.geojson")).toMatchObject({ status: 2 });
  expect(await refused("toy.geojson", "-o", "out.shp")).toEqual({
    status: 2,
    code: "format/unknown",
  });
  expect(await refused("toy.geojson", "-o", "a-folder.csv")).toEqual({
    status: 2,
    code: "file/write",
  });
  expect(await refused("toy.geojson", "-o", "no/such/out.csv")).toEqual({
    status: 2,
    code: "file/write",
  });
  expect(await refused("toy.geojson", "--grid", "fine")).toEqual({
    status: 2,
    code: "input/invalid",
  });
  expect(await refused("toy.geojson", "--crs", "EPSG:1")).toEqual({
    status: 2,
    code: "crs/unknown",
  });
  expect(await refused("toy.geojson", "--nonsense")).toEqual({ status: 2, code: "input/invalid" });
  expect(await refused()).toEqual({ status: 2, code: "input/invalid" });
  expect(existsSync(join(folder, "out.csv"))).toBe(false);
  expect(readdirSync(folder).filter((name) => name.includes(".part"))).toEqual([]);
});

test("sources that a coarse grid leaves no ground are named, not lost in silence", async () => {
  const { status, out, err } = await run("toy.geojson", "--grid", "100000", "--json");
  expect(status).toBe(0);
  const { repairs } = JSON.parse(out);
  const flat = repairs.map(({ source }: { source: string }) => source);
  expect(flat).toHaveLength(3);
  expect(err).toContain(`In no cell, having no area on a grid of 100000 m: ${flat.join(", ")}.`);
  expect((await run("toy.geojson", "--json")).err).not.toContain("In no cell");
});
