import { expect, test } from "vitest";
import { claimsCalendar } from "../../../server/core/funding/calendar.ts";
import type { Stream } from "../../../server/core/funding/model.ts";
import { claimsByPlace } from "../../../server/core/funding/place-claims.ts";
import type { IsoDate } from "../../../server/core/units.ts";

const day = (text: string) => text as IsoDate;
const stream = (id: string, frequency: "quarterly" | undefined): Stream =>
  ({
    id,
    part: "whole",
    start: day("2000-04-01"),
    end: undefined,
    rules: {
      yearStart: { month: 4, day: 1 },
      claims: { frequency, due: undefined, milestones: [], route: [], words: "" },
    },
  }) as unknown as Stream;

test("a stream's claims count whole in each of its places, days once, and silence is counted apart", () => {
  const [both, one, silent] = [
    stream("a", "quarterly"),
    stream("b", "quarterly"),
    stream("c", undefined),
  ];
  const streams = [both, one, silent];
  const calendar = claimsCalendar(streams, day("2001-04-01"), day("2002-04-01"));
  const places = new Map([
    [both, [0, 1]],
    [one, [1]],
    [silent, [1, 2]],
  ]);
  const found = claimsByPlace(calendar, streams, (of) => places.get(of)!);
  expect([...found]).toEqual([
    [0, { claims: 4, days: 4, notStated: 0 }],
    [1, { claims: 8, days: 4, notStated: 1 }],
    [2, { claims: 0, days: 0, notStated: 1 }],
  ]);
});
