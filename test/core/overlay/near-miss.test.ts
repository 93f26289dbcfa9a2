import fc from "fast-check";
import { expect, test } from "vitest";
import { inBox, isNear } from "../../../server/core/overlay/near-miss.ts";
import { NEAR } from "../../../server/core/overlay/segment-grid.ts";

test("what is within two steps of a line is near it, and nothing a fiftieth of a step beyond", () => {
  const size = fc.constantFrom(6, 1000, 2 ** 25, 2 ** 32);
  const near = { yes: 0, no: 0 };
  fc.assert(
    fc.property(
      size.chain((most) =>
        fc.tuple(fc.integer({ min: -most, max: most }), fc.integer({ min: -most, max: most })),
      ),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 })),
      ([dx, dy], share, [byX, byY]) => {
        // A point by the line, for the others are far from it.
        const [ex, ey] = [Math.round(share * dx) + byX, Math.round(share * dy) + byY];
        const offset = BigInt(dx) * BigInt(ey) - BigInt(dy) * BigInt(ex);
        const distance = offset < 0n ? -offset : offset;
        const reach = BigInt(Math.abs(dx) + Math.abs(dy));
        const got = isNear(dx, dy, ex, ey);
        near[got ? "yes" : "no"]++;
        if (distance <= BigInt(NEAR) * reach) expect(got).toBe(true);
        if (50n * distance > BigInt(50 * NEAR + 1) * reach) expect(got).toBe(false);
      },
    ),
    { seed: 4, numRuns: 2000 },
  );
  expect(Math.min(near.yes, near.no)).toBeGreaterThan(300);
});

test("the box of a segment has its sides and corners, whichever way it runs", () => {
  const small = fc.integer({ min: -4, max: 4 });
  fc.assert(
    fc.property(small, small, small, small, (dx, dy, ex, ey) => {
      const lies = (at: number, end: number) => Math.min(0, end) <= at && at <= Math.max(0, end);
      expect(inBox(dx, dy, ex, ey)).toBe(lies(ex, dx) && lies(ey, dy));
    }),
    { seed: 4, numRuns: 2000 },
  );
});
