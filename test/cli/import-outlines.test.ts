/** `import --programme` of outlines over the toy data, as a person runs it. */
import { expect, test } from "vitest";
import { openDb } from "../../server/store/db.ts";
import { officer, X, Y } from "../support/officer.ts";
import { square } from "../support/squares.ts";

const { at, importing, json, outlineAt, put, run, versionsOf } = officer("import-outlines");

test("outlines of a programme: new ones are added, known ones changed, the app's figures follow", async () => {
  put("zones.geojson", [
    { properties: { id: "HAZ-01", name: "Leeds" }, rings: [square(X, Y, 1000)] },
    {
      properties: { id: "HAZ-09", name: "New", start: "1/4/2000", budget: "£1.5m" },
      rings: [square(X, Y, 2000)],
    },
  ]);
  const before = await json("analyse", "--at", "2000-06-01", "--programme", "HAZ");
  const summary = await importing("zones.geojson", "--programme", "HAZ", "--source", "a map");
  expect(summary).toMatchObject({
    version: 2,
    repair: null,
    changes: { added: 1, changed: 1, confirmed: 0 },
    proposals: 0,
  });
  const after = await json("analyse", "--at", "2000-06-01", "--programme", "HAZ");
  expect(after.dataVersion).toBe(summary.dataVersion);
  expect(after.dataVersion).not.toBe(before.dataVersion);
  expect(after.area_by_depth).toEqual({ 1: 3_000_000, 2: 1_000_000 });
  const { initiatives } = await json("list", "initiatives");
  expect(initiatives.find(({ id }: { id: string }) => id === "HAZ-09")).toMatchObject({
    start: "2000-04-01",
    budget_gbp: 1_500_000,
    confidence: "sourced",
  });
  // What the file does not say of a known initiative stays.
  expect(initiatives.find(({ id }: { id: string }) => id === "HAZ-01")).toMatchObject({
    start: "1998-04-01",
    budget_gbp: 1_000_000,
  });
});

test("the same file again changes nothing and confirms", async () => {
  put("zone.geojson", [{ properties: { id: "HAZ-09", name: "New" }, rings: [square(X, Y, 1000)] }]);
  const first = await importing("zone.geojson", "--programme", "HAZ");
  const second = await importing("zone.geojson", "--programme", "HAZ");
  expect(second).toMatchObject({ changes: { added: 0, changed: 0, confirmed: 1 } });
  expect(second.dataVersion).toBe(first.dataVersion);
  const [, confirmed] = await versionsOf("HAZ-09");
  expect(confirmed.changed).toEqual([{ kind: "initiative", id: "HAZ-09", change: "confirmed" }]);
});

test("a file of ours comes back as it went, and takes no other programme's initiative", async () => {
  const file = ["export", "initiatives", "--format", "gpkg", "-o", "own.gpkg"];
  expect((await run(...file, "--at", "2000-06-01")).status).toBe(0);
  const refused = await run("import", "own.gpkg", "--programme", "HAZ");
  expect(refused.err).toContain("EZ-01 of EZ, NDC-01 of NDC");
  expect(refused.err).toContain("(import/undecided)");
  expect((await run(...file, "--at", "2000-06-01", "--programme", "HAZ")).status).toBe(0);
  const of = async () =>
    (await json("list", "initiatives")).initiatives.map(
      ({ last_confirmed, ...row }: { last_confirmed: string | null }) => row,
    );
  const before = { rows: await of(), figures: await json("analyse", "--at", "2000-06-01") };
  await importing("own.gpkg", "--programme", "HAZ");
  expect(await of()).toEqual(before.rows);
  const after = await json("analyse", "--at", "2000-06-01");
  expect(after.area_by_depth).toEqual(before.figures.area_by_depth);
  const [own] = await outlineAt("HAZ-01", 2);
  expect(own.properties).toMatchObject({ grade: "composed" });
});

test("a new programme needs a title and a category", async () => {
  put("zone.geojson", [{ properties: { id: "FP-01" }, rings: [square(X, Y, 1000)] }]);
  const refused = await run("import", "zone.geojson", "--programme", "FP");
  expect(refused.err).toContain("(input/unknown-programme)");
  const vague = await run("import", "zone.geojson", "--programme", "FP", "--title", "Freeports");
  expect(vague.err).toContain("(input/unknown-category)");
  const named = ["--title", "Freeports", "--category", "holistic", "--department", "Treasury"];
  const { changes } = await importing("zone.geojson", "--programme", "FP", ...named);
  expect(changes).toMatchObject({ added: 2 });
  const { programmes } = await json("list", "programmes");
  expect(programmes).toContainEqual(expect.objectContaining({ code: "FP", name: "Freeports" }));
});

test("a point is a place and no outline; the district under it is known", async () => {
  const geometry = { type: "Point", coordinates: [430_000, 425_000] };
  put("point.geojson", [{ properties: { id: "HAZ-09", start: "1999-01-01" }, geometry }]);
  const { err } = await run("import", "point.geojson", "--programme", "HAZ");
  expect(err).toContain("located only: HAZ-09");
  const { out } = await run("export", "places", "--format", "csv", "--at", "2000-06-01");
  const [, ...rows] = out.trim().split("\n");
  expect(rows.find((row) => row.startsWith("T1"))).toBeDefined();
  const db = openDb(at("toy.db"));
  const members = db.prepare("SELECT code FROM member_area WHERE initiative_id = 'HAZ-09'").all();
  db.close();
  expect(members).toEqual([{ code: "T1" }]);
});

