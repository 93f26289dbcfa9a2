import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import proj4 from "proj4";
import { beforeAll, describe, expect, test } from "vitest";
import { fromNationalGrid, toNationalGrid } from "../../../server/core/geometry/national-grid.ts";
import type { ShiftGrid } from "../../../server/core/geometry/shift-grid.ts";
import { loadShiftGrid } from "../../../server/ingest/grid-shift.ts";

/** Longitude, latitude; easting and northing by PROJ's cs2cs with the OSTN15 grid. */
const CHECKED = [
  ["London", -0.12, 51.5, 530589.427, 179570.881],
  ["Penzance", -5.54, 50.12, 147051.791, 30439.246],
  ["Caister", 1.7160739722, 52.6580078333, 651409.805, 313177.452],
  ["Birmingham", -1.9, 52.48, 406888.283, 286900.256],
  ["York", -1.08, 53.96, 460462.611, 451935.649],
  ["Stornoway", -6.4, 58.2, 141576.585, 931913.293],
  ["Shetland", -1.2, 60.3, 444318.939, 1157584.633],
] as const;

const GRID_FILE = "data/reference/OSTN15_NTv2_OSGBtoETRS.gsb.gz";
const WITH_GRID =
  "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 " +
  "+a=6377563.396 +rf=299.3249646 +units=m +no_defs +nadgrids=OSTN15";
const hasCs2cs = spawnSync("cs2cs").error === undefined;

/** Points spread over Great Britain by a small generator, so that every run takes the same. */
function pointsInBritain(count: number): Float64Array {
  let state = 20_071_999;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const xy = new Float64Array(2 * count);
  for (let i = 0; i < xy.length; i += 2) {
    xy[i] = -7.7 + 9.5 * next();
    xy[i + 1] = 49.8 + 11.1 * next();
  }
  return xy;
}

/** The largest distance between points of two lists. */
function farthest(a: Float64Array, b: Float64Array): number {
  let most = 0;
  for (let i = 0; i < a.length; i += 2) {
    const distance = Math.hypot(a[i]! - b[i]!, a[i + 1]! - b[i + 1]!);
    if (!(distance <= most)) most = distance;
  }
  return most;
}

let grid: ShiftGrid;
beforeAll(async () => {
  grid = await loadShiftGrid();
});

describe("the national grid through OSTN15", () => {
  test.each(CHECKED)("puts %s where PROJ puts it", (_name, lon, lat, easting, northing) => {
    const xy = Float64Array.of(lon, lat);
    expect(toNationalGrid(grid, xy)).toBe(-1);
    expect(Math.abs(xy[0]! - easting)).toBeLessThan(0.000_6);
    expect(Math.abs(xy[1]! - northing)).toBeLessThan(0.000_6);
  });

  test("agrees with proj4 and the same grid within 0.1 mm, both ways", () => {
    const bytes = gunzipSync(readFileSync(GRID_FILE));
    proj4.nadgrid("OSTN15", Uint8Array.from(bytes).buffer);
    const converter = proj4(WITH_GRID);
    const degrees = pointsInBritain(20_000);
    const ours = degrees.slice();
    expect(toNationalGrid(grid, ours)).toBe(-1);
    const theirs = new Float64Array(degrees.length);
    const back = new Float64Array(degrees.length);
    for (let i = 0; i < degrees.length; i += 2) {
      theirs.set(converter.forward([degrees[i]!, degrees[i + 1]!]), i);
      back.set(converter.inverse([ours[i]!, ours[i + 1]!]), i);
    }
    expect(farthest(ours, theirs)).toBeLessThan(0.000_1);
    expect(fromNationalGrid(grid, ours)).toBe(-1);
    expect(farthest(ours, back)).toBeLessThan(1e-9);
  });

  test("comes back to where it began, within a micrometre", () => {
    const degrees = pointsInBritain(20_000);
    const xy = degrees.slice();
    toNationalGrid(grid, xy);
    fromNationalGrid(grid, xy);
    expect(farthest(xy, degrees)).toBeLessThan(5e-12);
  });

  test("gives no result for points off the grid, and names the first", () => {
    const xy = Float64Array.of(-1.9, 52.48, -13.69, 57.6, 2.4, 48.9, Number.NaN, 52);
    expect(toNationalGrid(grid, xy)).toBe(1);
    expect(xy[0]).toBeCloseTo(406888.283, 3);
    expect([...xy.subarray(2)].every(Number.isNaN)).toBe(true);
    const metres = Float64Array.of(400_000, 300_000, 400_000, 3_000_000);
    expect(fromNationalGrid(grid, metres)).toBe(1);
    expect([...metres.subarray(2)].every(Number.isNaN)).toBe(true);
  });

  test("takes points on the very rim of the grid", () => {
    const rim = Float64Array.of(-8.99, 49.01, 1.99, 49.01, 1.99, 60.99, -8.99, 60.99);
    expect(toNationalGrid(grid, rim.slice())).toBe(-1);
  });

  test("takes no point as none", () => {
    expect(toNationalGrid(grid, new Float64Array())).toBe(-1);
  });
});

describe.skipIf(!hasCs2cs)("against PROJ (needs cs2cs: apt-get install proj-bin)", () => {
  test("agrees with cs2cs and the same grid within 0.1 mm", () => {
    const folder = mkdtempSync(join(tmpdir(), "patchwork-proj-"));
    try {
      const name = "uk_os_OSTN15_NTv2_OSGBtoETRS.gsb";
      writeFileSync(join(folder, name), gunzipSync(readFileSync(GRID_FILE)));
      const degrees = pointsInBritain(2_000);
      const lines: string[] = [];
      for (let i = 0; i < degrees.length; i += 2) lines.push(`${degrees[i]} ${degrees[i + 1]}`);
      const to = WITH_GRID.replace("nadgrids=OSTN15", `nadgrids=${join(folder, name)}`);
      const from = "+proj=longlat +datum=WGS84 +no_defs";
      const args = ["-f", "%.6f", ...from.split(" "), "+to", ...to.split(" ")];
      const output = execFileSync("cs2cs", args, { input: lines.join("\n"), encoding: "utf8" });
      const theirs = Float64Array.from(
        output
          .trim()
          .split("\n")
          .flatMap((line) => line.trim().split(/\s+/).slice(0, 2).map(Number)),
      );
      const ours = degrees.slice();
      toNationalGrid(grid, ours);
      expect(theirs.length).toBe(ours.length);
      expect(farthest(ours, theirs)).toBeLessThan(0.000_1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
