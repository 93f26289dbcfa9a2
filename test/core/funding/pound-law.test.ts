/** The £ law: totals by funder, department, place, region and year are equal to the penny. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { ledgerOf } from "../../../server/core/funding/ledger.ts";
import type { Stream } from "../../../server/core/funding/model.ts";
import {
  entriesFor,
  type MoneyQuestion,
  partsIn,
} from "../../../server/core/funding/money-question.ts";
import { placeLedger } from "../../../server/core/funding/placed-money.ts";
import { PLACING_RULES, type PlacingContext } from "../../../server/core/funding/placing.ts";
import { programmesOfStreams } from "../../../server/core/funding/select-streams.ts";
import { type MoneyPart, moneyParts, totalsBy } from "../../../server/core/funding/totals.ts";
import { indexStudy } from "../../../server/core/hotspots/study-index.ts";
import { pence } from "../../../server/core/units.ts";
import { cited, day, stream } from "../../support/streams.ts";
import { cell, initiative, outline, place, programme, study } from "../../support/study.ts";

const PLACES = ["A", "B", "C", "D"];

/** Four places; initiatives 0 and 1 have outlines over some cells, 2 lies within A and B, 3 nowhere. */
const contextOf = (
  areas: readonly number[],
  people: readonly (number | undefined)[],
): PlacingContext => {
  const toy = study({
    programmes: [programme("P"), programme("Q", "theme", "Health")],
    initiatives: [
      initiative("I-0", { start: "1998-04-01" }),
      initiative("I-1", { start: "1998-04-01", programme: 1 }),
      initiative("I-2", { start: "1998-04-01", within: [0, 1] }),
      initiative("I-3", { start: "1998-04-01" }),
    ],
    outlines: [outline(0), outline(1, "1998-04-01", "2001-01-01"), outline(1, "2001-01-01")],
    places: PLACES.map((name) => place(name)),
    cells: [
      cell(0, [0], areas[0]!),
      cell(0, [], areas[1]!),
      cell(1, [0, 1], areas[2]!),
      cell(2, [0, 2], areas[3]!),
      cell(3, [], areas[4]!),
      cell(-1, [0], areas[5]!),
    ],
  });
  const index = indexStudy(toy);
  return {
    index,
    people,
    initiativeAt: new Map(toy.initiatives.map(({ id }, i) => [id, i])),
    placeAt: new Map(PLACES.map((name, i) => [name, i])),
    placeNamed: new Map(PLACES.map((name, i) => [name, i])),
  };
};

const money = fc.integer({ min: -1e9, max: 1e11 });
const positive = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
const years = fc.array(
  fc.record({
    from: fc.integer({ min: 1998, max: 2004 }),
    month: fc.constantFrom("01", "04", "09"),
    amount: money,
    kind: fc.constantFrom("allocation" as const, "award" as const, "spend" as const),
    assumed: fc.boolean(),
  }),
  { maxLength: 6 },
);
const streams: fc.Arbitrary<Stream[]> = fc
  .array(
    fc.record({
      owner: fc.constantFrom("I-0", "I-1", "I-2", "I-3", "A", "region", "national", "list"),
      programme: fc.constantFrom("P", "Q"),
      funder: fc.constantFrom("f", "g", "h"),
      part: fc.constantFrom("whole" as const, "whole" as const, "administration" as const),
      weights: fc.array(positive, { minLength: 1, maxLength: 4 }),
      years,
    }),
    { maxLength: 12 },
  )
  .map((sketches) =>
    sketches.map(({ owner, programme: code, funder, part, weights, years: sums }, i) =>
      stream(`s${i}`, {
        programme: code,
        funder,
        department: funder === "h" ? "" : code,
        part,
        initiative: owner.startsWith("I-") ? owner : undefined,
        scope:
          owner === "A"
            ? "district"
            : owner === "region" || owner === "national"
              ? owner
              : "initiative",
        line: owner === "A" ? "A" : owner === "region" ? "North East" : "",
        project: `project ${i}`,
        places:
          owner === "list" ? weights.map((weight, at) => ({ place: PLACES[at]!, weight })) : [],
        years: sums.map(({ from, month, amount, kind, assumed }) => ({
          start: day(`${from}-${month}-01`),
          end: day(`${from + 1}-${month}-01`),
          amount: pence(amount),
          kind,
          basis: assumed ? "spread evenly, assumed" : "printed",
          evidence: cited,
        })),
      }),
    ),
  );

