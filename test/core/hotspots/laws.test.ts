import fc from "fast-check";
import { describe, test } from "vitest";
import { cellDepths } from "../../../server/core/hotspots/depth.ts";
import { rankPlaces } from "../../../server/core/hotspots/ranking.ts";
import { stackAt } from "../../../server/core/hotspots/stack.ts";
import { indexStudy } from "../../../server/core/hotspots/study-index.ts";
import { CATEGORIES, type Study } from "../../../server/core/model.ts";
import { addDays, type IsoDate, isoDate } from "../../../server/core/units.ts";
import { cell, initiative, outline, place, programme, study } from "../../support/study.ts";

const START = isoDate("1994-01-01")!;
const date = fc.integer({ min: 0, max: 5800 }).map((days) => addDays(START, days));
const optionalDate = fc.option(date, { nil: undefined });

/** Any study: places cut into a few cells each, outlines anywhere, initiatives with any dates. */
const anyStudy: fc.Arbitrary<Study> = fc
  .record({
    places: fc.integer({ min: 1, max: 5 }),
    dates: fc.array(fc.tuple(optionalDate, optionalDate, fc.nat(3)), {
      minLength: 1,
      maxLength: 12,
    }),
  })
  .chain(({ places, dates }) => {
    const someOf = (count: number) => fc.subarray(Array.from({ length: count }, (_, i) => i));
    const outlined = dates.flatMap((_, i) => (i % 3 === 0 ? [] : [i]));
    return fc
      .tuple(
        fc.array(fc.tuple(fc.nat(places - 1), someOf(outlined.length), fc.integer({ min: 1 })), {
          minLength: places,
          maxLength: places * 4,
        }),
        fc.tuple(...dates.map((_, i) => (i % 3 === 0 ? someOf(places) : fc.constant([])))),
      )
      .map(([cells, within]) =>
        study({
          programmes: CATEGORIES.map((category) => programme(category, category, category)),
          places: Array.from({ length: places }, (_, i) => place(`P${i}`)),
          initiatives: dates.map(([start, end, p], i) =>
            initiative(`I${i}`, {
              programme: p,
              within: [...within[i]!],
              ...(start === undefined ? {} : { start }),
              ...(end === undefined ? {} : { end }),
            }),
          ),
          outlines: outlined.map((of) => outline(of)),
          cells: [
            ...Array.from({ length: places }, (_, p) => cell(p, [], 1)),
            ...cells.map(([p, coveredBy, area]) => cell(p, coveredBy, area)),
          ],
        }),
      );
  });

const run = (predicate: (study: Study, at: IsoDate) => boolean) =>
  fc.assert(fc.property(anyStudy, date, predicate), { seed: 1999, numRuns: 300 });

describe("laws of the folds", () => {
  test("the four categories add up to the whole", () => {
    run((toy, at) => {
      const index = indexStudy(toy);
      return toy.places.every((_, p) => {
        const parts = CATEGORIES.map((c) => stackAt(index, { at, categories: [c] }, p).length);
        return parts.reduce((a, b) => a + b, 0) === stackAt(index, { at }, p).length;
      });
    });
  });

  test("no initiative stands twice in a stack, and the counts are the stack's", () => {
    run((toy, at) => {
      const index = indexStudy(toy);
      return rankPlaces(index, { at }).every((row) => {
        const stack = stackAt(index, { at }, row.place);
        const distinct = new Set(stack.map((entry) => entry.initiative));
        return distinct.size === stack.length && stack.length === row.all + row.undated;
      });
    });
  });

  test("a filter never adds depth, and a cell is never deeper than its outlines", () => {
    run((toy, at) => {
      const index = indexStudy(toy);
      const all = cellDepths(index, { at });
      const some = cellDepths(index, { at, categories: ["theme"] });
      return toy.cells.every((c, i) => some[i]! <= all[i]! && all[i]! <= new Set(c.coveredBy).size);
    });
  });

  test("rank orders the rows, and equal rank means equal counts", () => {
    run((toy, at) => {
      const rows = rankPlaces(indexStudy(toy), { at });
      return rows.every((row, i) => {
        const before = rows[i - 1];
        if (!before) return row.rank === 1;
        const same =
          before.covers === row.covers &&
          before.within === row.within &&
          before.touches === row.touches;
        return before.covers >= row.covers && same === (before.rank === row.rank);
      });
    });
  });

  test("a place that every cell of it covers is covered, whatever the order of cells", () => {
    run((toy, at) => {
      const turned = { ...toy, cells: [...toy.cells].reverse() };
      const counts = (of: Study) =>
        rankPlaces(indexStudy(of), { at }).map(({ place: p, covers, touches, within }) => [
          p,
          covers,
          touches,
          within,
        ]);
      return JSON.stringify(counts(toy)) === JSON.stringify(counts(turned));
    });
  });
});
