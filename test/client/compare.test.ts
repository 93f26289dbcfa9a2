import { expect, test } from "vitest";
import { createAnswerer } from "../../client/answer.ts";
import { compare } from "../../client/compare.ts";
import { heldOf, readHeld, viewHeld, writeHeld } from "../../client/held.ts";
import { DEFAULT_VIEW, type View } from "../../client/view.ts";
import { indexStudy } from "../../server/core/hotspots/study-index.ts";
import { isoDate } from "../../server/core/units.ts";
import { cell, initiative, outline, place, programme, study } from "../support/study.ts";

const toy = study({
  programmes: [programme("P"), programme("Q", "theme")],
  places: [place("Ash"), place("Elm"), place("Oak")],
  initiatives: [
    initiative("a", { start: "1997-01-01", end: "2001-01-01" }),
    initiative("b", { start: "2000-01-01", programme: 1 }),
  ],
  outlines: [outline(0), outline(1)],
  cells: [cell(0, [0], 100), cell(1, [1], 100), cell(2, [0, 1], 100)],
});
const answer = createAnswerer(indexStudy(toy));

test("two dates: how many places have more, fewer and as many initiatives, and what was there", () => {
  const held = answer({ ...DEFAULT_VIEW, at: isoDate("1998-06-01")! });
  const now = createAnswerer(indexStudy(toy))(DEFAULT_VIEW);
  const { before, ...counts } = compare(held, now);
  expect([...before].map(([place, { all }]) => [place, all]).sort()).toEqual([
    [0, 1],
    [1, 0],
    [2, 1],
  ]);
  expect(counts).toEqual({ more: 1, fewer: 1, same: 1, untold: 0 });
});

test("under a figure it is the figure that is compared, and what cannot be told is counted apart", () => {
  const figure = (value: number | undefined) => ({ value, atLeast: false, note: "" });
  const found = (...values: (number | undefined)[]) => ({
    id: "money" as const,
    title: "",
    unit: "",
    rule: "",
    source: "",
    grade: "",
    missing: undefined,
    places: new Map(values.map((value, place) => [place, figure(value)])),
  });
  const view: View = { ...DEFAULT_VIEW, by: "money" };
  const held = createAnswerer(indexStudy(toy))(view, found(1, 0, undefined));
  const now = createAnswerer(indexStudy(toy))(view, found(2, 0, 5));
  expect(now.rows.map(({ place }) => place)).toEqual([2, 0, 1]);
  expect(compare(held, now)).toMatchObject({ more: 1, fewer: 0, same: 1, untold: 1 });
});

test("what is held is the date and the filters, and looks at the same places in the same order", () => {
  const view: View = { ...DEFAULT_VIEW, categories: ["theme"], by: "churn", region: "London" };
  const held = { ...heldOf(view), at: isoDate("1998-06-01")! };
  expect(viewHeld({ ...view, held })).toEqual({ ...view, at: "1998-06-01", held: undefined });
  expect(viewHeld(view)).toBeUndefined();
});

test("it is short in an address, and a name with commas comes back whole", () => {
  const held = { ...heldOf(DEFAULT_VIEW), departments: ["DoE, then DETR"], aims: ["jobs"] };
  expect(writeHeld(held)).toBe("2002-06-01;dep=DoE%2C%20then%20DETR;aim=jobs");
  expect(readHeld(writeHeld(held))).toEqual(held);
  expect(readHeld("2002-06-01;cat=magic;prog=%E0%A4%A,NDC")).toEqual({
    ...heldOf(DEFAULT_VIEW),
    programmes: ["NDC"],
  });
  expect(readHeld("1980-01-01")).toBeUndefined();
});
