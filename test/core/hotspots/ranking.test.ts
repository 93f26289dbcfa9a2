import { describe, expect, test } from "vitest";
import { cellDepths } from "../../../server/core/hotspots/depth.ts";
import { isRanked, rankPlaces } from "../../../server/core/hotspots/ranking.ts";
import { indexStudy } from "../../../server/core/hotspots/study-index.ts";
import { countByCategory, summarise } from "../../../server/core/hotspots/summary.ts";
import { timeline } from "../../../server/core/hotspots/timeline.ts";
import type { IsoDate } from "../../../server/core/units.ts";
import { cell, initiative, outline, place, programme, study } from "../../support/study.ts";

/**
 * Ayton has one cover and two within, Beeton one cover and two within, Ceeton two covers,
 * Deeton nothing; Eeton is in Wales and not ranked.
 */
const toy = study({
  programmes: [
    programme("HAZ", "partnership", "DH"),
    { ...programme("SRB", "holistic", "DETR"), held: 75, existed: 1000 },
  ],
  places: ["Ayton", "Beeton", "Ceeton", "Deeton"]
    .map((name) => place(name))
    .concat(place("Eeton", "Wales")),
  initiatives: [
    initiative("HAZ-1", { start: "1998-04-01", end: "2003-04-01", budget: 5_000_000 }),
    initiative("HAZ-2", { start: "1999-04-01", end: "2003-04-01" }),
    initiative("SRB-1", { programme: 1, start: "2001-09-01", end: "2004-04-01", within: [0, 1] }),
    initiative("SRB-2", { programme: 1, start: "1996-04-01", end: "2008-04-01", within: [0, 1] }),
    initiative("SRB-3", { programme: 1, start: "1995-04-01", end: "2002-04-01", within: [0] }),
  ],
  outlines: [outline(0), outline(1)],
  cells: [
    cell(0, [0], 100),
    cell(1, [0], 100),
    cell(2, [0, 1], 100),
    cell(3, [], 100),
    cell(4, [0, 1], 100),
  ],
  ruleChanges: [
    {
      date: "2002-04-01" as IsoDate,
      programme: 1,
      what: "Moved to the single programme",
      confidence: "sourced",
    },
  ],
});
const index = indexStudy(toy);
const question = { at: "2002-06-01" as IsoDate };
const ranked = (by?: Parameters<typeof rankPlaces>[2]) =>
  rankPlaces(index, question, by).map(
    ({ place: p, rank, tied }) => `${rank}${tied ? "=" : ""} ${toy.places[p]!.name}`,
  );

describe("ranking", () => {
  test("is by covers, then somewhere within; ties share the better rank", () => {
    expect(ranked()).toEqual(["1 Ceeton", "2= Ayton", "2= Beeton", "4 Deeton"]);
  });

  test("by all counts what lies within too", () => {
    expect(ranked("all")).toEqual(["1= Ayton", "1= Beeton", "3 Ceeton", "4 Deeton"]);
  });

  test("by funders counts distinct lead departments", () => {
    const [first] = rankPlaces(index, question, "funders");
    expect([toy.places[first!.place]!.name, first!.funders]).toEqual(["Ayton", 2]);
  });

  test("money ending within twelve months names how much of it is known", () => {
    const ceeton = rankPlaces(index, question, "ending")[0]!;
    expect(toy.places[ceeton.place]!.name).toBe("Ceeton");
    expect([ceeton.ending, ceeton.endingMoney, ceeton.endingMoneyKnown]).toEqual([2, 5_000_000, 1]);
  });

  test("churn is starts, ends and rule changes over the mean alive (M-T3)", () => {
    const ayton = rankPlaces(index, question, "churn").find(({ place: p }) => p === 0)!;
    expect([ayton.started, ayton.ended, ayton.ruleChanges]).toEqual([1, 1, 1]);
    // Alive in the year to 1 June 2002: HAZ-1 and SRB-2 all 365 days, SRB-3 304 of them, SRB-1 273.
    expect(ayton.churn).toBeCloseTo(3 / ((365 + 365 + 304 + 273) / 365), 12);
  });
});

