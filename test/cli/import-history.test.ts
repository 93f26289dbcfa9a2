/** `import`, `versions` and `restore`: what was is kept, shown and brought back. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { load } from "../../server/ingest/load.ts";
import { openDb } from "../../server/store/db.ts";
import { BOW, officer, X, Y } from "../support/officer.ts";
import { square } from "../support/squares.ts";

const desk = officer("import-history");
const { at, dump, importing, json, outlineAt, put, run, versionsOf } = desk;

test("repairs are proposals: as drawn first, mended as a version of its own, reversible", async () => {
  put("bow.geojson", [
    { properties: { id: "HAZ-09", name: "Bow" }, rings: [BOW] },
    { properties: { id: "HAZ-10", name: "Sound" }, rings: [square(X, Y, 500)] },
  ]);
  const drawn = await importing("bow.geojson", "--programme", "HAZ");
  expect(drawn).toMatchObject({ version: 2, repair: null, proposals: 1 });
  const mended = await importing("bow.geojson", "--programme", "HAZ", "--accept", "1:redraw");
  expect(mended).toMatchObject({ version: 3, repair: { version: 4, repairs: 1 } });
  const [, , , repair] = await versionsOf();
  expect(repair).toMatchObject({ kind: "repair", repairs: ["1:redraw"], who: "an officer" });
  expect(repair.changed.map(({ id }: { id: string }) => id)).toEqual(["HAZ-09"]);
  const rings = async (version: number) =>
    (await outlineAt("HAZ-09", version))[0].geometry.coordinates.length;
  expect([await rings(3), await rings(4)]).toEqual([1, 2]);
  const back = await json("restore", "3");
  expect(back).toMatchObject({ version: 5, kind: "restore", restores: 3 });
  expect(await rings(5)).toBe(1);
  expect(back.data_version).toBe(drawn.dataVersion);
  const refused = await run("import", "bow.geojson", "--programme", "HAZ", "--accept", "2:redraw");
  expect(refused.err).toContain("(input/unknown-repair)");
});

test("restore takes back what an import added and brings back what it changed", async () => {
  const was = await json("analyse", "--at", "2000-06-01");
  put("zones.geojson", [
    { properties: { id: "HAZ-01" }, rings: [square(X, Y, 1000)] },
    { properties: { id: "HAZ-09" }, rings: [square(X, Y, 2000)] },
  ]);
  await importing("zones.geojson", "--programme", "HAZ");
  const back = await json("restore", "1");
  expect(back.changed.map(({ change }: { change: string }) => change)).toEqual([
    "changed",
    "removed",
  ]);
  expect(await json("analyse", "--at", "2000-06-01")).toEqual(was);
  const one = await json("restore", "2", "--only", "HAZ-09");
  expect(one.changed).toEqual([{ kind: "initiative", id: "HAZ-09", change: "added" }]);
  expect((await run("restore", "99")).err).toContain("(input/not-found)");
  expect((await run("versions", "XYZ-01")).err).toContain("(input/not-found)");
});

test("what stands as it was loaded says so, with the data it came with", async () => {
  const [load] = await versionsOf();
  const known = { version: load.version, data_version: load.data_version };
  expect(load.kind).toBe("load");
  expect(await json("versions", "HAZ-01")).toEqual({
    versions: [],
    loaded: {
      id: "HAZ-01",
      kind: "initiative",
      title: "=Leeds",
      file: null,
      vintage: null,
      ...known,
    },
  });
  const told = await run("versions", "HAZ-01");
  expect(told).toMatchObject({ status: 0, err: "" });
  expect(told.out).toContain(
    "the registry's: nothing has changed it since it was loaded in version 1",
  );
  expect(told.out).toContain(load.data_version);
  expect((await json("versions", "toy")).loaded).toMatchObject({
    kind: "layer",
    title: "Toy districts",
    file: "districts.geojson",
    vintage: "2000",
  });
  put("zones.geojson", [{ properties: { id: "HAZ-01" }, rings: [square(X, Y, 1000)] }]);
  await importing("zones.geojson", "--programme", "HAZ");
  const changed = await json("versions", "HAZ-01");
  expect(changed.loaded).toBeNull();
  expect(changed.versions.length).toBeGreaterThan(1);
});

test.each([
  "--weights",
  "--streams",
  "--partners",
])("%s says that it wants a table", async (kind) => {
  put("zones.geojson", [{ properties: { id: "HAZ-01" }, rings: [square(X, Y, 1000)] }]);
  const { err, status } = await run("import", "zones.geojson", kind);
  expect(status).toBe(2);
  expect(err).toContain("zones.geojson is JSON, as GeoJSON is, and a table is wanted: a CSV file");
  expect(err).toContain("(format/other)");
});

test("a dry run says what would change and changes nothing", async () => {
  put("zone.geojson", [{ properties: { id: "HAZ-09" }, rings: [square(X, Y, 1000)] }]);
  const before = dump();
  const summary = await importing("zone.geojson", "--programme", "HAZ", "--dry-run");
  expect(summary).toMatchObject({ dryRun: true, changes: { added: 1 } });
  expect(dump()).toEqual(before);
});

test("what was imported outlives a new load", async () => {
  put("zone.geojson", [{ properties: { id: "HAZ-09", name: "New" }, rings: [square(X, Y, 1000)] }]);
  const { dataVersion } = await importing("zone.geojson", "--programme", "HAZ");
  const db = openDb(at("toy.db"));
  const { registryDir, boundariesDir } = desk.toy();
  const options = { registryDir, boundariesDir, referenceDir: at("."), now: new Date(0) };
  expect(await load(db, options)).toMatchObject({ changed: false, dataVersion });
  db.close();
  expect((await outlineAt("HAZ-09", 2)).length).toBe(1);
});

test("an initiative with money or partners cannot be taken out by going back", async () => {
  put("zone.geojson", [{ properties: { id: "HAZ-09" }, rings: [square(X, Y, 1000)] }]);
  await importing("zone.geojson", "--programme", "HAZ");
  const db = openDb(at("toy.db"));
  db.exec("UPDATE membership SET initiative_id = 'HAZ-09'");
  db.close();
  const before = dump();
  const { err, status } = await run("restore", "1");
  expect(status).toBe(2);
  expect(err).toContain("(import/in-use)");
  expect(dump()).toEqual(before);
});

test("the outline of a version goes to a file as well", async () => {
  put("zone.geojson", [{ properties: { id: "HAZ-09" }, rings: [square(X, Y, 1000)] }]);
  await importing("zone.geojson", "--programme", "HAZ");
  await run("versions", "HAZ-09", "--version", "2", "-o", "then.geojson");
  const written = JSON.parse(readFileSync(at("then.geojson"), "utf8"));
  expect(written.features[0].properties).toMatchObject({ id: "HAZ-09", area_m2: 1_000_000 });
});
