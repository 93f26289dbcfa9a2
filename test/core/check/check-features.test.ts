import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkFeatures } from "../../../server/core/check/check-features.ts";
import type { CheckedFeature, CheckSubject } from "../../../server/core/check/model.ts";
import { PROBLEMS } from "../../../server/core/check/problems/registry.ts";
import { repaired } from "../../../server/core/check/propose.ts";
import { REPAIRS } from "../../../server/core/check/repairs/registry.ts";
import type { Shapes } from "../../../server/core/overlay/model.ts";
import type { IsoDate } from "../../../server/core/units.ts";
import { drawn, type Points, reversed, square } from "../../support/squares.ts";

const feature = (shapes: Shapes, more: Partial<CheckedFeature> = {}): CheckedFeature => ({
  index: 0,
  id: "a",
  name: "",
  kind: "polygon",
  outside: undefined,
  point: undefined,
  shapes,
  met: [],
  properties: {},
  ...more,
});
const subject = (features: CheckedFeature[], more: Partial<CheckSubject> = {}): CheckSubject => ({
  features,
  step: 1,
  rightHand: true,
  fields: { amounts: [] },
  today: "2026-11-25" as IsoDate,
  reference: undefined,
  unmatched: [],
  ...more,
});
const check = (shapes: Shapes) => checkFeatures(subject([feature(shapes)]));
/** Problem, and where: grid points of its findings. */
const places = (shapes: Shapes) =>
  Object.fromEntries(
    check(shapes).found.map(({ problem, findings }) => [problem.id, findings.map(({ at }) => at)]),
  );

describe("one outline", () => {
  test("with a spike a few millimetres wide: found at its tip, and cut, whatever its sides are of", () => {
    // Steps of a millimetre: a square of 20 m, and a spike of 5 m that is 6 mm wide at its foot.
    const spiked = (...spike: [number, number][]) =>
      drawn([
        [
          [0, 0],
          [20_000, 0],
          [20_000, 9_997],
          ...spike,
          [20_000, 10_003],
          [20_000, 20_000],
          [0, 20_000],
        ],
      ]);
    const millimetres = (shapes: Shapes) =>
      checkFeatures(subject([feature(shapes)], { step: 0.001 }));
    for (const spike of [
      [[25_000, 10_000]],
      [
        [22_000, 9_998],
        [25_000, 10_000],
        [23_500, 10_002],
        [21_000, 10_003],
      ],
    ] as [number, number][][]) {
      const { found, proposals } = millimetres(spiked(...spike));
      expect(found.map(({ problem, findings }) => [problem.id, findings[0]!.at])).toEqual([
        ["spike", [25_000, 10_000]],
      ]);
      expect(proposals).toMatchObject([{ repair: "cut-spike" }]);
      expect(Math.abs(proposals[0]!.after - proposals[0]!.before)).toBeLessThan(0.03);
      expect(proposals[0]!.after).toBeCloseTo(400, 1);
    }
    // As narrow and 40 cm long: detail. As long and 5 cm wide: ground.
    expect(millimetres(spiked([20_400, 10_000])).found).toEqual([]);
    const wide = drawn([
      [
        [0, 0],
        [20_000, 0],
        [20_000, 9_975],
        [25_000, 10_000],
        [20_000, 10_025],
        [0, 20_000],
      ],
    ]);
    expect(millimetres(wide).found).toEqual([]);
  });

  test("that is sound has no problem", () => {
    expect(places(drawn([square(0, 0, 10)]))).toEqual({});
  });

  test("with a hole that reaches the rim in one point is sound", () => {
    const hole: Points = [
      [0, 5],
      [8, 8],
      [8, 2],
    ];
    expect(places(drawn([square(0, 0, 10), hole]))).toEqual({});
  });

  test("with a hole that reaches the rim in two points is cut in two", () => {
    const hole: Points = [
      [0, 5],
      [10, 5],
      [5, 3],
    ];
    expect(Object.keys(places(drawn([square(0, 0, 10), hole])))).toEqual(["self-touch"]);
  });

  test("that crosses itself says where, though no vertex lies there", () => {
    const bow: Points = [
      [0, 0],
      [10, 10],
      [10, 0],
      [0, 10],
    ];
    expect(places(drawn([bow]))).toMatchObject({ "self-intersection": [[5, 5]] });
  });

  test("that meets itself in a corner only touches", () => {
    const eight: Points = [
      [0, 0],
      [4, 0],
      [4, 4],
      [8, 4],
      [8, 8],
      [4, 8],
      [4, 4],
      [0, 4],
    ];
    expect(places(drawn([eight]))).toEqual({ "self-touch": [[4, 4]] });
  });

  test("with a line out and back names its tip, however the line is split", () => {
    const spiked: Points = [
      [0, 0],
      [10, 0],
      [10, 5],
      [14, 5],
      [18, 5],
      [10, 5],
      [10, 10],
      [0, 10],
    ];
    expect(places(drawn([spiked]))).toEqual({ spike: [[18, 5]] });
  });

  test("that begins at the tip of a spike has it found all the same", () => {
    const spiked: Points = [
      [18, 5],
      [10, 5],
      [10, 10],
      [0, 10],
      [0, 0],
      [10, 0],
      [10, 5],
    ];
    expect(places(drawn([spiked]))).toEqual({ spike: [[18, 5]] });
  });

  test("with the same ring twice, whichever way round and wherever it begins", () => {
    const [first, ...others] = square(2, 2, 3);
    const again = reversed([...others, first!]);
    const { "repeated-ring": found } = places(
      drawn([square(0, 0, 10), reversed(square(2, 2, 3)), again]),
    );
    expect(found).toHaveLength(1);
  });

  test("of parts that share ground says how much", () => {
    const { found } = check(drawn([square(0, 0, 10)], [square(8, 0, 10)]));
    expect(found.map(({ problem }) => problem.id)).toEqual(["parts-overlap"]);
    expect(found[0]!.findings).toMatchObject([{ size: 20 }]);
  });

  test("of parts that only share an edge is sound", () => {
    expect(places(drawn([square(0, 0, 10)], [square(10, 0, 10)]))).toEqual({});
  });

  test("with a hole of a few square metres; one of 10 m² is left alone", () => {
    const hole = (side: number) => reversed(square(2, 2, side));
    expect(Object.keys(places(drawn([square(0, 0, 10), hole(3)])))).toEqual(["tiny-hole"]);
    expect(places(drawn([square(0, 0, 10), hole(4)]))).toEqual({});
  });

  test("drawn with the clock, in a format that asks for the other way", () => {
    const shapes = drawn([reversed(square(0, 0, 10))]);
    expect(Object.keys(places(shapes))).toEqual(["wrong-winding"]);
    const other = subject([feature(shapes)], { rightHand: false });
    expect(checkFeatures(other).found).toEqual([]);
  });

  test("without ground", () => {
    const flat: Points = [
      [0, 0],
      [5, 5],
      [9, 9],
    ];
    expect(Object.keys(places(drawn([square(20, 0, 9)], [flat])))).toEqual(["flat-ring"]);
  });
});

