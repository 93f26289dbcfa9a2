import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellDepths, liveIndications, liveOutlines } from "../../../server/core/hotspots/depth.ts";
import { measurePlace } from "../../../server/core/hotspots/place-measures.ts";
import { approximatePoints } from "../../../server/core/hotspots/points.ts";
import {
  holdsOn,
  outlineValidOn,
  passesFilters,
  type Question,
  selectsInitiative,
} from "../../../server/core/hotspots/question.ts";
import { rankedPlaces, rankPlaces } from "../../../server/core/hotspots/ranking.ts";
import { leftIn, selectedList } from "../../../server/core/hotspots/selection.ts";
import { indexStudy, type StudyIndex } from "../../../server/core/hotspots/study-index.ts";
import {
  countByAim,
  countByCategory,
  countByDepartment,
  countByFunder,
  countByProgramme,
} from "../../../server/core/hotspots/summary.ts";
import { peak, timeline } from "../../../server/core/hotspots/timeline.ts";
import type { IsoDate } from "../../../server/core/units.ts";
import { anyQuestion, anyStudy } from "../../support/any-study.ts";
import { measuresByDefinition } from "../../support/measures-by-definition.ts";

const run = (hold: (index: StudyIndex, question: Question) => void) =>
  fc.assert(
    fc.property(anyStudy, anyQuestion, (study, question) => hold(indexStudy(study), question)),
    { seed: 50, numRuns: 500 },
  );

const where = (length: number, holds: (i: number) => boolean) =>
  Array.from({ length }, (_, i) => i).filter(holds);
const marked = (marks: Uint8Array) => where(marks.length, (i) => marks[i] === 1);

describe("the folds that a step of the date runs are the definitions, one by one", () => {
  test("measures of a place are those of its stack", () => {
    run((index, question) => {
      for (const place of index.study.places.keys())
        expect(measurePlace(index, question, place)).toEqual(
          measuresByDefinition(index, question, place),
        );
    });
  });

  test("a ranking carries the same measures", () => {
    run((index, question) => {
      const rows = rankPlaces(index, question);
      expect(rows.map(({ place }) => place).sort()).toEqual(rankedPlaces(index));
      for (const { place, rank, tied, ...measures } of rows)
        expect(measures).toEqual(measuresByDefinition(index, question, place));
    });
  });

  test("initiatives left in, and left in on the date", () => {
    run((index, question) => {
      const { study } = index;
      const count = study.initiatives.length;
      expect(marked(leftIn(index, question))).toEqual(
        where(count, (i) => passesFilters(study, question, i)),
      );
      expect(selectedList(index, question)).toEqual(
        where(count, (i) => selectsInitiative(study, question, i)),
      );
    });
  });

  test("outlines and indications that hold, the depth they give, and bare points", () => {
    run((index, question) => {
      const { study, outlinesOf, indicationsOf } = index;
      const selects = (initiative: number) => selectsInitiative(study, question, initiative);
      const outline = (i: number) =>
        selects(study.outlines[i]!.initiative) && outlineValidOn(study, i, question.at);
      const indication = (i: number) =>
        selects(study.indications[i]!.initiative) && holdsOn(study.indications[i]!, question.at);
      expect(marked(liveOutlines(index, question))).toEqual(where(study.outlines.length, outline));
      expect([...cellDepths(index, question)]).toEqual(
        study.cells.map(({ coveredBy }) => coveredBy.filter(outline).length),
      );
      expect(liveIndications(index, question)).toEqual(where(study.indications.length, indication));
      expect(approximatePoints(index, question)).toEqual(
        where(
          study.initiatives.length,
          (i) =>
            study.initiatives[i]!.point !== undefined &&
            selects(i) &&
            !outlinesOf[i]!.some(outline) &&
            !indicationsOf[i]!.some(indication),
        ),
      );
    });
  });

  test("the counts on the filters, each with its own filter off", () => {
    run((index, question) => {
      const { initiatives, programmes } = index.study;
      const counted = (off: Partial<Question>, keysOf: (programme: number) => unknown[]) => {
        const asked = { ...question, ...off };
        const counts = new Map<unknown, number>();
        initiatives.forEach(({ programme }, i) => {
          if (!selectsInitiative(index.study, asked, i)) return;
          for (const key of keysOf(programme)) counts.set(key, (counts.get(key) ?? 0) + 1);
        });
        return counts;
      };
      const at = (p: number) => programmes[p]!;
      expect(countByCategory(index, question)).toEqual(
        counted({ categories: [] }, (p) => [at(p).category]),
      );
      expect(countByProgramme(index, question)).toEqual(counted({ programmes: [] }, (p) => [p]));
      expect(countByDepartment(index, question)).toEqual(
        counted({ departments: [] }, (p) => [at(p).department]),
      );
      expect(countByAim(index, question)).toEqual(counted({ aims: [] }, (p) => [...at(p).aims]));
      const { study } = index;
      for (const [at, name] of study.funders.entries()) {
        const paid = where(study.initiatives.length, (i) => {
          const { funders } = study.initiatives[i]!;
          return selectsInitiative(study, { ...question, funders: [] }, i) && funders.includes(at);
        });
        expect(countByFunder(index, question).get(name) ?? 0).toBe(paid.length);
      }
    });
  });

  test("what was alive in a quarter, and the first day of the most", () => {
    run((index, question) => {
      const { study, outlinesOf } = index;
      const aliveAt = (at: IsoDate) =>
        where(study.initiatives.length, (i) => selectsInitiative(study, { ...question, at }, i));
      const springs = timeline(index, question).filter(({ from }) => from.endsWith("-04-01"));
      for (const { from, outlined, located } of springs) {
        const alive = aliveAt(from);
        const drawn = alive.filter((i) =>
          outlinesOf[i]!.some((o) => outlineValidOn(study, o, from)),
        );
        expect([outlined, located]).toEqual([drawn.length, alive.length - drawn.length]);
      }
      const days = study.initiatives.flatMap(({ start }) => start ?? []).sort();
      const counts = days.map((on) => ({ on, alive: aliveAt(on).length }));
      const most = Math.max(0, ...counts.map(({ alive }) => alive));
      expect(peak(index, question)).toEqual(
        most > 0 ? counts.find(({ alive }) => alive === most) : undefined,
      );
    });
  });
});
