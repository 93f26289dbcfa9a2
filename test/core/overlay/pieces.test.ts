import fc from "fast-check";
import { expect, test } from "vitest";
import { Edges } from "../../../server/core/overlay/edges.ts";
import { makePieces } from "../../../server/core/overlay/pieces.ts";
import { SplitList } from "../../../server/core/overlay/split-list.ts";
import { Suspects } from "../../../server/core/overlay/suspects.ts";
import { Vertices } from "../../../server/core/overlay/vertices.ts";

/** One edge from (0, 0) to (100, 100), the second vertex and the first. */
function diagonal() {
  const vertices = new Vertices(0);
  const [end, start] = [vertices.id(100, 100), vertices.id(0, 0)];
  const edges = new Edges(0);
  edges.half(start, end);
  return { vertices, edges };
}

test("pieces run along the edge, whatever was found when, and how often, in which list", () => {
  const found = fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 60 });
  fc.assert(
    fc.property(fc.array(found, { minLength: 1, maxLength: 5 }), (lists) => {
      const { vertices, edges } = diagonal();
      const splits = lists.map((places) => {
        const list = new SplitList();
        for (const place of places) list.add(0, vertices.id(place, place));
        return list;
      });
      const pieces = makePieces(vertices, edges, splits, new Suspects(0));
      const expected = [...new Set(lists.flat())].sort((p, q) => q - p);
      if (pieces === undefined) {
        expect(expected).toEqual([]);
        return;
      }
      const halves = pieces.halves.subarray(0, pieces.used);
      const startOf = (half: number) => (half & 1 ? edges.high : edges.low)[half >> 1]!;
      expect(Array.from(halves, (half) => vertices.x[startOf(half)])).toEqual([100, ...expected]);
      expect([pieces.start[0], pieces.count[0]]).toEqual([0, pieces.used]);
      expect(vertices.x[startOf(halves.at(-1)! ^ 1)]).toBe(0);
    }),
    { seed: 61, numRuns: 100 },
  );
});

test("crossings are numbered in the order of the lists, of which some are empty", () => {
  const { vertices, edges } = diagonal();
  const [one, other] = [new SplitList(), new SplitList()];
  one.add(0, one.addPoint(30, 30));
  one.add(0, one.addPoint(10, 10));
  other.add(0, other.addPoint(20, 20));
  const lists = [new SplitList(), one, new SplitList(), other, new SplitList()];
  expect(makePieces(vertices, edges, lists, new Suspects(0))?.used).toBe(4);
  expect([...vertices.x.subarray(2, vertices.count)]).toEqual([30, 10, 20]);
});

test("near misses alone split nothing, and are noted by the number their crossing gets", () => {
  const { vertices, edges } = diagonal();
  const list = new SplitList();
  list.add(-1, list.addPoint(50, 51));
  const none = new Suspects(0);
  expect(makePieces(vertices, edges, [list], none)).toBeUndefined();
  list.add(0, list.addPoint(60, 60));
  const suspects = new Suspects(0);
  makePieces(vertices, edges, [list], suspects);
  expect([suspects.count, vertices.count]).toEqual([1, 4]);
});
