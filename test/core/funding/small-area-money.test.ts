import { expect, test } from "vitest";
import { ledgerOf } from "../../../server/core/funding/ledger.ts";
import { SMALL_AREA_RULES, smallAreaMoney } from "../../../server/core/funding/small-area-money.ts";
import { indexStudy } from "../../../server/core/hotspots/study-index.ts";
import type { SmallAreas } from "../../../server/core/need/model.ts";
import { squareMetres } from "../../../server/core/units.ts";
import { gbp, stream, yearOf } from "../../support/streams.ts";
import { cell, initiative, outline, place, study } from "../../support/study.ts";

const source = { id: "s", title: "S", vintage: "", attribution: "", licence: "" };
const piece = (unit: number, at: number, coveredBy: number[], area: number) => ({
  unit,
  place: at,
  coveredBy,
  area: squareMetres(area),
  point: "inside" as const,
});
const area = (code: string, at: number, people: number | undefined) => ({
  code,
  name: code,
  place: at,
  people,
  score: 1,
  change: "unchanged" as const,
});
/** Place 0 holds small areas a (half under the outline) and b; place 1 holds c, of unknown people. */
const AREAS: SmallAreas = {
  layer: { id: "lsoa", title: "", vintage: "" },
  people: source,
  need: source,
  areas: [area("a", 0, 300), area("b", 0, 150), area("c", 1, undefined)],
  pieces: [piece(0, 0, [0], 10), piece(0, 0, [], 10), piece(1, 0, [], 60), piece(2, 1, [0], 30)],
};
const toy = study({
  initiatives: [
    initiative("I-0", { start: "1998-04-01" }),
    initiative("I-1", { start: "1998-04-01", within: [0] }),
    initiative("I-2", { start: "1998-04-01" }),
  ],
  outlines: [outline(0)],
  places: [place("A"), place("B")],
  cells: [cell(0, [0], 10), cell(0, [], 70), cell(1, [0], 30)],
});
const context = {
  index: indexStudy(toy),
  initiativeAt: new Map(toy.initiatives.map(({ id }, i) => [id, i])),
  placeAt: new Map<string, number>(),
  placeNamed: new Map<string, number>(),
};
const entriesOf = (id: string) =>
  ledgerOf(
    [stream(`of ${id}`, { initiative: id, years: [yearOf("1999-04-01", "2000-04-01", 40)] })],
    () => ({ districts: [], regions: [] }),
  ).entries;
const divided = (id: string, rule: (typeof SMALL_AREA_RULES)[number]) =>
  [...smallAreaMoney(context, AREAS, entriesOf(id), rule).sums].map(([unit, { amount }]) => [
    AREAS.areas[unit]!.code,
    amount / 100,
  ]);

test("an outline pays the ground under it: by ground, by people, or by the share that is covered", () => {
  expect(divided("I-0", "area")).toEqual([
    ["a", 10],
    ["c", 30],
  ]);
  // Half of a's people are under it; nobody knows how many live in c.
  expect(divided("I-0", "population")).toEqual([
    ["a", 40],
    ["c", 0],
  ]);
  expect(divided("I-0", "equal")).toEqual([
    ["a", 13.33],
    ["c", 26.67],
  ]);
});

test("what lies somewhere within a place is spread over all of it, and kept apart", () => {
  const { sums } = smallAreaMoney(context, AREAS, entriesOf("I-1"), "population");
  expect([...sums.values()]).toEqual([
    { amount: 2667, somewhere: 2667 },
    { amount: 1333, somewhere: 1333 },
  ]);
});

test("law: sums and what is unplaced add to the entries", () => {
  const entries = ["I-0", "I-1", "I-2"].flatMap(entriesOf);
  for (const rule of SMALL_AREA_RULES) {
    const { sums, unplaced } = smallAreaMoney(context, AREAS, entries, rule);
    const total = [...sums.values(), ...unplaced].reduce((sum, { amount }) => sum + amount, 0);
    expect(total).toBe(gbp(120));
    expect(unplaced).toEqual([{ reason: "no place recorded", amount: gbp(40) }]);
  }
});
