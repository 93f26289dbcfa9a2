import { expect, test } from "vitest";
import { contrasts } from "../../../server/core/contrast/contrast.ts";
import { indexStudy } from "../../../server/core/hotspots/study-index.ts";
import type { PeopledPiece } from "../../../server/core/need/peopled-ground.ts";
import { type IsoDate, pounds, squareMetres } from "../../../server/core/units.ts";
import { cell, initiative, outline, place, programme, study } from "../../support/study.ts";

const at = "2002-06-01" as IsoDate;
const alive = { start: "2000-01-01" };

/** A row of four cells in one place, 100 people each: A | B | nothing | the sea. */
const toy = study({
  programmes: [programme("P")],
  places: [place("a")],
  initiatives: [initiative("A", alive), initiative("B", alive)],
  outlines: [outline(0), outline(1)],
  cells: [cell(0, [0], 10), cell(0, [1], 10), cell(0, [], 10), cell(-1, [], 10)],
});
const index = indexStudy(toy);
const edges = [
  { a: 0, b: 1, length: 5 },
  { a: 1, b: 2, length: 7 },
  { a: 0, b: 3, length: 100 },
];
const people = (...counts: (number | undefined)[]): PeopledPiece[] =>
  toy.cells.slice(0, 3).map(({ place: home, coveredBy }, i) => ({
    place: home,
    coveredBy,
    area: squareMetres(10),
    people: counts[i],
  }));
const hundred = people(100, 100, 100);

test("R11: adjacent zones with 500 and 50 a head: ten times", () => {
  const money = [pounds(50_000), pounds(5_000)];
  const [first, second] = contrasts(index, { at }, { edges, people: hundred, money });
  expect(first).toMatchObject({
    initiative: 0,
    length: 5,
    inside: { people: 100, perHead: 500, unknown: [] },
    outside: { people: 100, perHead: 50, unknown: [] },
    ratio: 10,
  });
  // B borders on A (500) and on bare ground (0), 100 people each: 50 against 250.
  expect(second).toMatchObject({ initiative: 1, length: 12, ratio: 50 / 250 });
});

test("money that is not known makes no ratio and no 0", () => {
  const money = [pounds(50_000), undefined];
  const [first, second] = contrasts(index, { at }, { edges, people: hundred, money });
  expect(first).toMatchObject({ ratio: undefined, outside: { perHead: undefined, unknown: [1] } });
  expect(second).toMatchObject({ ratio: undefined, inside: { perHead: undefined, unknown: [1] } });
});

test("people who are not known make no money per head", () => {
  const money = [pounds(50_000), pounds(5_000)];
  const [first] = contrasts(index, { at }, { edges, people: people(undefined, 100, 100), money });
  expect(first).toMatchObject({
    ratio: undefined,
    inside: { people: undefined, perHead: undefined, unknown: [0] },
  });
});

test("against ground where nothing is recorded there is no ratio to name", () => {
  const alone = study({ ...toy, cells: [cell(0, [0], 10), cell(0, [], 10)] });
  const [only] = contrasts(
    indexStudy(alone),
    { at },
    {
      edges: [{ a: 0, b: 1, length: 3 }],
      people: [
        { place: 0, coveredBy: [0], area: squareMetres(10), people: 100 },
        { place: 0, coveredBy: [], area: squareMetres(10), people: 100 },
      ],
      money: [pounds(1000), undefined],
    },
  );
  expect(only).toMatchObject({
    inside: { perHead: 10 },
    outside: { perHead: 0 },
    ratio: undefined,
  });
});

test("only what the question leaves in is a neighbour", () => {
  const money = [pounds(50_000), pounds(5_000)];
  const before = "1999-01-01" as IsoDate;
  expect(contrasts(index, { at: before }, { edges, people: hundred, money })).toEqual([]);
});
