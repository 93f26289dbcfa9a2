/** Verdicts of `core/fit` over whole real layers, each known from the registry or by what was done. */
import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import type { PairFit, SetFit } from "../../server/core/fit/fit-sets.ts";
import { compose } from "../../server/core/overlay/compose.ts";
import type { Shapes } from "../../server/core/overlay/model.ts";
import { STORE_GRID } from "../../server/store/geometry-codec.ts";
import {
  movedShapes,
  pickShapes,
  simplifiedShapes,
  withoutDatumShift,
} from "../support/alter-shapes.ts";
import {
  BOUNDARIES,
  fitOf,
  ownVerdicts,
  type RealLayer,
  realLayer,
} from "../support/fit-layers.ts";

interface Outline {
  readonly id: string;
  readonly members: readonly string[];
}

/** Health Action Zones and Employment Zones made of whole districts; Scotland is not drawn. */
const OUTLINES: readonly Outline[] = parse<Record<string, string>>(
  readFileSync("data/registry/initiatives.csv", "utf8"),
  { columns: true },
)
  .filter(({ programme, area_definition }) => {
    return (programme === "HAZ" || programme === "EZ") && area_definition === "la_set";
  })
  .map((row) => ({
    id: row.id!,
    members: (row.member_lad04_codes || row.member_lad_codes!).split(";"),
  }))
  .filter(({ members }) => !members[0]!.startsWith("S"));

const isWelsh = ({ members }: Outline) => members[0]!.startsWith("W");

/** Outlines that are all of a police force, from the members in the registry. */
const WHOLE_FORCE: Readonly<Record<string, string>> = {
  // Liverpool, Knowsley, St Helens, Sefton, Wirral.
  "HAZ-19": "Merseyside",
  // Hartlepool, Middlesbrough, Redcar and Cleveland, Stockton-on-Tees.
  "HAZ-23": "Cleveland",
};

/**
 * Outlines that lie in a force for the most part, or are most of it, where whole districts differ: these
 * and no others are a real difference.
 */
const REAL: readonly [id: string, force: string, differs: string][] = [
  ["HAZ-02", "Metropolitan Police", "the City of London has a force of its own"],
  ["HAZ-06", "Cumbria", "Barrow-in-Furness and South Lakeland are not members"],
  ["HAZ-07", "Northumbria", "Tyne and Wear is not of it"],
  ["HAZ-10", "South Yorkshire", "Sheffield is not a member"],
  ["HAZ-16", "Humberside", "North and North East Lincolnshire are not members"],
  ["EZ-04", "Nottinghamshire", "Doncaster is in South Yorkshire"],
  ["EZ-07", "Gwent", "Merthyr Tydfil is in South Wales"],
  ["EZ-11", "North Wales", "Conwy, Denbighshire, Flintshire and Wrexham are not members"],
  ["EZP-03", "North Wales", "Conwy, Denbighshire, Flintshire and Wrexham are not members"],
];

/** Outlines of districts of two forces; all others lie in one. */
const OF_TWO_FORCES = ["HAZ-02", "EZ-04", "EZ-07"];

const WARDS = [
  ["birmingham", "E08000025", 40],
  ["leeds", "E08000035", 33],
  ["manchester", "E08000003", 32],
  ["newcastle_upon_tyne", "E08000021", 26],
  ["nottingham", "E06000018", 20],
  ["liverpool", "E08000012", 30],
] as const;

/** How often each verdict was said. */
function counted(said: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of said) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