describe("rows", () => {
  const ids = (features: CheckedFeature[], more: Partial<CheckSubject> = {}) =>
    checkFeatures(subject(features, more)).found.map(({ problem }) => problem.id);
  const none = drawn();
  const row = (properties: Record<string, unknown>, index = 0) =>
    feature(none, { kind: "row", properties, index });

  test("without geometry, of points, and far away", () => {
    expect(ids([feature(none, { kind: "none" })])).toEqual(["no-geometry"]);
    expect(ids([feature(none, { kind: "point" })])).toEqual(["not-polygon"]);
    expect(ids([feature(none, { outside: "swapped" })])).toEqual(["outside-country"]);
  });

  test("of one thing that say different things of it; an empty cell says nothing", () => {
    const fields = { id: "id", shared: ["name", "start"], amounts: [] };
    const of = (...rows: object[]) =>
      checkFeatures(
        subject(
          rows.map((properties, index) => row({ ...properties }, index)),
          { fields },
        ),
      ).found.find(({ problem }) => problem.id === "rows-differ")?.findings;
    expect(of({ name: "A", start: "2000-01-01" }, { name: "A", start: "" })).toBeUndefined();
    expect(of({ name: "A" }, { name: "B" }, { name: "C" })).toEqual([
      { feature: 1, field: "name", value: "A, then B" },
    ]);
  });

  test("with boundaries that follow each other, and that hold on one day", () => {
    const fields = { id: "id", boundaryFrom: "from", boundaryLast: "to", amounts: [] };
    const of = (...rows: object[]) =>
      ids(
        rows.map((properties, index) => row({ ...properties }, index)),
        { fields },
      );
    expect(of({ to: "2001-03-31" }, { from: "2001-04-01", to: "" })).toEqual([]);
    expect(of({ to: "2001-04-01" }, { from: "2001-04-01" })).toEqual(["boundary-dates-meet"]);
    expect(of({ from: "2001-04-01", to: "2001-03-31" })).toEqual(["dates-reversed"]);
    expect(of({ from: "soon" })).toEqual(["date-unreadable"]);
    // The same span twice is parts of one boundary.
    expect(of({ from: "2001-04-01" }, { from: "2001-04-01" })).toEqual(["duplicate-id"]);
  });

  test("whose outlines cover the same ground: how much, and with which", () => {
    const one = feature(drawn([square(0, 0, 10)]));
    const two = feature(drawn([square(6, 6, 10)]), { index: 1 });
    const apart = feature(drawn([square(60, 60, 10)]), { index: 2 });
    const { found } = checkFeatures(subject([one, two, apart]));
    const twice = found.find(({ problem }) => problem.id === "ground-twice");
    expect(twice?.findings).toMatchObject([{ feature: 1, size: 16, value: "with feature 1" }]);
    const dated = { boundaryFrom: "from", amounts: [] };
    const years = [one, { ...two, properties: { from: "2001-04-01" } }];
    expect(ids(years, { fields: { id: "id", ...dated } })).toEqual(["boundary-dates-meet"]);
  });

  test("with one id: the first keeps it", () => {
    const { found } = checkFeatures(subject([feature(none), feature(none, { index: 1 })]));
    expect(found[0]!.findings).toEqual([{ feature: 1, value: "a" }]);
  });

  test("with dates the wrong way round, unreadable, or yet to come", () => {
    const fields = { start: "from", end: "to", amounts: [] };
    expect(ids([row({ from: "2003-04-01", to: "2002-03-31" })], { fields })).toEqual([
      "dates-reversed",
    ]);
    expect(ids([row({ from: "1/4/2002", to: "31/3/2003" })], { fields })).toEqual([]);
    expect(ids([row({ from: "spring 2002" })], { fields })).toEqual(["date-unreadable"]);
    expect(ids([row({ from: "2026-11-26" })], { fields })).toEqual(["date-in-future"]);
    expect(ids([row({ from: "2026-11-25" })], { fields })).toEqual([]);
  });

  test("with amounts that need reading, and that cannot be read", () => {
    const fields = { amounts: ["budget"] };
    expect(ids([row({ budget: "1250000" })], { fields })).toEqual([]);
    expect(ids([row({ budget: "" })], { fields })).toEqual([]);
    expect(ids([row({ budget: "£1.25m" })], { fields })).toEqual(["amount-not-plain"]);
    expect(ids([row({ budget: "to be agreed" })], { fields })).toEqual(["amount-unreadable"]);
    const thousands = { amounts: ["Budget (£000)"] };
    const { found } = checkFeatures(
      subject([row({ "Budget (£000)": "1,250" })], { fields: thousands }),
    );
    expect(found[0]!.findings[0]!.value).toBe("1,250 is read as £1250000");
  });
});