test("a place has a rank to tell where anything is that the ranking goes by", () => {
  const ranked = (by: Parameters<typeof rankPlaces>[2] & string, date = "2002-06-01") =>
    rankPlaces(index, { at: date as IsoDate }, by)
      .filter((row) => isRanked(row, by))
      .map((row) => toy.places[row.place]!.name)
      .sort();
  expect(ranked("cover")).toEqual(["Ayton", "Beeton", "Ceeton"]);
  expect(ranked("funders")).toEqual(["Ayton", "Beeton", "Ceeton"]);
  expect(ranked("cover", "1994-01-01")).toEqual([]);
  // In 2005 SRB-2 lives on and nothing ends within the year; what ended before is churn no more.
  expect(ranked("all", "2005-06-01")).toEqual(["Ayton", "Beeton"]);
  expect(ranked("ending", "2005-06-01")).toEqual([]);
});

test("M-T3: two starts, one end and three rule changes over a mean of four are 1.5 a year", () => {
  const change = { programme: 0, what: "x", confidence: "sourced" as const };
  const steady = ["A", "B", "C"].map((id) =>
    initiative(id, { start: "1990-01-01", end: "2010-01-01", within: [0] }),
  );
  // Two that begin and one that ends together fill one more whole year: 365 + 0 + 0 days.
  const churning = study({
    places: [place("Ayton")],
    initiatives: [
      ...steady,
      initiative("D", { start: "1990-01-01", end: "2001-06-01", within: [0] }),
      initiative("E", { start: "2001-06-01", end: "2010-01-01", within: [0] }),
      initiative("F", { start: "2001-12-31", end: "2010-01-01", within: [0] }),
    ],
    cells: [cell(0, [], 1)],
    ruleChanges: ["2001-02-01", "2001-03-01", "2001-04-01"].map((date) => ({
      ...change,
      date: date as IsoDate,
    })),
  });
  const [row] = rankPlaces(indexStudy(churning), { at: "2001-12-31" as IsoDate });
  expect(row!.churn).toBeCloseTo(1.5, 12);
});

test("churn is not stated where fewer than one was alive on average", () => {
  const lone = (start: string) =>
    study({
      places: [place("Ayton")],
      initiatives: [initiative("A", { start, end: "2010-01-01", within: [0] })],
      cells: [cell(0, [], 1)],
    });
  const churnOf = (start: string) =>
    rankPlaces(indexStudy(lone(start)), { at: "2002-01-01" as IsoDate })[0]!.churn;
  expect(churnOf("2001-01-02")).toBeUndefined();
  expect(churnOf("2001-01-01")).toBe(0);
});

test("depth counts live outlines and filters", () => {
  expect([...cellDepths(index, question)]).toEqual([1, 1, 2, 0, 2]);
  expect([...cellDepths(index, { ...question, programmes: ["SRB"] })]).toEqual([0, 0, 0, 0, 0]);
  expect([...cellDepths(index, { at: "1998-06-01" as IsoDate })]).toEqual([1, 1, 1, 0, 1]);
});

test("the summary says how many places, who has most and what is incomplete", () => {
  const summary = summarise(index, question, rankPlaces(index, question));
  expect(summary).toMatchObject({
    alive: 4,
    places: 4,
    placesWithAny: 3,
    pile: 3,
    placesWithPile: 2,
    most: { count: 3, places: [0, 1] },
    placesByCovers: [1, 2, 1, 0, 0, 0, 0],
    incomplete: [1],
  });
});

test("a filter's counts leave that filter out", () => {
  const counts = countByCategory(index, { ...question, categories: ["holistic"] });
  expect(Object.fromEntries(counts)).toEqual({ partnership: 2, holistic: 2 });
});

test("the timeline counts each quarter's first day, outlines apart from located", () => {
  const quarters = timeline(index, question);
  expect(quarters).toHaveLength(64);
  expect(quarters.find(({ from }) => from === "1998-04-01")).toEqual({
    from: "1998-04-01",
    outlined: 1,
    located: 2,
  });
});
