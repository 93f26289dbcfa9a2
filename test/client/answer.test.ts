import { describe, expect, test } from "vitest";
import { settleView } from "../../client/actions.ts";
import { createAnswerer, depthShown, questionOf } from "../../client/answer.ts";
import { exportCommand, exportPath } from "../../client/api.ts";
import { find, findable } from "../../client/shell/find.ts";
import { DEFAULT_VIEW } from "../../client/view.ts";
import { rankPlaces } from "../../server/core/hotspots/ranking.ts";
import { indexStudy } from "../../server/core/hotspots/study-index.ts";
import { countByDepartment } from "../../server/core/hotspots/summary.ts";
import { addMonths, isoDate, squareMetres } from "../../server/core/units.ts";
import { cell, initiative, outline, place, programme, study } from "../support/study.ts";

const toy = study({
  programmes: [programme("P"), programme("Q", "theme", "DoE, then DETR")],
  places: [place("Ash"), place("Ashford"), place("Long Ash"), place("Cardiff", "Wales")],
  initiatives: [
    initiative("a", { start: "2000-01-01" }),
    initiative("b", { start: "2000-01-01", programme: 1 }),
    initiative("c", { start: "2005-01-01", programme: 1, within: [1] }),
  ],
  outlines: [outline(0), outline(1)],
  cells: [cell(0, [0, 1], 100), cell(1, [0], 100), cell(2, [], 100), cell(3, [1], 100)],
});
const index = indexStudy(toy);
const answer = createAnswerer(index);

describe("an answer", () => {
  test("is the folds' own", () => {
    const { rows, question } = answer(DEFAULT_VIEW);
    expect(rows).toEqual(rankPlaces(index, question, "cover"));
  });

  test("is the same object while nothing that it rests on changes", () => {
    const before = answer(DEFAULT_VIEW);
    expect(answer({ ...DEFAULT_VIEW, place: "ASH" })).toBe(before);
    const later = answer({ ...DEFAULT_VIEW, at: addMonths(DEFAULT_VIEW.at, 1) });
    expect(later).not.toBe(before);
    expect(later.quarters).toBe(before.quarters);
  });

  test("shows the depths that the legend leaves in, and counts all", () => {
    const { shown, rows, summary } = answer({ ...DEFAULT_VIEW, depths: [2] });
    expect(shown.map(({ covers }) => covers)).toEqual([2]);
    expect(rows).toHaveLength(3);
    expect(summary.placesByCovers.slice(0, 3)).toEqual([1, 1, 1]);
  });

  test("the top class of depth is open", () => {
    expect(depthShown([6], 9)).toBe(true);
    expect(depthShown([5], 9)).toBe(false);
    expect(depthShown([], 9)).toBe(true);
  });
});

test("departments are counted as if their own filter were off", () => {
  const question = questionOf({ ...DEFAULT_VIEW, departments: ["DETR"] });
  expect([...countByDepartment(index, question)]).toEqual([
    ["DETR", 1],
    ["DoE, then DETR", 1],
  ]);
});

test("what a study does not hold leaves the view and is named", () => {
  const { view, doubts } = settleView(
    { ...DEFAULT_VIEW, programmes: ["P", "X"], departments: ["Treasury"], place: "00ZZ", cell: 2 },
    toy,
  );
  expect(view).toEqual({ ...DEFAULT_VIEW, programmes: ["P"] });
  expect(doubts).toEqual([
    { part: "prog", value: "X" },
    { part: "dep", value: "Treasury" },
    { part: "place", value: "00ZZ" },
    { part: "cell", value: "2" },
  ]);
});

describe("an export", () => {
  const question = {
    at: isoDate("2002-06-01")!,
    programmes: ["NDC", "HAZ"],
    categories: ["holistic" as const],
    departments: ["DoE, then DETR"],
  };
  test("has an address on this host", () => {
    expect(exportPath("cells", "geojson", { at: question.at })).toBe(
      "/export/cells.geojson?at=2002-06-01",
    );
    expect(exportPath("places", "csv", question)).toBe(
      "/export/places.csv?at=2002-06-01&programme=HAZ,NDC&category=holistic&department=DoE,+then+DETR",
    );
  });
  test("has a command that a shell takes as it stands", () => {
    expect(exportCommand("cells", "geojson", question)).toBe(
      "npm run -s patchwork -- export cells --format geojson --at 2002-06-01 --programme HAZ,NDC --category holistic --department 'DoE, then DETR'",
    );
  });
});

