import fc from "fast-check";
import { expect, test } from "vitest";
import { Edges } from "../../../server/core/overlay/edges.ts";

test("each pair of vertices has one edge, counted up, however many leave one of them", () => {
  // Few vertices with hundreds of edges each, and many with few.
  const most = fc.constantFrom(3, 400);
  const pairs = most.chain((hubs) =>
    fc.array(fc.tuple(fc.nat(hubs), fc.nat(400)), { minLength: 300, maxLength: 3000 }),
  );
  let longest = 0;
  fc.assert(
    fc.property(pairs, fc.constantFrom(0, 5000), (drawn, room) => {
      const edges = new Edges(room);
      const numbers = new Map<string, number>();
      const leaving = new Map<number, number>();
      for (const [a, b] of drawn) {
        if (a === b) continue;
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const known = numbers.get(`${low} ${high}`) ?? numbers.size;
        if (known === numbers.size) leaving.set(low, (leaving.get(low) ?? 0) + 1);
        numbers.set(`${low} ${high}`, known);
        expect(edges.half(a, b)).toBe(2 * known + (a < b ? 0 : 1));
        expect([edges.low[known], edges.high[known]]).toEqual([low, high]);
      }
      longest = Math.max(longest, ...leaving.values());
      expect(edges.count).toBe(numbers.size);
    }),
    { seed: 71, numRuns: 40 },
  );
  expect(longest).toBeGreaterThan(100);
});
