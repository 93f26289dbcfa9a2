import { expect, test } from "vitest";
import { financialYear } from "../../../server/core/funding/financial-year.ts";
import { ledgerOf } from "../../../server/core/funding/ledger.ts";
import type { Stream } from "../../../server/core/funding/model.ts";
import { withoutFigure } from "../../../server/core/funding/unknown-money.ts";
import { day, gbp, stream, yearOf } from "../../support/streams.ts";

const nowhere = () => ({ districts: [], regions: [] });
const year = (amount: number, more = {}) => yearOf("1999-04-01", "2000-04-01", amount, more);
const own = (id: string, more: Partial<Stream>) =>
  stream(id, { initiative: "I", programme: "P", ...more });

test("of one money and year the allocation is counted, and the others are told", () => {
  const { entries } = ledgerOf(
    [own("a", { years: [year(5, { kind: "spend" }), year(7), year(6, { kind: "award" })] })],
    nowhere,
  );
  expect(entries).toMatchObject([{ amount: gbp(7), kind: "allocation", others: 2, year: 1999 }]);
});

test("parts of another figure and worked cases are not counted", () => {
  const { entries } = ledgerOf(
    [
      own("a", { part: "administration", years: [year(5)] }),
      own("b", { case: "a-case", years: [year(5)] }),
    ],
    nowhere,
  );
  expect(entries).toEqual([]);
});

test("one department under two names paid one money; two departments paid two", () => {
  const dept = (id: string, department: string, kind: "award" | "allocation") =>
    own(id, { department, years: [year(5, { kind })] });
  const count = (...streams: Stream[]) =>
    ledgerOf(streams, nowhere).entries.map(({ stream: one }) => one.id);
  expect(count(dept("a", "Health", "award"), dept("b", "Health", "allocation"))).toEqual(["b"]);
  expect(count(dept("a", "Health", "award"), dept("b", "Education", "allocation"))).toEqual([
    "a",
    "b",
  ]);
});

test("a line counts with what it holds beyond what lies below it, and never with less than nothing", () => {
  const line = (amount: number) =>
    stream("line", { programme: "P", scope: "national", line: "England", years: [year(amount)] });
  const below = own("a", { years: [year(30)] });
  const counted = (amount: number) => ledgerOf([line(amount), below], nowhere);
  expect(counted(100).entries.map(({ amount, basis }) => [amount, basis])).toEqual([
    [gbp(30), "printed"],
    [gbp(70), "rest of a line"],
  ]);
  expect(counted(30)).toMatchObject({ entries: [{ amount: gbp(30) }], short: [] });
  expect(counted(20)).toMatchObject({
    entries: [{ amount: gbp(30) }],
    short: [{ line: gbp(20), below: gbp(30), year: 1999 }],
  });
});

test("a district's line holds the initiatives of that district alone", () => {
  const line = stream("line", {
    programme: "P",
    scope: "district",
    line: "Luton",
    years: [year(100)],
  });
  const inLuton = own("a", { years: [year(30)] });
  const inTwo = own("b", { initiative: "J", years: [year(10)] });
  const { entries } = ledgerOf([line, inLuton, inTwo], ({ id }) => ({
    districts: id === "b" ? ["Luton", "Bedford"] : ["Luton"],
    regions: [],
  }));
  expect(entries.map(({ stream: one, amount }) => [one.id, amount])).toEqual([
    ["a", gbp(30)],
    ["b", gbp(10)],
    ["line", gbp(70)],
  ]);
});

test("a year belongs to the financial year that holds its middle", () => {
  expect(financialYear(day("2000-01-01"), day("2001-01-01"))).toBe(2000);
  expect(financialYear(day("1999-09-01"), day("2000-09-01"))).toBe(1999);
  expect(financialYear(day("2000-03-31"), day("2000-04-01"))).toBe(1999);
  expect(financialYear(day("2000-02-29"), day("2000-03-01"))).toBe(1999);
});

test("alive without a figure is unknown; undated is in no year", () => {
  const streams = [
    own("a", { start: day("1999-04-01"), end: day("2001-04-01"), years: [year(5)] }),
    own("b", { initiative: "J", start: day("2000-03-31"), end: day("2001-04-01") }),
    own("c", { initiative: "K" }),
    own("d", { initiative: "L", start: day("1998-04-01"), end: day("1999-04-01") }),
  ];
  const { entries } = ledgerOf(streams, nowhere);
  const unknown = (from: number) => withoutFigure(streams, entries, from).map(({ id }) => id);
  expect(unknown(1999)).toEqual(["b"]);
  expect(unknown(2000)).toEqual(["a", "b"]);
});
