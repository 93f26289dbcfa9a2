/** Independent readers: GDAL opens what we write, counts the same and measures the same ground. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { analyseStudy } from "../../server/analysis/analyse-study.ts";
import { load } from "../../server/ingest/load.ts";
import { openDb } from "../../server/store/db.ts";
import { patchwork } from "../support/cli.ts";

const hasGdal = spawnSync("ogrinfo", ["--version"]).status === 0;
const data = (name: string) => fileURLToPath(new URL(`../../data/${name}`, import.meta.url));
const NAME =
  "GDAL agrees (needs ogrinfo: apt-get install -y --no-install-recommends gdal-bin proj-bin)";

describe.skipIf(!hasGdal)(NAME, () => {
  let folder: string;
  let withGrid: NodeJS.ProcessEnv;
  const files = new Map<string, { rows: number; area: number }>();
  const at = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "patchwork-gdal-"));
    const db = openDb(at("bundled.db"));
    await load(db, {
      registryDir: data("registry"),
      referenceDir: data("reference"),
      now: new Date(0),
    });
    analyseStudy(db);
    db.close();
    withGrid = { ...process.env, PROJ_DATA: `${projData()}:${unpackedGrid(folder)}` };
    await write("cells", "1999-06-01", "geojson");
    await write("cells", "2005-06-01", "geojson");
    await write("cells", "2005-06-01", "gpkg");
    await write("cells", "2005-06-01", "fgb");
    await write("places", "2005-06-01", "geojson");
    await write("places", "2005-06-01", "gpkg");
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function write(unit: string, date: string, format: string) {
    const name = `${unit}-${date}.${format}`;
    const args = ["export", unit, "--at", date, "--db", "bundled.db"];
    const { status, err } = await patchwork(folder, [...args, "--format", format, "-o", name]);
    expect(status, err).toBe(0);
    const { out } = await patchwork(folder, [
      "analyse",
      "--at",
      date,
      "--db",
      "bundled.db",
      "--json",
    ]);
    const { cells, holes, footprint_m2 } = JSON.parse(out);
    files.set(name, { rows: cells + holes, area: footprint_m2 });
  }

  /** One figure of the whole layer, with its geometry in EPSG:27700. */
  function ask(name: string, figure: string, env: NodeJS.ProcessEnv): number {
    const layer = name.endsWith(".geojson") ? name.replace(/\.\w+$/, "") : name.split("-")[0];
    const geometry = name.endsWith(".geojson")
      ? "ST_Transform(geometry, 27700)"
      : name.endsWith(".gpkg")
        ? "geom"
        : "geometry";
    const sql = `SELECT ${figure.replace("GEOMETRY", geometry)} AS figure FROM "${layer}"`;
    const { stdout, stderr } = spawnSync("ogrinfo", ["-dialect", "SQLite", "-sql", sql, at(name)], {
      env,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    return Number(/figure \(\w+(?:\(\S+\))?\) = (\S+)/.exec(stdout)![1]);
  }

  const area = (name: string, env: NodeJS.ProcessEnv) => ask(name, "SUM(ST_Area(GEOMETRY))", env);

  test.each([
    "cells-1999-06-01.geojson",
    "cells-2005-06-01.geojson",
    "cells-2005-06-01.gpkg",
    "cells-2005-06-01.fgb",
  ])("%s: the same rows, the same ground", (name) => {
    const { rows, area: certified } = files.get(name)!;
    expect(ask(name, "COUNT(*)", process.env)).toBe(rows);
    expect(Math.abs(area(name, process.env) / certified - 1)).toBeLessThan(1e-4);
    expect(Math.abs(area(name, withGrid) / certified - 1)).toBeLessThan(1e-7);
    // The figure that each row states is the ground that it has.
    expect(ask(name, "SUM(area_m2)", process.env) / certified).toBeCloseTo(1, 12);
  });

  test("every cell is valid in metres", () => {
    // In degrees seven decimals are a centimetre, and a neck narrower than that can cross itself.
    const sql = "SELECT COUNT(*) AS figure FROM cells WHERE NOT ST_IsValid(geom)";
    const args = ["-dialect", "SQLite", "-sql", sql, at("cells-2005-06-01.gpkg")];
    const { stdout } = spawnSync("ogrinfo", args, { encoding: "utf8" });
    expect(stdout).toMatch(/figure \(\w+\) = 0/);
  });

  test("places: the two formats hold the same ground", () => {
    const metres = area("places-2005-06-01.gpkg", process.env);
    expect(area("places-2005-06-01.geojson", withGrid) / metres).toBeCloseTo(1, 7);
  });
});

/** Where PROJ keeps its own data. */
function projData(): string {
  const known = ["/usr/share/proj", "/usr/local/share/proj", "/opt/homebrew/share/proj"];
  return process.env.PROJ_DATA ?? known.find((path) => existsSync(join(path, "proj.db"))) ?? "";
}

/** The OSTN15 grid under the name that PROJ looks for. */
function unpackedGrid(folder: string): string {
  const grids = join(folder, "grids");
  mkdirSync(grids);
  const packed = readFileSync(data("reference/OSTN15_NTv2_OSGBtoETRS.gsb.gz"));
  writeFileSync(join(grids, "OSTN15_NTv2_OSGBtoETRS.gsb"), gunzipSync(packed));
  return grids;
}
