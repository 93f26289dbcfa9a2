/** `fit`: CONTRACT's JSON, with the toy set's figures, which can be checked by hand. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FeatureCollection } from "geojson";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fitReply } from "../../server/contract/fit.ts";
import { patchwork } from "../support/cli.ts";
import { zipFile } from "../support/zip-file.ts";

/** Boxes on the national grid; their south-west corner is (400000, 300000). */
function boxes(named: Record<string, readonly number[]>): string {
  const features = Object.entries(named).map(([name, [x0, y0, x1, y1]]) => {
    const corner = (x: number, y: number) => [400_000 + x, 300_000 + y];
    const ring = [corner(x0!, y0!), corner(x1!, y0!), corner(x1!, y1!), corner(x0!, y1!)];
    return {
      type: "Feature",
      properties: { name },
      geometry: { type: "Polygon", coordinates: [[...ring, ring[0]]] },
    };
  });
  const crs = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::27700" } };
  return JSON.stringify({ type: "FeatureCollection", crs, features });
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-fit-"));
  const toy = { B: [0, 0, 40, 50], C: [20, 25, 60, 75], E: [0, 0, 98, 100] };
  writeFileSync(
    join(folder, "bodies.geojson"),
    boxes({ ...toy, X: [0, 100, 50, 150], Z: [300, 0, 310, 9] }),
  );
  writeFileSync(join(folder, "la.geojson"), boxes({ LA: [0, 0, 100, 100] }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const IDS = ["--body-id", "name", "--reference-id", "name"];
const run = (...args: string[]) => patchwork(folder, ["fit", ...args]);
async function reply(...args: string[]) {
  const { out, status } = await run(...args, ...IDS, "--json");
  expect(status).toBe(0);
  return fitReply.strict().parse(JSON.parse(out));
}

test("--json prints the toy set's figures: M-C1, M-C4, M-C5, M-C6", async () => {
  const { pairs, bodies, tolerance_m, certificate } = await reply("bodies.geojson", "la.geojson");
  expect(pairs.map(({ body, reference }) => body + reference)).toEqual(["BLA", "CLA", "ELA"]);
  expect(pairs[2]).toMatchObject({
    body: "E",
    reference: "LA",
    intersection_m2: 9800,
    body_m2: 9800,
    reference_m2: 10_000,
    jaccard: 0.98,
    body_in_reference: 1,
    reference_in_body: 0.98,
    gap_m2: 200,
    overspill_m2: 0,
    hausdorff_m: 2,
    class: "near",
    cause: null,
    cause_reason: expect.stringContaining("two files cannot tell a coast"),
  });
  expect(pairs[2]!.agreement.of_reference).toBeCloseTo(0.745, 9);
  expect(tolerance_m).toBe(1);
  expect(certificate).toMatchObject({ passed: true, crs: "EPSG:27700", grid_m: 0.001 });
  expect(bodies.map(({ id, class: name, reference }) => [id, name, reference])).toEqual([
    ["B", "inside", "LA"],
    ["C", "inside", "LA"],
    ["E", "near", "LA"],
    ["X", "touching", null],
    ["Z", "disjoint", null],
  ]);
});

test("one id in both files is a body and a reference area, not one source", async () => {
  writeFileSync(join(folder, "same.geojson"), boxes({ LA: [0, 0, 100, 100] }));
  const { pairs } = await reply("same.geojson", "la.geojson");
  expect(pairs).toMatchObject([{ body: "LA", reference: "LA", jaccard: 1, class: "identical" }]);
});

test("M-C7: LA shifted by (3, 4) lies 5.0 m off, J 0.871, and 1 once undone", async () => {
  writeFileSync(join(folder, "moved.geojson"), boxes({ LA: [3, 4, 103, 104] }));
  const { pairs } = await reply("moved.geojson", "la.geojson");
  expect(pairs[0]).toMatchObject({ cause: "shift", evidence: { shift: { jaccard_after: 1 } } });
  expect(pairs[0]!.jaccard).toBeCloseTo(0.871, 3);
  expect(pairs[0]!.evidence!.shift!.length_m).toBeCloseTo(5, 3);
});

test("a change between two vintages is told where the other vintage is given", async () => {
  writeFileSync(join(folder, "old.geojson"), boxes({ W: [0, 0, 50, 100], E: [50, 0, 100, 100] }));
  const told = await reply("old.geojson", "la.geojson", "--other-vintage", "old.geojson");
  expect(told.pairs.map(({ class: name, cause }) => [name, cause])).toEqual([
    ["inside", "vintage"],
    ["inside", "vintage"],
  ]);
  const untold = await reply("old.geojson", "la.geojson");
  expect(untold.pairs[0]).toMatchObject({
    cause: "real",
    cause_reason: expect.stringContaining("vintage"),
  });
});

test("a real difference is called so, with what stays open", async () => {
  const neighbours = { LA: [0, 0, 100, 100], East: [100, 0, 200, 100] };
  writeFileSync(join(folder, "la.geojson"), boxes(neighbours));
  writeFileSync(
    join(folder, "b.geojson"),
    boxes({ LA: [0, 0, 120, 100], East: [120, 0, 200, 100] }),
  );
  const { pairs } = await reply("b.geojson", "la.geojson");
  const pair = pairs.find(({ body, reference }) => body === "LA" && reference === "LA");
  expect(pair).toMatchObject({ cause: "real", evidence: { ground_m2: 2000 } });
  expect(pair!.cause_reason).toContain("No other vintage");
});

test("weights come with every pair, spread over the ground of their polygons", async () => {
  const halves = JSON.parse(boxes({ west: [0, 0, 50, 100], east: [50, 0, 100, 100] }));
  halves.features[0].properties.people = 900;
  halves.features[1].properties.people = "100";
  writeFileSync(join(folder, "people.geojson"), JSON.stringify(halves));
  const { pairs } = await reply(
    "bodies.geojson",
    "la.geojson",
    "--weights",
    "people.geojson",
    "--weight-field",
    "people",
  );
  // M-W1: B lies in the left half: 2000 of 5000 square metres with 900 people are 360.
  expect(pairs[0]!.weighted).toMatchObject({
    body: 360,
    reference: 1000,
    intersection: 360,
    gap: 640,
  });
});

test("every file may have several layers, each named by a flag of its own", async () => {
  const amounts = JSON.parse(boxes({ whole: [0, 0, 100, 100] }));
  amounts.features[0].properties.people = 500;
  const parts = [
    { name: "bodies.geojson", bytes: boxes({ B: [0, 0, 50, 100] }) },
    { name: "la.geojson", bytes: boxes({ LA: [0, 0, 100, 100] }) },
    { name: "old.geojson", bytes: boxes({ W: [0, 0, 50, 100], E: [50, 0, 100, 100] }) },
    { name: "people.geojson", bytes: JSON.stringify(amounts) },
  ];
  writeFileSync(join(folder, "all.zip"), zipFile(parts));
  const layers = ["--body-layer", "bodies.geojson", "--reference-layer", "la.geojson"];
  const { pairs } = await reply(
    ...["all.zip", "all.zip", ...layers],
    ...["--other-vintage", "all.zip", "--other-vintage-layer", "old.geojson"],
    ...["--weights", "all.zip", "--weight-layer", "people.geojson", "--weight-field", "people"],
  );
  expect(pairs).toMatchObject([{ body: "B", reference: "LA", cause: "vintage" }]);
  expect(pairs[0]!.weighted).toMatchObject({ body: 250, reference: 500 });
  const unsaid = await run("all.zip", "all.zip", ...layers.slice(0, 2));
  expect(unsaid.err).toContain("(format/layer)");
});

describe("-o", () => {
  test("holds gap and overspill, with area, width and sliver", async () => {
    const { status } = await run("bodies.geojson", "la.geojson", ...IDS, "-o", "out.geojson");
    expect(status).toBe(0);
    const out: FeatureCollection = JSON.parse(readFileSync(join(folder, "out.geojson"), "utf8"));
    const gap = out.features.find(({ properties }) => properties?.body === "E");
    expect(gap?.properties).toMatchObject({
      kind: "gap",
      reference: "LA",
      area_m2: 200,
      width_m: 2,
      sliver: "true",
    });
    expect(out.features).toHaveLength(3);
  });
  test("without it and without --json the same goes to standard output", async () => {
    const { out } = await run("bodies.geojson", "la.geojson", ...IDS);
    expect(JSON.parse(out).features).toHaveLength(3);
  });
});

describe("is refused", () => {
  test.each([
    [["--tolerance", "0"], "no tolerance"],
    [["--tolerance", "wide"], "no tolerance"],
    [["--weights", "la.geojson"], "--weight-field"],
    [["--weight-layer", "people"], "--weight-layer names a layer of --weights: give both"],
    [["--other-vintage-layer", "old"], "--other-vintage-layer names a layer of --other-vintage"],
    [["--weights", "la.geojson", "--weight-field", "name"], 'no amount in "name"'],
    [["--weights", "la.geojson", "--weight-field", "people"], "there is no such field"],
  ])("with %j", async (options, words) => {
    const { status, err } = await run("bodies.geojson", "la.geojson", ...IDS, ...options, "--json");
    expect(status).toBe(2);
    const { error } = JSON.parse(err.trimEnd().split("\n").at(-1)!);
    expect(error.code).toBe("input/invalid");
    expect(error.message).toContain(words);
  });
  test("over an input", async () => {
    const { status } = await run("bodies.geojson", "la.geojson", "-o", "la.geojson");
    expect(status).toBe(2);
  });
});
