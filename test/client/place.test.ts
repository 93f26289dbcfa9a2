import { expect, test } from "vitest";
import { sharedAims } from "../../client/screens/place/aims-section.tsx";
import { cliffsOf } from "../../client/screens/place/cliffs.ts";
import { overlapsOf } from "../../client/screens/place/ground-section.tsx";
import { livesAt } from "../../client/screens/place/place-facts.ts";
import { timeScale } from "../../client/screens/place/time-scale.ts";
import { stackAt } from "../../server/core/hotspots/stack.ts";
import { indexStudy } from "../../server/core/hotspots/study-index.ts";
import { isoDate } from "../../server/core/units.ts";
import { cell, initiative, outline, place, programme, study } from "../support/study.ts";

const day = (text: string) => isoDate(text)!;
const index = indexStudy(
  study({
    programmes: [
      { ...programme("P"), aims: ["jobs", "housing"] },
      { ...programme("Q"), aims: ["jobs"] },
    ],
    places: [place("Ash"), place("Elm")],
    initiatives: [
      initiative("a", { start: "2000-04-01", end: "2006-04-01" }),
      initiative("b", { start: "1998-04-01", end: "2006-04-01", programme: 1 }),
      initiative("c", { start: "2001-01-01", programme: 1, within: [0] }),
      initiative("d", { within: [0], programme: 1 }),
    ],
    outlines: [outline(0), outline(1)],
    cells: [cell(0, [0, 1], 30), cell(0, [0], 50), cell(0, [], 20), cell(1, [1], 10)],
  }),
);
const question = { at: day("2002-06-01") };

test("everything ever recorded at a place stands by its start, undated last, at its fullest", () => {
  const lives = livesAt(index, question, 0);
  expect(lives.map(({ initiative: i, presence, share }) => [i, presence, share])).toEqual([
    [1, "touches", 0.3],
    [0, "touches", 0.8],
    [2, "within", undefined],
    [3, "within", undefined],
  ]);
  expect(lives.map(({ assumed }) => assumed)).toEqual([false, false, true, true]);
  expect(livesAt(index, { ...question, programmes: ["P"] }, 0).map((l) => l.initiative)).toEqual([
    0,
  ]);
});

test("a cliff is a month in which two or more end, by the last day alive", () => {
  expect(cliffsOf(livesAt(index, question, 0))).toEqual([
    { on: "2006-03-31", ending: 2, assumed: 0 },
  ]);
  expect(cliffsOf(livesAt(index, question, 1))).toEqual([]);
});

test("the ground of a place adds up, and ground under nothing is in it", () => {
  const overlaps = overlapsOf({ index, question, at: 0 });
  expect(overlaps).toEqual([
    { initiatives: [0], area: 50 },
    { initiatives: [0, 1], area: 30 },
    { initiatives: [], area: 20 },
  ]);
  const later = overlapsOf({ index, question: { at: day("2007-01-01") }, at: 0 });
  expect(later).toEqual([{ initiatives: [], area: 100 }]);
});

test("an aim says how many initiatives share it and by which programmes", () => {
  const live = stackAt(index, question, 0).filter(({ presence }) => presence !== "undated");
  expect(sharedAims({ index, live })).toEqual([
    { aim: "jobs", initiatives: 3, programmes: ["P programme", "Q programme"] },
    { aim: "housing", initiatives: 1, programmes: ["P programme"] },
  ]);
});

test("a scale of time runs from a January to a December and holds every date", () => {
  const { from, to, years, share } = timeScale([day("1998-04-01"), day("2001-12-31")]);
  expect([from, to, years.length]).toEqual([1998, 2001, 4]);
  expect(share(day("1998-01-01"))).toBe(0);
  expect(share(day("2000-01-01"))).toBe(0.5);
  expect(share(day("2010-01-01"))).toBe(1);
});
