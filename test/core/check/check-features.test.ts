/** What holds of every problem and repair. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { PROBLEMS } from "../../../server/core/check/problems/registry.ts";
import { repaired } from "../../../server/core/check/propose.ts";
import { REPAIRS } from "../../../server/core/check/repairs/registry.ts";
import type { Shapes } from "../../../server/core/overlay/model.ts";
import { check } from "../../support/check-subject.ts";
import { drawn } from "../../support/squares.ts";

test("every problem has a sentence for one and for more, and every repair is some problem's", () => {
  for (const { id, sentence, advice } of PROBLEMS) {
    expect(sentence(1), id).toMatch(/^1 \w+/);
    expect(sentence(2), id).toMatch(/^2 \w+s /);
    expect(advice, id).toMatch(/\.$/);
  }
  const used = new Set(PROBLEMS.map(({ repair }) => repair));
  expect(REPAIRS.filter(({ id }) => !used.has(id))).toEqual([]);
});

// Apart by tens of metres, so that no hole is tiny.
const tens = fc.integer({ min: 0, max: 12 }).map((n) => 100 * n);
const point = fc.tuple(tens, tens);
const ring = fc.array(point, { minLength: 3, maxLength: 9 });
const outline = fc
  .array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
  .map((polygons) => drawn(...polygons));

test("law: an outline with all its repairs made has nothing left to repair", () => {
  fc.assert(
    fc.property(outline, (shapes) => {
      const { proposals } = check(shapes);
      const after = repaired(shapes, new Set(proposals.map(({ repair }) => repair)), 1);
      // Lines that cross may enclose a speck between them, which no one drew as a hole before.
      const left = check(after).proposals.filter(({ repair }) => repair !== "fill-hole");
      expect(left).toEqual([]);
    }),
    { seed: 4, numRuns: 300 },
  );
});

test("law: an outline of which nothing is found is the ground that the engine reads", () => {
  fc.assert(
    fc.property(outline, (shapes) => {
      const { found } = check(shapes);
      if (found.some(({ problem }) => problem.id !== "wrong-winding")) return;
      const area = (drawing: Shapes) =>
        check(drawing).proposals.reduce((sum, { after, before }) => sum + after - before, 0);
      expect(area(shapes)).toBe(0);
    }),
    { seed: 5, numRuns: 300 },
  );
});