test("every problem has a sentence for one and for more, and every repair is some problem's", () => {
  for (const { id, sentence, advice } of PROBLEMS) {
    expect(sentence(1), id).toMatch(/^1 \w+/);
    expect(sentence(2), id).toMatch(/^2 \w+s /);
    expect(advice, id).toMatch(/\.$/);
  }
  const used = new Set(PROBLEMS.map(({ repair }) => repair));
  expect(REPAIRS.filter(({ id }) => !used.has(id))).toEqual([]);
});

// Apart by tens of metres, so that no hole is tiny.
const tens = fc.integer({ min: 0, max: 12 }).map((n) => 100 * n);
const point = fc.tuple(tens, tens);
const ring = fc.array(point, { minLength: 3, maxLength: 9 });
const outline = fc
  .array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
  .map((polygons) => drawn(...polygons));

test("law: an outline with all its repairs made has nothing left to repair", () => {
  fc.assert(
    fc.property(outline, (shapes) => {
      const { proposals } = check(shapes);
      const after = repaired(shapes, new Set(proposals.map(({ repair }) => repair)), 1);
      // Lines that cross may enclose a speck between them, which no one drew as a hole before.
      const left = check(after).proposals.filter(({ repair }) => repair !== "fill-hole");
      expect(left).toEqual([]);
    }),
    { seed: 4, numRuns: 300 },
  );
});

test("law: an outline of which nothing is found is the ground that the engine reads", () => {
  fc.assert(
    fc.property(outline, (shapes) => {
      const { found } = check(shapes);
      if (found.some(({ problem }) => problem.id !== "wrong-winding")) return;
      const area = (drawing: Shapes) =>
        check(drawing).proposals.reduce((sum, { after, before }) => sum + after - before, 0);
      expect(area(shapes)).toBe(0);
    }),
    { seed: 5, numRuns: 300 },
  );
});
