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
