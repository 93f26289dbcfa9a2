import { expect, test } from "vitest";
import { readDay, readMonthDay, readYear } from "../../../server/core/funding/read-cells.ts";

test("days as people write them; a leap day only where there is one", () => {
  expect(readDay("2000-02-29")).toBe("2000-02-29");
  expect(readDay("29/02/2000")).toBe("2000-02-29");
  expect(readDay("29 February 2000")).toBe("2000-02-29");
  expect(readDay("2001-02-29")).toBeUndefined();
  expect(readDay("29/2/2001")).toBeUndefined();
  expect(readDay("1/13/2001")).toBeUndefined();
  expect(readDay("April 2001")).toBeUndefined();
});

test("days of the year, the leap day too", () => {
  expect(readMonthDay("1 April")).toEqual({ month: 4, day: 1 });
  expect(readMonthDay("6 Apr")).toEqual({ month: 4, day: 6 });
  expect(readMonthDay("02-29")).toEqual({ month: 2, day: 29 });
  expect(readMonthDay("31 June")).toBeUndefined();
  expect(readMonthDay("April")).toBeUndefined();
});

test("a year begins on the stream's own first day", () => {
  const span = (start: string, end: string) => ({ start, end });
  expect(readYear("2003-04", undefined)).toEqual(span("2003-04-01", "2004-04-01"));
  expect(readYear("1999/2000", { month: 9, day: 1 })).toEqual(span("1999-09-01", "2000-09-01"));
  expect(readYear("2003-04", { month: 4, day: 6 })).toEqual(span("2003-04-06", "2004-04-06"));
  expect(readYear("2003", undefined)).toEqual(span("2003-01-01", "2004-01-01"));
  expect(readYear("2003", { month: 1, day: 1 })).toEqual(span("2003-01-01", "2004-01-01"));
  expect(readYear("2003-05", undefined)).toBeUndefined();
  expect(readYear("the third", undefined)).toBeUndefined();
});
