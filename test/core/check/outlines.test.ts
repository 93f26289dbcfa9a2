/** What is wrong with one outline, drawn case by case. */
import { describe, expect, test } from "vitest";
import { checkFeatures } from "../../../server/core/check/check-features.ts";
import type { Shapes } from "../../../server/core/overlay/model.ts";
import { check, feature, places, subject } from "../../support/check-subject.ts";
import { drawn, type Points, reversed, square } from "../../support/squares.ts";

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
