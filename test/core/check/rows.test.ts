/** What is wrong with the rows of a file: alone, and with each other. */
import { describe, expect, test } from "vitest";
import { checkFeatures } from "../../../server/core/check/check-features.ts";
import type { CheckedFeature, CheckSubject } from "../../../server/core/check/model.ts";
import { feature, subject } from "../../support/check-subject.ts";
import { drawn, square } from "../../support/squares.ts";

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
