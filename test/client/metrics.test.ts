import { expect, test } from "vitest";
import {
  classWord,
  figureWord,
  metricClass,
  metricOf,
  placesByClass,
} from "../../client/metrics.ts";
import { UNKNOWN_CLASS } from "../../client/view.ts";
import { type PlaceRow, RANKINGS } from "../../server/core/hotspots/ranking.ts";

const row = (of: Partial<PlaceRow>) => of as PlaceRow;

test("rankings of cover show depth; every other has classes for its colours, 0 apart", () => {
  expect(RANKINGS.filter((by) => !metricOf(by))).toEqual(["cover", "all"]);
  for (const by of RANKINGS) {
    const metric = metricOf(by);
    if (metric) expect(metric.bounds).toEqual([...metric.bounds].sort((a, b) => a - b));
    if (metric) expect(metric.bounds.length).toBe(6);
  }
});

test("a figure falls in the class that holds it; nothing to say has its own", () => {
  const churn = metricOf("churn")!;
  const at = (value: number | undefined) => metricClass(churn, row({ churn: value }));
  expect([0, 0.1, 0.25, 0.99, 1, 3.9, 4, 40].map(at)).toEqual([0, 1, 2, 3, 4, 5, 6, 6]);
  expect(at(undefined)).toBe(UNKNOWN_CLASS);
  expect(placesByClass(churn, [row({ churn: 0 }), row({ churn: 1 }), row({})])).toEqual([
    1, 0, 0, 0, 1, 0, 0, 1,
  ]);
});

test("classes are told in words, the top one open", () => {
  const words = (by: "ending" | "churn") => {
    const { bounds, word } = metricOf(by)!;
    return bounds.map((bound, i) => word(bound, bounds[i + 1]));
  };
  expect(words("ending")).toEqual(["1", "2", "3", "4", "5", "6+"]);
  expect(words("churn")).toEqual(["0–0.25", "0.25–0.5", "0.5–1", "1–2", "2–4", "4+"]);
});

test("nought, a trace, a floor and the unknown are written apart", () => {
  const figure = (value: number | undefined, atLeast = false) => ({ value, atLeast, note: "" });
  expect(figureWord("need", figure(0))).toBe("0%");
  expect(figureWord("need", figure(0.004))).toBe("<1%");
  expect(figureWord("need", figure(0.999))).toBe(">99%");
  expect(figureWord("need", figure(undefined))).toBe("no figure");
  expect(figureWord("need", undefined)).toBe("no figure");
  expect(figureWord("money", figure(0))).toBe("£0");
  expect(figureWord("money", figure(0.004))).toBe("<1p");
  expect(figureWord("money", figure(3.5, true))).toBe("£3.50+");
  expect(figureWord("money", figure(1234))).toBe("£1.23k");
  expect(figureWord("claims", figure(12, true))).toBe("12+");
  expect(figureWord("people", figure(0.001))).toBe("<0.01");
  expect(figureWord("burden", figure(12.34))).toBe("12.3");
});

test("each class of each metric has a word of its own, nought and the unknown too", () => {
  for (const by of RANKINGS) {
    const metric = metricOf(by);
    if (!metric) continue;
    const words = Array.from({ length: UNKNOWN_CLASS + 1 }, (_, at) => classWord(metric, at));
    expect(new Set(words).size, by).toBe(words.length);
    expect(words[0]).toBe("0");
  }
});
