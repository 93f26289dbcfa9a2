import { expect, test } from "vitest";
import { claimsAYear, claimsBetween } from "../../../server/core/funding/claim-dates.ts";
import type { ClaimRules, MonthDay, Stream } from "../../../server/core/funding/model.ts";
import { NO_RULES } from "../../../server/core/funding/no-rules.ts";
import { day, stream } from "../../support/streams.ts";

const claiming = (
  claims: Partial<ClaimRules>,
  yearStart?: MonthDay,
  more: Partial<Stream> = {},
): Stream =>
  stream("s", {
    ...more,
    rules: { ...NO_RULES, yearStart, claims: { ...NO_RULES.claims, ...claims } },
  });
const due = (one: Stream, from: string, to: string) =>
  claimsBetween(one, day(from), day(to))?.map((claim) => claim.due);

test("quarterly claims of a financial and of a calendar year fall on the same four days", () => {
  const srb = claiming({ frequency: "quarterly" }, { month: 4, day: 1 });
  const erdf = claiming({ frequency: "quarterly" }, { month: 1, day: 1 });
  const days = ["2000-03-31", "2000-06-30", "2000-09-30", "2000-12-31"];
  expect(due(srb, "2000-01-01", "2001-01-01")).toEqual(days);
  expect(due(erdf, "2000-01-01", "2001-01-01")).toEqual(days);
  const closing = (one: Stream) =>
    claimsBetween(one, day("2000-01-01"), day("2001-01-01"))
      ?.filter(({ closesYear }) => closesYear)
      .map((claim) => claim.due);
  expect(closing(srb)).toEqual(["2000-03-31"]);
  expect(closing(erdf)).toEqual(["2000-12-31"]);
  expect(claimsAYear(srb)).toBe(4);
});

test("a year that begins on 6 April has claims on the 5th", () => {
  const one = claiming({ frequency: "half_yearly" }, { month: 4, day: 6 });
  expect(due(one, "2000-01-01", "2001-01-01")).toEqual(["2000-04-05", "2000-10-05"]);
});

test("monthly claims come twelve times, also in February of a leap year", () => {
  const one = claiming({ frequency: "monthly" }, { month: 1, day: 1 });
  expect(due(one, "2000-01-01", "2001-01-01")).toHaveLength(12);
  expect(due(one, "2000-02-01", "2000-03-01")).toEqual(["2000-02-29"]);
});

test("stated days are used as stated, within the life of the stream", () => {
  const life = { start: day("2000-07-01"), end: day("2001-07-01") };
  const one = claiming(
    {
      frequency: "quarterly",
      due: [
        { month: 4, day: 30 },
        { month: 10, day: 31 },
      ],
    },
    undefined,
    life,
  );
  expect(claimsAYear(one)).toBe(2);
  expect(claimsBetween(one, day("2000-01-01"), day("2003-01-01"))).toEqual([
    { stream: "s", due: "2000-10-31", basis: "stated", closesYear: false },
    { stream: "s", due: "2001-04-30", basis: "stated", closesYear: false },
  ]);
});

test("unknown is unknown: no frequency, no year, milestones without dates", () => {
  expect(due(claiming({}), "2000-01-01", "2001-01-01")).toBeUndefined();
  expect(claimsAYear(claiming({}))).toBeUndefined();
  expect(due(claiming({ frequency: "quarterly" }), "2000-01-01", "2001-01-01")).toBeUndefined();
  expect(claimsAYear(claiming({ frequency: "quarterly" }))).toBe(4);
  expect(due(claiming({ frequency: "milestone" }), "2000-01-01", "2001-01-01")).toBeUndefined();
  expect(due(claiming({ frequency: "none" }), "2000-01-01", "2001-01-01")).toEqual([]);
});

test("milestones are the days that are given", () => {
  const one = claiming({
    frequency: "milestone",
    milestones: [day("2000-05-01"), day("2002-01-01")],
  });
  expect(due(one, "2000-01-01", "2001-01-01")).toEqual(["2000-05-01"]);
});
