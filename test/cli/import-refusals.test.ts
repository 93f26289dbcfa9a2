/** What `import` refuses, and that every table is what it was. */
import { expect, test } from "vitest";
import { BOW, officer, X, Y } from "../support/officer.ts";
import { gridGeojson, square } from "../support/squares.ts";

const { dump, put, run } = officer("import-refusals");

test("each refusal says one sentence and leaves every table as it was", async () => {
  put("sound.geojson", [{ properties: { id: "HAZ-09" }, rings: [square(X, Y, 1000)] }]);
  put("dates.geojson", [
    { properties: { id: "A", start: "2003-01-01", end: "2002-01-01" }, rings: [square(X, Y, 9)] },
  ]);
  put("empty.geojson", "");
  put("half.geojson", gridGeojson([{ rings: [square(X, Y, 9)] }]).slice(0, 120));
  put("none.geojson", '{"type":"FeatureCollection","features":[]}');
  put("codes.csv", "Zone,District\nNorth,T9\n");
  put("twice.csv", "code,value\nA,1\nA,2\n");
  put("nothing.csv", "alpha,beta\n1,2\n");
  const sound = gridGeojson([{ properties: { id: "HAZ-09" }, rings: [square(X, Y, 1000)] }]);
  put("nan.geojson", sound.replace(String(X + 1000), "NaN"));
  put("deep.geojson", sound.replace('"id"', `"deep":${"[".repeat(101)}${"]".repeat(101)},"id"`));
  const refusals: readonly (readonly [string, ...string[]])[] = [
    ["input/invalid", "sound.geojson"],
    ["input/invalid", "sound.geojson", "--programme", "HAZ", "--weights", "w"],
    ["input/invalid", "sound.geojson", "--programme", "HAZ", "--map", "nothing"],
    ["input/invalid", "sound.geojson", "--programme", "HAZ", "--map", "nothing=id"],
    ["input/invalid", "sound.geojson", "--programme", "HAZ", "--id", "nothing"],
    ["input/invalid", "codes.csv", "--programme", "HAZ", "--map", "nothing=id"],
    ["input/invalid", "sound.geojson", "--programme", "HAZ", "--grade", "fine"],
    ["input/invalid", "sound.geojson", "--programme", "HAZ", "--accuracy", "-1"],
    ["input/invalid", "sound.geojson", "--reference", "No Such Name"],
    ["input/date", "sound.geojson", "--programme", "HAZ", "--date-read", "yesterday"],
    ["input/unknown-programme", "sound.geojson", "--programme", "XYZ"],
    ["input/unknown-repair", "sound.geojson", "--programme", "HAZ", "--accept", "9:redraw"],
    ["input/unknown-layer", "codes.csv", "--programme", "HAZ", "--areas", "mars"],
    ["import/undecided", "dates.geojson", "--programme", "HAZ"],
    ["import/undecided", "codes.csv", "--programme", "HAZ"],
    ["import/undecided", "twice.csv", "--weights"],
    ["import/undecided", "nan.geojson", "--programme", "HAZ"],
    ["import/undecided", "nan.geojson", "--reference", "wards"],
    ["limit/depth", "deep.geojson", "--programme", "HAZ"],
    ["registry/column", "nothing.csv", "--weights"],
    ["file/empty", "empty.geojson", "--programme", "HAZ"],
    ["file/empty", "none.geojson", "--reference", "wards"],
    ["file/missing", "nowhere.geojson", "--programme", "HAZ"],
    ["format/malformed", "half.geojson", "--programme", "HAZ"],
  ];
  const before = dump();
  expect(before.ok).toBe("ok");
  for (const [code, ...args] of refusals) {
    const { status, out, err } = await run("import", ...args, "--json");
    expect(status, args.join(" ")).toBe(code.startsWith("limit/") ? 3 : 2);
    expect(out).toBe("");
    const { error } = JSON.parse(err.trim().split("\n").at(-1)!);
    expect(error.code, args.join(" ")).toBe(code);
    expect(error.message).toMatch(/^\S.*[.?]$/);
    expect(dump(), args.join(" ")).toEqual(before);
  }
});

test("what is said of the file as a whole is said by import too, and where its report stands", async () => {
  put("wrong.shp", gridGeojson([{ properties: { id: "HAZ-09" }, rings: [BOW] }]));
  const { err, out } = await run("import", "wrong.shp", "--programme", "HAZ");
  expect(err).toContain("wrong.shp");
  expect(err).toContain("named as Shapefile, but is GeoJSON");
  expect(out).toContain("and the app at /checks?check=1.");
});