test("an initiative opens the place of most of its ground, a body or a partner lists its initiatives", () => {
  const index = indexStudy(
    study({
      programmes: [programme("P")],
      places: [
        { ...place("Ash"), area: squareMetres(100) },
        { ...place("Elm"), area: squareMetres(900) },
      ],
      initiatives: [
        { ...initiative("Wide Project"), accountableBody: "Oak Trust" },
        { ...initiative("Nearby Project", { within: [0] }), accountableBody: "Oak Trust" },
        { ...initiative("Third Project", { within: [1] }), accountableBody: "Oak Trust" },
        { ...initiative("Lost Project"), accountableBody: "Gone Ltd" },
      ],
      outlines: [outline(0)],
      cells: [cell(0, [0], 90), cell(1, [0], 300), cell(1, [], 600), cell(0, [], 10)],
    }),
  );
  const all = findable(index);
  const of = (text: string) =>
    find(all, index, text).map(({ kind, name, place }) => [kind, name, place]);
  expect(of("project")).toEqual([
    ["initiative", "Nearby Project", 0],
    ["initiative", "Third Project", 1],
    ["initiative", "Wide Project", 1],
  ]);
  const [oak, ...others] = find(all, index, "oak");
  expect(others).toEqual([]);
  expect(oak).toMatchObject({ kind: "body", name: "Oak Trust", place: 1 });
  expect(oak!.members!.map(({ name }) => name)).toEqual([
    "Wide Project",
    "Nearby Project",
    "Third Project",
  ]);
  expect(of("gone")).toEqual([]);
  const partners = [
    { name: "Elm College", initiatives: ["Third Project", "Lost Project", "of no register"] },
    { name: "Nowhere College", initiatives: ["Lost Project"] },
  ];
  const [college, ...none] = find(findable(index, partners), index, "college");
  expect(none).toEqual([]);
  expect(college).toMatchObject({ kind: "organisation", name: "Elm College", place: 1 });
  expect(college!.members!.map(({ name }) => name)).toEqual(["Third Project"]);
});

test("places are found by the start of their name first, then of a word, then anywhere", () => {
  const all = findable(index);
  const names = (text: string) => find(all, index, text).map(({ name }) => name);
  expect(names("ash")).toEqual(["Ash", "Ashford", "Long Ash"]);
  expect(names("FORD")).toEqual(["Ashford"]);
  expect(names("cardiff")).toEqual(["Cardiff"]);
  expect(names("  ")).toEqual([]);
});

describe("a region", () => {
  const parts = study({
    programmes: [{ ...programme("P"), aims: ["jobs"] }, programme("Q")],
    places: [
      { ...place("Ash"), region: "North East" },
      { ...place("Elm"), region: "London" },
      { ...place("Oak"), region: "London" },
    ],
    initiatives: [
      initiative("a", { start: "2000-01-01" }),
      initiative("b", { start: "2000-01-01", programme: 1 }),
      initiative("c", { start: "2000-01-01", programme: 1, within: [2] }),
    ],
    outlines: [outline(0), outline(1)],
    cells: [cell(0, [0, 1], 100), cell(1, [1], 100), cell(2, [], 100)],
  });
  const ask = createAnswerer(indexStudy(parts));

  test("has its own ranking, counts and years; what reaches over its border is in both", () => {
    const all = ask(DEFAULT_VIEW);
    expect([...all.byRegion]).toEqual([
      ["London", 2],
      ["North East", 2],
    ]);
    const london = ask({ ...DEFAULT_VIEW, region: "London" });
    expect(london.rows.map(({ place: at, rank }) => [at, rank])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(london.summary).toMatchObject({ alive: 2, places: 2, placesWithAny: 2 });
    expect(london.peak?.alive).toBe(2);
    expect([...london.byRegion]).toEqual([...all.byRegion]);
    expect(london.question).toEqual(all.question);
  });

  test("is left out of a view that names one that there is not", () => {
    const { view, doubts } = settleView(
      { ...DEFAULT_VIEW, region: "Mercia", aims: ["fun"] },
      parts,
    );
    expect(view.region).toBeUndefined();
    expect(view.aims).toEqual([]);
    expect(doubts).toEqual([
      { part: "aim", value: "fun" },
      { part: "region", value: "Mercia" },
    ]);
  });

  test("aims narrow what is alive, and their counts do not count themselves out", () => {
    const jobs = ask({ ...DEFAULT_VIEW, aims: ["jobs"] });
    expect(jobs.summary.alive).toBe(1);
    expect(jobs.byAim.get("jobs")).toBe(1);
    expect(jobs.byProgramme.size).toBe(1);
  });
});
