import { expect, test } from "vitest";
import { metricClass, metricOf, placesByClass } from "../../client/metrics.ts";
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

test("a figure falls in the class that holds it; nothing to say is no class", () => {
  const churn = metricOf("churn")!;
  const at = (value: number | undefined) => metricClass(churn, row({ churn: value }));
  expect([0, 0.1, 0.25, 0.99, 1, 3.9, 4, 40].map(at)).toEqual([0, 1, 2, 3, 4, 5, 6, 6]);
  expect(at(undefined)).toBeUndefined();
  expect(placesByClass(churn, [row({ churn: 0 }), row({ churn: 1 }), row({})])).toEqual([
    1, 0, 0, 0, 1, 0, 0,
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
