import { expect, test } from "vitest";
import { caseDate, pictureOf } from "../../../server/core/funding/picture.ts";
import { MOSS_SIDE, MOSS_SIDE_BUDGETS } from "../../support/moss-side.ts";
import { day, gbp, stream, yearOf } from "../../support/streams.ts";

const picture = pictureOf(MOSS_SIDE, MOSS_SIDE_BUDGETS, day("1999-06-01"));

test("W1: at least 8 claims a year for one project, and an unknown number for the other", () => {
  expect(picture.projects).toMatchObject([
    { project: "Seedcorn", claimsAYear: { value: 8, complete: false } },
    { project: "Joblink", claimsAYear: undefined },
  ]);
  expect(picture.claimsAYear).toEqual({ value: 8, complete: false });
});

test("W1: 2 claims on each of 4 dates, in the financial year of the date", () => {
  expect(picture.year).toEqual({ start: "1999-04-01", end: "2000-04-01" });
  expect(picture.load).toMatchObject({ claims: 8, dates: 4, complete: false });
  expect(picture.load.shared.map(({ due, streams }) => [due, streams.length])).toEqual([
    ["1999-06-30", 2],
    ["1999-09-30", 2],
    ["1999-12-31", 2],
    ["2000-03-31", 2],
  ]);
});

test("W1: at least 3 cycles, one of them unspecified, and others of which nothing is said", () => {
  expect(picture.cycles.least).toBe(3);
  expect(picture.cycles.stated.map(({ start, streams }) => [start.month, streams])).toEqual([
    [1, ["w1-erdf", "w1-esf"]],
    [4, ["w1-srb"]],
  ]);
  expect(picture.cycles.unspecified).toEqual([
    { note: "a slightly different TEC funding cycle", streams: ["w1-tec"] },
  ]);
  expect(picture.cycles.notStated).toHaveLength(6);
});

test("W1: years 3 months apart share 9 months, and quarter ends coincide though year ends do not", () => {
  expect(picture.outOfStep[0]).toMatchObject({ a: "w1-srb", b: "w1-erdf", months: 3, share: 0.5 });
  expect(picture.window).toMatchObject({ months: 9 });
  expect(picture.coinciding).toMatchObject({ quartersCoincide: true, yearsCoincide: false });
});

test("W1: concentration in [0.25, 1) for Seedcorn's four sources; ERDF may match £150,000 at most", () => {
  expect(picture.budgets[0]).toMatchObject({
    budget: { amount: gbp(150_000) },
    concentration: { funders: 4, hhi: { low: 0.25, high: 1, open: "high" } },
  });
  expect(picture.matches.filter(({ may }) => !may)).toEqual([
    { stream: "w1-erdf", other: "w1-grants", may: false },
  ]);
});

test("W1: two units of output that cannot be added", () => {
  expect(picture.clashes).toMatchObject([
    {
      topic: "training",
      a: { output: { unit: "training weeks" } },
      b: { output: { unit: "beneficiary hours" } },
      differs: "unit",
    },
  ]);
});

test("funders are measured by what is paid in the year, and what is not recorded leaves a range", () => {
  const paid = (id: string, department: string, amount: number) =>
    stream(id, { department, years: [yearOf("2001-04-01", "2002-04-01", amount)] });
  const known = [
    paid("A", "Health", 60_000),
    paid("B", "Education", 120_000),
    paid("C", "Health", 60_000),
  ];
  const of = (streams: typeof known) => pictureOf(streams, [], day("2001-06-01"));
  expect(of(known).funders?.hhi).toMatchObject({ low: 0.5, high: 0.5 });
  expect(of(known).smallGrants).toMatchObject({ small: 2, known: 3, smallMoney: gbp(120_000) });
  const open = of([...known, stream("D", { department: "Health" })]);
  expect(open.funders?.hhi).toMatchObject({ low: 0.5, high: 1, open: "high" });
  expect(open.smallGrants.unknown).toBe(1);
});

test("a stream's cliffs take the first of two figures for a year, and end only where it ends", () => {
  const years = [
    yearOf("2001-04-01", "2002-04-01", 400),
    yearOf("2001-04-01", "2002-04-01", 390, { kind: "spend" }),
    yearOf("2002-04-01", "2003-04-01", 100, { basis: "spread evenly, assumed" }),
  ];
  const cliffsOf = (end: string | undefined) =>
    pictureOf([stream("A", { years, end: end ? day(end) : undefined })], [], day("2002-01-01"))
      .cliffs[0]?.cliffs;
  expect(cliffsOf(undefined)).toMatchObject([{ raw: 0.75, assumed: true }]);
  expect(cliffsOf("2003-04-01")).toMatchObject([{ raw: 0.75 }, { raw: 1, on: "2003-04-01" }]);
});

test("of nothing nothing is measured, and nothing is unknown", () => {
  expect(pictureOf([], [], day("2002-01-01"))).toMatchObject({
    claimsAYear: { value: 0, complete: true },
    cycles: { least: 0 },
    window: undefined,
  });
});

test("a case is looked at in its own time where it does not run on the date", () => {
  const one = stream("A", { start: day("2000-04-01"), end: day("2001-04-01") });
  expect(caseDate([one], day("2000-06-01"))).toBe("2000-06-01");
  expect(caseDate([one, stream("B")], day("2002-06-01"))).toBe("2000-04-01");
  const printed = stream("C", { years: [yearOf("1999-04-01", "2000-04-01", 1)] });
  expect(caseDate([printed], day("2002-06-01"))).toBe("1999-04-01");
  expect(caseDate([stream("B")], day("2002-06-01"))).toBe("2002-06-01");
});

test("only a stream whose recipient is recorded is tested", () => {
  expect(picture.tests).toEqual([]);
});
