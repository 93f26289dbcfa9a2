import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AppError } from "../../server/core/errors.ts";
import { readInputEdges } from "../../server/core/overlay/input-edges.ts";
import type { MakeList } from "../../server/core/overlay/int-list.ts";
import type { Shapes } from "../../server/core/overlay/model.ts";
import { nodeEdges, type SearchAll, searchHere } from "../../server/core/overlay/noding.ts";
import { partition } from "../../server/core/overlay/partition.ts";
import { startThreads, type Threads } from "../../server/threads/pool.ts";
import { searchOn } from "../../server/threads/search-threads.ts";
import { sharedList } from "../../server/threads/shared-list.ts";
import { METRE, shapesOf } from "../core/overlay/support.ts";
import { chance } from "../support/workloads-random.ts";

const still = () => {};
const COUNTS = [1, 2, 3, 5];

let pools: Threads[] = [];
beforeAll(() => {
  pools = COUNTS.map((count) => startThreads(count));
});
afterAll(() => Promise.all(pools.map((threads) => threads.close())));

/** Rings of random vertices, each within a box of its own, which others overlap. */
function scribbles(seed: number, rings: number, vertices: number, box: number, spread: number) {
  const random = chance(seed);
  return shapesOf(
    Array.from({ length: rings }, () => {
      const [x, y] = [random.below(spread), random.below(spread)];
      return [
        [Array.from({ length: vertices * 2 }, (_, i) => (i % 2 ? y : x) + random.below(box))],
      ];
    }),
  );
}

/** Everything that noding gives, as bytes. */
function bytesOf(shapes: Shapes, search: SearchAll, makeList?: MakeList) {
  const { vertices, edges, isFinal, pieceStart, pieces, passes } = nodeEdges(
    readInputEdges(shapes, makeList),
    still,
    search,
  );
  const flat = [vertices.x, vertices.y, edges.low, edges.high, isFinal, pieceStart, pieces];
  return {
    passes,
    bytes: flat.map(({ buffer, byteOffset, byteLength }) =>
      Buffer.from(buffer.slice(byteOffset, byteOffset + byteLength)),
    ),
  };
}

const CASES = {
  "80,000 edges that cross here and there": scribbles(1, 4000, 20, 3000, 400_000),
  "crowded edges on a coarse grid, which take several passes": scribbles(2, 20, 30, 60, 60),
  "a few edges from one end of the grid to the other": scribbles(3, 4, 20, 2 ** 31 - 9, 1),
  "a square and its neighbour": shapesOf([
    [[[0, 0, 10, 0, 10, 10, 0, 10]]],
    [[[5, 5, 15, 5, 15, 15, 5, 15]]],
  ]),
  nothing: shapesOf([]),
};

describe("noding on threads", () => {
  test.each(Object.entries(CASES))("gives the bytes of one thread: %s", (_, shapes) => {
    const here = bytesOf(shapes, searchHere(still));
    for (const [i, threads] of pools.entries()) {
      // Lists that threads see already, and lists that are copied for them.
      const there = bytesOf(shapes, searchOn(threads, still), i % 2 ? sharedList : undefined);
      expect(there.passes).toBe(here.passes);
      for (const [i, bytes] of there.bytes.entries())
        expect(bytes.equals(here.bytes[i]!)).toBe(true);
    }
  });

  test("has cases of several passes and of several pieces", () => {
    expect(
      bytesOf(CASES["crowded edges on a coarse grid, which take several passes"], searchHere(still))
        .passes,
    ).toBeGreaterThan(2);
    const pieces: number[] = [];
    const [threads] = pools;
    const counting: Threads = {
      ...threads!,
      share: (task, input, count, poll) => {
        pieces.push(count);
        return threads!.share(task, input, count, poll);
      },
    };
    bytesOf(CASES["80,000 edges that cross here and there"], searchOn(counting, still));
    expect(Math.max(...pieces)).toBeGreaterThan(2);
  });

  test("makes a partition like that of one thread", () => {
    const shapes = scribbles(4, 300, 8, 3000, 20_000);
    const one = partition(shapes, METRE);
    expect(one.certificate.passed).toBe(true);
    for (const threads of pools) {
      expect(partition(shapes, METRE, { search: searchOn(threads, still) })).toEqual(one);
    }
  });

  test("stops when the watch throws, and can be used again", () => {
    const threads = pools[1]!;
    const watch = () => {
      throw new AppError("work/cancelled", "Enough.");
    };
    const shapes = CASES["80,000 edges that cross here and there"];
    expect(() => bytesOf(shapes, searchOn(threads, watch))).toThrow("Enough.");
    expect(bytesOf(shapes, searchOn(threads, still)).passes).toBeGreaterThan(1);
  });
});
