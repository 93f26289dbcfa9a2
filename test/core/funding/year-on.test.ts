import { expect, test } from "vitest";
import { yearOn } from "../../../server/core/funding/year-on.ts";
import { gbp, yearOf } from "../../support/streams.ts";

const years = [
  yearOf("1999-04-01", "2000-04-01", 10),
  yearOf("1999-04-01", "2000-04-01", 12, { kind: "spend" }),
  yearOf("2001-04-01", "2002-04-01", 20),
];

test.each([
  ["1999-03-31", undefined],
  ["1999-04-01", gbp(10)],
  ["2000-03-31", gbp(10)],
  ["2000-04-01", undefined],
  ["2001-06-01", gbp(20)],
  ["2002-04-01", undefined],
])("on %s the figure is %s: the year's own, never a neighbour's", (at, amount) => {
  expect(yearOn(years, at)?.amount).toBe(amount);
});
