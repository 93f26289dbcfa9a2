/** The verdicts of `core/fit` on real boundaries, each known by other means. */
import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import type { SetFit } from "../../server/core/fit/fit-sets.ts";
import { confusionOver } from "../support/confusion.ts";
import type { Trial } from "../support/confusion-table.ts";
import { confusionOverWards } from "../support/confusion-wards.ts";
import { BOUNDARIES, fitOf, type RealLayer, realLayer } from "../support/fit-layers.ts";

const hasBoundaries = existsSync(BOUNDARIES);

/** The body's verdict: its class, and the cause of its closest pair. */
function verdictOf(fit: SetFit, body: number): string {
  const { class: name, closest } = fit.bodies[body]!;
  const pair = closest === undefined ? undefined : fit.pairs[closest]!;
  return `${name}: ${pair?.cause ?? pair?.why ?? "nothing shared"}`;
}

/**
 * Small areas of 2011 against the wards of 2013 that hold most of them, judged by GEOS 3.13 and not by
 * our code: `outside` is the ground of the area outside the ward (GEOSDifference, square metres),
 * `widest` the diameter of the largest circle in it (GEOSMaximumInscribedCircle, metres). Both layers
 * are right to 20 m. Where all that is outside stays under 40 m in width it is two drawings of one
 * line. From 60 m on it is a block of ground that lies in another ward: a real difference.
 */
const CHECKED: readonly [place: string, area: string, outside: number, widest: number][] = [
  ["birmingham", "E01008881", 4846, 18],
  ["birmingham", "E01008916", 40_594, 181],
  ["birmingham", "E01008947", 434, 8],
  ["birmingham", "E01008976", 4254, 13],
  ["birmingham", "E01009009", 10_279, 76],
  ["birmingham", "E01009073", 1188, 7],
  ["birmingham", "E01009103", 391, 4],
  ["birmingham", "E01009132", 1980, 9],
  ["birmingham", "E01009232", 2726, 6],
  ["birmingham", "E01009322", 4987, 11],
  ["birmingham", "E01009390", 29_282, 139],
  ["birmingham", "E01009421", 18_526, 19],
  ["birmingham", "E01009450", 2_601_902, 1147],
  ["birmingham", "E01009479", 140_768, 242],
  ["birmingham", "E01009508", 111, 3],
  ["birmingham", "E01033621", 126_894, 253],
  ["leeds", "E01011264", 650, 8],
  ["leeds", "E01011300", 50_784, 187],
  ["leeds", "E01011362", 419_028, 441],
  ["leeds", "E01011497", 3510, 12],
  ["leeds", "E01011531", 6776, 23],
  ["leeds", "E01011599", 4042, 11],
  ["leeds", "E01011703", 148, 6],
  ["leeds", "E01011734", 14_111, 39],
  ["leeds", "E01033003", 63_033, 197],
  ["newcastle_upon_tyne", "E01008288", 1550, 4],
  ["newcastle_upon_tyne", "E01008307", 6903, 15],
  ["newcastle_upon_tyne", "E01008327", 40_631, 63],
  ["newcastle_upon_tyne", "E01008346", 637, 4],
  ["newcastle_upon_tyne", "E01008365", 883, 6],
  ["newcastle_upon_tyne", "E01008384", 2588, 6],
  ["newcastle_upon_tyne", "E01008404", 288_713, 333],
  ["newcastle_upon_tyne", "E01008446", 3124, 14],
  ["newcastle_upon_tyne", "E01033551", 11_216, 12],
  ["nottingham", "E01013810", 2903, 15],
  ["nottingham", "E01013833", 5045, 8],
  ["nottingham", "E01013858", 3880, 12],
  ["nottingham", "E01013882", 346, 9],
  ["nottingham", "E01013962", 1542, 15],
  ["nottingham", "E01013985", 3702, 16],
];