describe.skipIf(!existsSync(BOUNDARIES))("whole real layers (needs ../shared/data)", () => {
  let now: RealLayer;
  let before: RealLayer;
  let outlines: Shapes;
  beforeAll(async () => {
    now = await realLayer("lad_england_wales.geojson.gz", "LAD13CD", "LAD13NM");
    before = await realLayer("district_pre2009_england.geojson.gz", "LAD04CD", "LAD04NM");
    outlines = pickShapes(
      OUTLINES.map((outline) => {
        const { codes, shapes: from } = isWelsh(outline) ? now : before;
        const shapes = outline.members.map((code) => codes.indexOf(code));
        return { from: compose(pickShapes([{ from, shapes }]), STORE_GRID), shapes: [0] };
      }),
    );
  });

  const pairsOf = (fit: SetFit, body: number) => fit.pairs.filter((pair) => pair.body === body);

  test("each HAZ and EZ is its one district before 2009, or holds each of its members", () => {
    const fit = fitOf({ bodies: outlines, references: before.shapes, tolerance: 20, accuracy: 20 });
    const said: string[] = [];
    OUTLINES.forEach((outline, body) => {
      const pairs = pairsOf(fit, body);
      if (isWelsh(outline)) {
        expect(pairs).toEqual([]);
        return;
      }
      const shared = pairs.filter(({ overlap }) => overlap.intersection > 0);
      const codes = shared.map(({ reference }) => before.codes[reference - outlines.count]!);
      expect(codes.sort(), outline.id).toEqual([...outline.members].sort());
      const union = shared.reduce((sum, { referenceArea }) => sum + referenceArea, 0);
      for (const { overlap, bodyArea, referenceArea } of shared) {
        expect(overlap.bInA).toBe(1);
        expect(overlap.intersection).toBe(referenceArea);
        expect(overlap.jaccard).toBeCloseTo(referenceArea / bodyArea, 14);
        expect(union / bodyArea).toBeCloseTo(1, 12);
      }
      expect(fit.bodies[body]).toMatchObject({ whole: shared.length, madeOfWhole: true });
      for (const pair of shared) {
        said.push(`${pair.class}: ${pair.cause ?? pair.why}`);
        // East Riding is 97 % of Hull and East Riding: a class that comes before *holds*.
        if (pair.class === "almost") expect(outline.id).toBe("HAZ-16");
      }
      if (shared.length === 1)
        expect(shared[0]).toMatchObject({ class: "identical", cause: undefined });
    });
    expect(counted(said)).toEqual(DISTRICTS_SAID);
  });

  test("each HAZ and EZ against police areas: real where whole districts differ, nowhere else", async () => {
    const file = "police_force_area_2020.geojson";
    const forces = await realLayer(file, "pfa20_code", "pfa20_name");
    const fit = fitOf({
      bodies: outlines,
      references: forces.shapes,
      tolerance: 500,
      accuracy: 20,
      referenceAccuracy: 500,
      land: now.shapes,
    });
    const forceOf = ({ reference }: PairFit) => forces.names[reference - outlines.count]!;
    const real: [string, string][] = [];
    const said: string[] = [];
    OUTLINES.forEach(({ id }, body) => {
      const { class: name, closest } = fit.bodies[body]!;
      const pair = fit.pairs[closest!]!;
      said.push(`${name}: ${pair.cause ?? pair.why}`);
      for (const one of pairsOf(fit, body)) if (one.cause === "real") real.push([id, forceOf(one)]);
      const whole = WHOLE_FORCE[id];
      if (whole !== undefined) {
        expect([forceOf(pair), name, pair.cause]).toEqual([whole, "near", "generalisation"]);
      } else {
        expect([id, name]).toEqual([id, OF_TWO_FORCES.includes(id) ? "partial" : "inside"]);
      }
    });
    expect(real).toEqual(REAL.map(([id, force]) => [id, force]));
    expect(counted(said)).toEqual(POLICE_SAID);
  });

  test("the coast of Tyne and Wear, that the police layer draws short, is coast and no difference", async () => {
    const file = "police_force_area_2020.geojson";
    const forces = await realLayer(file, "pfa20_code", "pfa20_name");
    const body = OUTLINES.findIndex(({ id }) => id === "HAZ-11");
    const tyneAndWear = pickShapes([{ from: outlines, shapes: [body] }]);
    const asked = { bodies: tyneAndWear, references: forces.shapes, tolerance: 500 };
    const accuracies = { accuracy: 20, referenceAccuracy: 500 };
    const [withLand, without] = [
      fitOf({ ...asked, ...accuracies, land: now.shapes }),
      fitOf({ ...asked, ...accuracies }),
    ];
    const pairOf = (fit: SetFit) => fit.pairs[fit.bodies[0]!.closest!]!;
    expect(forces.names[pairOf(withLand).reference - 1]).toBe("Northumbria");
    // Among it the headland of South Shields, 584 m wide: more than the police layer declares.
    const { evidence, ...verdict } = pairOf(withLand);
    expect(verdict).toMatchObject({ class: "inside", cause: "coast" });
    expect(evidence!.groundBy).toEqual({ coast: expect.closeTo(3_276_144, 0) });
    expect(evidence!.widest).toBeCloseTo(583.9, 1);
    // With two files alone a coast cannot be told from a difference, so the class stays.
    expect(pairOf(without)).toMatchObject({ class: "partial", cause: undefined });
    expect(pairOf(without).evidence!.groundAtEdge).toBeCloseTo(3_276_144, 0);
  });

  test.each(WARDS)("wards of 2013 in the district of 2013: %s", async (place, district, total) => {
    const wards = await realLayer(`wards_${place}.geojson`, "WD13CD", "WD13NM");
    const fit = fitOf({
      bodies: wards.shapes,
      references: now.shapes,
      tolerance: 20,
      accuracy: 20,
    });
    expect(fit.bodies).toHaveLength(total);
    for (const { class: name, closest, body } of fit.bodies) {
      const pair = fit.pairs[closest!]!;
      expect(now.codes[pair.reference - wards.shapes.count]).toBe(district);
      expect(name, wards.names[body]).toBe("inside");
      // A ward within the district has nothing outside it; one at its edge has slivers there.
      const isAtEdge = pair.overlap.aInB! < 1;
      expect([pair.cause, pair.why]).toEqual(
        isAtEdge ? ["generalisation", undefined] : [undefined, "nothing-outside"],
      );
    }
  });

  describe("all districts spoilt in one way", () => {
    /** What is said of each district held against itself, by how often. */
    function saidOf(bodies: Shapes): Record<string, number> {
      const verdicts = ownVerdicts({ bodies, references: now.shapes, tolerance: 1 });
      return counted(
        verdicts.map(({ cause, why, evidence }) =>
          evidence?.shift?.isMissingDatum ? "datum" : (cause ?? why!),
        ),
      );
    }
    test("moved by 100 m: a shift; in one place that vector is also what the datum comes to", () => {
      expect(saidOf(movedShapes(now.shapes, 60, -80))).toEqual({ shift: 347, datum: 1 });
    });
    test("the datum shift left out", () => {
      expect(saidOf(withoutDatumShift(now.shapes))).toEqual({ datum: 348 });
    });
    test("simplified to 50 m", () => {
      expect(saidOf(simplifiedShapes(now.shapes, 50))).toEqual({ generalisation: 348 });
    });
  });
});

/** Pairs of an outline and a district: 22 outlines are one district, the others are made of several. */
const DISTRICTS_SAID = {
  "identical: identical": 22,
  "holds: whole-areas": 62,
  "almost: real": 1,
};

/** Outlines by the force closest to them. */
const POLICE_SAID = {
  "inside: generalisation": 26,
  "inside: nothing-outside": 7,
  "near: generalisation": 2,
  "inside: real": 6,
  "partial: real": 2,
  "partial: apart": 1,
};