test("parts of one initiative are united, and ground drawn twice counts once and is told", async () => {
  const part = (x: number) => ({
    properties: { id: "HAZ-09", name: "Parts" },
    rings: [square(x, Y, 1000)],
  });
  put("parts.geojson", [part(X), part(X + 800), part(X + 5000)]);
  const { changes, check } = await importing("parts.geojson", "--programme", "HAZ");
  expect(changes).toMatchObject({ added: 1 });
  const [outline] = await outlineAt("HAZ-09", 2);
  expect(outline.properties.area_m2).toBe(2_800_000);
  expect(check).toBe(1);
  const report = JSON.parse((await run("check", "parts.geojson", "--json")).out);
  const twice = report.problems.find(
    ({ problem }: { problem: string }) => problem === "ground-twice",
  );
  expect(twice.findings).toMatchObject([{ feature: 2, size: 200_000, value: "with feature 1" }]);
});

test("drawings of different years are boundaries of their own, each over its span", async () => {
  const drawing = (side: number, from: string, to: string) => ({
    properties: {
      id: "HAZ-09",
      name: "Grown",
      start: "1999-04-01",
      boundary_from: from,
      boundary_to: to,
    },
    rings: [square(X, Y, side)],
  });
  put("years.geojson", [drawing(2000, "2001-04-01", ""), drawing(1000, "", "2001-03-31")]);
  await importing("years.geojson", "--programme", "HAZ");
  const outlines = await outlineAt("HAZ-09", 2);
  expect(
    outlines.map(
      ({
        properties: { boundary, from, to, area_m2 },
      }: {
        properties: Record<string, unknown>;
      }) => [boundary, from, to, area_m2],
    ),
  ).toEqual([
    [1, null, "2001-04-01", 1_000_000],
    [2, "2001-04-01", null, 4_000_000],
  ]);
  const areaOn = async (date: string) => {
    const { out } = await run(
      "export",
      "initiatives",
      "--format",
      "csv",
      "--at",
      date,
      "--programme",
      "HAZ",
    );
    const [head, ...rows] = out
      .trim()
      .split("\r\n")
      .map((line) => line.split(","));
    return Number(rows.find(([id]) => id === "HAZ-09")![head!.indexOf("area_m2")]);
  };
  expect([await areaOn("2001-03-31"), await areaOn("2001-04-01")]).toEqual([1_000_000, 4_000_000]);
  put("both.geojson", [drawing(2000, "2001-04-01", ""), drawing(1000, "", "2001-04-01")]);
  expect((await run("import", "both.geojson", "--programme", "HAZ")).err).toContain(
    "(import/undecided)",
  );
});

test("rows of one initiative say one thing of it, and fill each other's empty cells", async () => {
  const row = (dx: number, more: object) => ({
    properties: { id: "HAZ-09", ...more },
    rings: [square(X + dx, Y, 500)],
  });
  put("fill.geojson", [
    row(0, { name: "", start: "1999-04-01" }),
    row(600, { name: "Filled", start: "" }),
  ]);
  await importing("fill.geojson", "--programme", "HAZ");
  const { initiatives } = await json("list", "initiatives");
  expect(initiatives.find(({ id }: { id: string }) => id === "HAZ-09")).toMatchObject({
    name: "Filled",
    start: "1999-04-01",
  });
  put("differ.geojson", [
    row(0, { name: "A", start: "1999-04-01" }),
    row(600, { name: "A", start: "2000-04-01" }),
  ]);
  const { err, status } = await run("import", "differ.geojson", "--programme", "HAZ");
  expect(status).toBe(2);
  expect(err).toContain("1999-04-01, then 2000-04-01");
  expect(err).toContain("(import/undecided)");
});

test("a damaged record stops an import; with --leave-out it is left out and that is said", async () => {
  const line = (id: string, x: number) =>
    `{"type":"Feature","properties":{"id":"${id}","name":"${id}"},"geometry":{"type":"Polygon","coordinates":[[[${x},53.7],[${x + 0.01},53.7],[${x},53.71],[${x},53.7]]]}}\n`;
  put("lines.ndjson", `${line("HAZ-08", -1.6)}{"type":"Feature","prop\n${line("HAZ-09", -1.5)}`);
  const refused = await run("import", "lines.ndjson", "--programme", "HAZ");
  expect(refused.err).toContain("1 record is damaged (first feature 2");
  expect(refused.err).toContain("(import/undecided)");
  const taken = await importing("lines.ndjson", "--programme", "HAZ", "--leave-out");
  expect(taken.items.map(({ id }: { id: string }) => id)).toEqual(["HAZ-08", "HAZ-09"]);
  expect(taken.warnings).toEqual(["1 record is damaged and left out."]);
});

test("a file that lies elsewhere is no outline of ours, and is not taken for one", async () => {
  const geometry = {
    type: "Polygon",
    coordinates: [
      [
        [2.3, 48.8],
        [2.4, 48.8],
        [2.4, 48.9],
        [2.3, 48.8],
      ],
    ],
  };
  put(
    "paris.geojson",
    JSON.stringify({
      type: "FeatureCollection",
      features: [{ type: "Feature", properties: { id: "HAZ-09" }, geometry }],
    }),
  );
  const { err, status } = await run("import", "paris.geojson", "--programme", "HAZ");
  expect(status).toBe(2);
  expect(err).toContain("outside Great Britain");
  expect(err).toContain("(import/undecided)");
});