describe.skipIf(!hasBoundaries)("verdicts on real boundaries (needs ../shared/data)", () => {
  let districts: RealLayer;
  let before: RealLayer;
  beforeAll(async () => {
    districts = await realLayer("lad_england_wales.geojson.gz", "LAD13CD", "LAD13NM");
    before = await realLayer("district_pre2009_england.geojson.gz", "LAD04CD", "LAD04NM");
  });

  test("small areas against wards: at least 9 in 10 of a list of 40 checked with GEOS", async () => {
    const wrong: string[] = [];
    for (const place of new Set(CHECKED.map(([name]) => name))) {
      const areas = await realLayer(`lsoa_${place}.geojson`, "LSOA11CD", "LSOA11NM");
      const wards = await realLayer(`wards_${place}.geojson`, "WD13CD", "WD13NM");
      const fit = fitOf({
        bodies: areas.shapes,
        references: wards.shapes,
        tolerance: 20,
        accuracy: 20,
      });
      for (const [, code, outside, widest] of CHECKED.filter(([name]) => name === place)) {
        const body = areas.codes.indexOf(code);
        const pairs = fit.pairs.filter((pair) => pair.body === body);
        const best = pairs.sort((a, b) => b.overlap.intersection - a.overlap.intersection)[0]!;
        expect(best.bodyArea - best.overlap.intersection).toBeCloseTo(outside, -1);
        const right = widest >= 60 ? "real" : "generalisation";
        if (best.cause !== right) wrong.push(`${code} ${right} ${best.cause ?? best.why}`);
      }
    }
    expect(CHECKED).toHaveLength(40);
    expect(wrong, wrong.join("; ")).toHaveLength(WRONG_OF_40);
    expect(wrong.length).toBeLessThanOrEqual(4);
  });

  test("districts before 2009 against those of 2013: vintage where 2009 merged, nowhere else", () => {
    const fit = fitOf({
      bodies: before.shapes,
      references: districts.shapes,
      otherVintage: before.shapes,
      tolerance: 20,
      accuracy: 20,
    });
    const said = before.codes.map((_, body) => verdictOf(fit, body));
    const count = (verdict: string) => said.filter((one) => one === verdict).length;
    expect(count("inside: vintage")).toBe(36);
    expect(count("identical: identical")).toBe(318);
    const changed = before.names.filter((_, body) => said[body] === "inside: vintage").sort();
    expect(changed).toEqual(expect.arrayContaining(["Kerrier", "Easington", "Kennet", "Alnwick"]));
    expect(changed.some((name) => districts.names.includes(name))).toBe(false);
  });

  test("wards of 2013 in districts: inside, and what spills over is two drawings of one line", async () => {
    const wards = await realLayer("wards_leeds.geojson", "WD13CD", "WD13NM");
    const fit = fitOf({
      bodies: wards.shapes,
      references: districts.shapes,
      tolerance: 20,
      accuracy: 20,
    });
    const said = wards.codes.map((_, body) => verdictOf(fit, body));
    expect(new Set(said)).toEqual(new Set(["inside: generalisation", "inside: nothing-outside"]));
  });

  describe("every district spoilt in a known way", () => {
    let trial: Trial;
    beforeAll(async () => {
      trial = await confusionOver(2009);
    });
    test("hardly one is called wrong", () => {
      expect(trial.total).toBe(384);
      expect(trial.wrong.length, JSON.stringify(trial.wrong)).toBeLessThanOrEqual(4);
    });
    test("the matrix stands in the documents", () => {
      expect(readFileSync("docs/coterminosity.md", "utf8")).toContain(trial.table);
    });
  });

  describe("a second trial, on bodies that no threshold was set by", () => {
    let trial: Trial;
    beforeAll(async () => {
      trial = await confusionOverWards(1832);
    });
    test("right but where a line is thinned no more than it was before", () => {
      const hard = "simplified to 20 m";
      const others = trial.wrong.filter(({ done }) => done !== hard);
      expect(trial.total).toBeGreaterThan(220);
      expect(others.length, JSON.stringify(others)).toBeLessThanOrEqual(trial.total / 20);
    });
    test("the matrix stands in the documents", () => {
      expect(readFileSync("docs/coterminosity.md", "utf8")).toContain(trial.table);
    });
  });
});

/**
 * E01033551, a small area as large as half of its ward: there the ward's other half counts as a real
 * difference, which it is, and not the strips of 12 m that were asked for.
 */
const WRONG_OF_40 = 1;
