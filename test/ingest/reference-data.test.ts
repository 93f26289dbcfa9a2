import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { topojson } from "../../server/ingest/formats/topojson.ts";
import { readPolygons } from "../../server/ingest/read-polygons.ts";

interface Unit {
  readonly unit: string;
  readonly position: string;
  readonly source_id: string;
  readonly source_label: string;
  readonly name: string;
  readonly country: string;
  readonly region: string;
  readonly lad04_codes: string;
  readonly lad13_codes: string;
}

const FOLDER = "data/reference";
const UNITS: Unit[] = parse(readFileSync(join(FOLDER, "units.csv")), { columns: true });
const codes = (text: string) => text.split(";").filter(Boolean);

describe("data/sources.json", () => {
  const {
    files,
  }: { files: { file: string; sha256: string; dateRead: string; licence: string }[] } = JSON.parse(
    readFileSync("data/sources.json", "utf8"),
  );

  test("names every file that was taken in, and the file is still that one", () => {
    const taken = readdirSync(FOLDER).filter((name) => name !== "units.csv");
    const listed = files.map(({ file }) => file);
    expect(listed.filter((file) => file.startsWith("reference/"))).toEqual(
      taken.map((name) => `reference/${name}`).sort(),
    );
    for (const { file, sha256, dateRead, licence } of files) {
      const found = createHash("sha256")
        .update(readFileSync(join("data", file)))
        .digest("hex");
      expect([file, found]).toEqual([file, sha256]);
      expect(dateRead).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(licence).not.toBe("");
    }
  });
});

describe("units.csv", () => {
  test("has a row for each unit of the geography, by position, id and label", async () => {
    const features = [];
    for await (const one of topojson.read(join(FOLDER, "gbr.topo.json"))) features.push(one);
    expect(UNITS.map((row) => [row.position, row.source_id, row.source_label])).toEqual(
      features.map(({ index, id, properties }) => [String(index), id, properties.name]),
    );
    expect(new Set(UNITS.map(({ unit }) => unit)).size).toBe(UNITS.length);
    expect(new Set(UNITS.map(({ name }) => name)).size).toBe(UNITS.length);
  });

  test("gives each district to one unit: 354 of England before 2009, 380 of Great Britain in 2013", () => {
    for (const [column, count] of [
      ["lad04_codes", 354],
      ["lad13_codes", 380],
    ] as const) {
      const all = UNITS.flatMap((row) => codes(row[column]));
      expect(all).toHaveLength(count);
      expect(new Set(all).size).toBe(count);
    }
  });

  test("has corrected what the source mislabels", () => {
    const byCode = (code: string) => UNITS.find((row) => codes(row.lad04_codes).includes(code));
    expect(byCode("00CB")).toMatchObject({ name: "Wirral", source_label: "Halton" });
    expect(byCode("00BZ")).toMatchObject({ name: "St Helens", source_label: "Merseyside" });
    expect(byCode("00ET")).toMatchObject({ name: "Halton", source_label: "Halton" });
    expect(byCode("00AA")).toMatchObject({ name: "City of London", source_label: "City" });
  });

  test("has a country for all, a region for England alone, districts before 2009 for England alone", () => {
    for (const row of UNITS) {
      const england = row.country === "England";
      expect([row.name, row.region !== ""]).toEqual([row.name, england]);
      expect([row.name, row.lad04_codes !== ""]).toEqual([row.name, england]);
      expect([row.name, row.lad13_codes !== ""]).toEqual([
        row.name,
        row.country !== "Northern Ireland",
      ]);
    }
  });

  test("counties have their districts: Lancashire 12, Kent 12, Surrey 11, Cheshire 6 in two units", () => {
    const districts = (name: string) => codes(UNITS.find((row) => row.name === name)!.lad04_codes);
    expect(["Lancashire", "Kent", "Surrey"].map((name) => districts(name).length)).toEqual([
      12, 12, 11,
    ]);
    expect(districts("Cheshire East").length + districts("Cheshire West and Chester").length).toBe(
      6,
    );
    expect(districts("Nottinghamshire")).toContain("37UC");
  });
});

test("the coast is read as polygons and holds Britain's ground", async () => {
  const { crs, projectedAreas } = await readPolygons([join(FOLDER, "coast.geojson")]);
  expect(crs).toContain("+proj=laea");
  expect(projectedAreas[0]! / 1e6).toBeGreaterThan(300_000);
});