const KEYS: ((part: MoneyPart) => string)[] = [
  () => "all",
  ({ entry }) => entry.stream.funder,
  ({ entry }) => entry.stream.department,
  ({ entry }) => entry.stream.programme ?? "",
  ({ entry }) => String(entry.year),
  ({ place: at, unplaced }) => (at === undefined ? unplaced! : PLACES[at]!),
];

test("law: under every rule and filter each dimension adds to the same, and to the ledger", () => {
  const filter = fc.record({
    from: fc.option(fc.integer({ min: 1997, max: 2005 }), { nil: undefined }),
    to: fc.option(fc.integer({ min: 1997, max: 2005 }), { nil: undefined }),
    programmes: fc.subarray(["P", "Q"]),
    departments: fc.subarray(["P", "Q"]),
    funders: fc.subarray(["f", "g", "h"]),
    places: fc.option(fc.subarray([0, 1, 2, 3]), { nil: undefined }),
  });
  const people = fc.array(fc.option(fc.integer({ min: 0, max: 1e6 }), { nil: undefined }), {
    minLength: 4,
    maxLength: 4,
  });
  const areas = fc.array(positive, { minLength: 6, maxLength: 6 });
  const rule = fc.constantFrom(...PLACING_RULES);
  fc.assert(
    fc.property(streams, filter, people, areas, rule, (given, asked, heads, ground, by) => {
      const { entries } = ledgerOf(given, ({ line, initiative: id }) => ({
        districts: line === "A" ? ["A"] : id === "I-2" ? ["A", "B"] : [],
        regions: ["North East"],
      }));
      const context = contextOf(ground, heads);
      const programmeOf = programmesOfStreams(context.index.study, context.initiativeAt);
      const question: MoneyQuestion = {
        ...asked,
        rule: by,
        places: asked.places === undefined ? undefined : new Set(asked.places),
      };
      const left = entriesFor(programmeOf, question, entries);
      const placed = placeLedger(context, left, by);
      for (const { entry, parts, unplaced } of placed) {
        const sum = parts.reduce((all, { amount }) => all + amount, 0);
        expect(sum).toBe(unplaced === undefined ? entry.amount : 0);
      }
      const parts = partsIn(question, moneyParts(placed));
      const total = parts.reduce((sum, { amount }) => sum + amount, 0);
      for (const key of KEYS) {
        const rows = totalsBy(parts, key);
        expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
      }
      if (asked.places === undefined)
        expect(total).toBe(left.reduce((sum, { amount }) => sum + amount, 0));
    }),
    { seed: 6, numRuns: 400 },
  );
});

test("an entry goes where its rule says: ground, people, the keeper's list, or equally", () => {
  const context = contextOf([30, 70, 50, 20, 100, 10], [700, 100, undefined, 5]);
  const paid = (initiativeId: string, more: Partial<Stream> = {}) =>
    stream(`paid ${initiativeId}`, {
      initiative: initiativeId,
      years: [
        {
          start: day("1999-04-01"),
          end: day("2000-04-01"),
          amount: pence(1000),
          kind: "award",
          basis: "printed",
          evidence: cited,
        },
      ],
      ...more,
    });
  const parts = (one: Stream, rule: (typeof PLACING_RULES)[number]) => {
    const { entries } = ledgerOf([one], () => ({ districts: [], regions: [] }));
    const [placed] = placeLedger(context, entries, rule);
    return (
      placed!.unplaced ??
      moneyParts([placed!]).map(({ place: at, amount }) => [PLACES[at!], amount])
    );
  };
  expect(parts(paid("I-0"), "area")).toEqual([
    ["A", 300],
    ["B", 500],
    ["C", 200],
  ]);
  expect(parts(paid("I-0"), "equal")).toEqual([
    ["A", 334],
    ["B", 333],
    ["C", 333],
  ]);
  expect(parts(paid("I-0"), "population")).toBe("no people recorded");
  // 30 % of A's 700 people live under the outline and all of B's 100: here it has only those two.
  expect(parts(paid("I-1"), "population")).toEqual([["B", 1000]]);
  expect(parts(paid("I-2"), "population")).toEqual([
    ["A", 875],
    ["B", 125],
  ]);
  expect(parts(paid("I-2"), "area")).toEqual([
    ["A", 500],
    ["B", 500],
  ]);
  expect(parts(paid("I-2"), "list")).toBe("no list given");
  expect(parts(paid("I-2", { places: [{ place: "D", weight: 1 }] }), "list")).toEqual([
    ["D", 1000],
  ]);
  expect(parts(paid("I-3"), "area")).toBe("no place recorded");
});
