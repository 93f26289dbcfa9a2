import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { spreadFor } from "../../server/cli/threads-for.ts";
import { processWorld } from "../../server/cli/world.ts";
import { searchHere } from "../../server/core/overlay/noding.ts";
import { frameOver, type Segments } from "../../server/core/overlay/segment-grid.ts";
import type { Splits } from "../../server/core/overlay/split-list.ts";
import { threadCount } from "../../server/threads/thread-count.ts";

const still = () => {};
const total = (lists: readonly Splits[]) => lists.reduce((sum, { count }) => sum + count, 0);

/** How many threads each pool was started with. */
const started: number[] = [];
vi.mock(import("../../server/threads/pool.ts"), async (original) => {
  const { startThreads } = await original();
  return {
    startThreads: (count) => {
      started.push(count);
      return startThreads(count);
    },
  };
});
const PAYS = { reading: 9000, noding: 80_000, atAll: 5000 };
const world = { ...processWorld(), env: {} };

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-spread-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file that takes no room, of so many bytes. */
function fileOf(bytes: number): string {
  const path = join(folder, `${bytes}.geojson`);
  const file = openSync(path, "w");
  ftruncateSync(file, bytes);
  closeSync(file);
  return path;
}

/** Pairs of segments that cross, each pair far from all others. */
function crosses(pairs: number): Segments {
  const at = (vertex: number, long: readonly number[], far: number) =>
    long[vertex % 4]! + 200 * (far % 1000);
  const vertices = { length: 4 * pairs };
  return {
    x: Int32Array.from(vertices, (_, v) => at(v, [0, 100, 0, 100], v >> 2)),
    y: Int32Array.from(vertices, (_, v) => at(v, [0, 90, 90, 0], Math.floor((v >> 2) / 1000))),
    low: Int32Array.from({ length: 2 * pairs }, (_, edge) => 2 * edge),
    high: Int32Array.from({ length: 2 * pairs }, (_, edge) => 2 * edge + 1),
    ids: Int32Array.from({ length: 2 * pairs }, (_, edge) => edge),
  };
}

test("small input, or a single thread that was asked for, has no other thread", async () => {
  const small = await spreadFor(world, undefined, [fileOf(4999), join(folder, "none")], PAYS);
  const single = await spreadFor(world, "1", [fileOf(9000)], PAYS);
  for (const { reading, noding, close } of [small, single]) {
    expect([reading, noding(still)]).toEqual([undefined, {}]);
    await close();
  }
});

test("threads that were asked for are there from the start", async () => {
  const byFlag = await spreadFor(world, "3", []);
  const byName = await spreadFor({ ...world, env: { PATCHWORK_THREADS: "2" } }, undefined, []);
  expect([byFlag.reading?.count, byName.reading?.count]).toEqual([3, 2]);
  await Promise.all([byFlag.close(), byName.close()]);
});

test.skipIf(threadCount(undefined) === 1)("large input is read on all cores", async () => {
  const { reading, close } = await spreadFor(world, undefined, [fileOf(9000)], PAYS);
  expect(reading?.count).toBe(threadCount(undefined));
  await close();
});

test.skipIf(threadCount(undefined) === 1)(
  "many segments are searched on all cores, with what one finds; few are not",
  async () => {
    const { reading, noding, close } = await spreadFor(world, undefined, [fileOf(8999)], PAYS);
    expect(reading).toBeUndefined();
    started.length = 0;
    for (const pairs of [1000, 40_000]) {
      const segments = crosses(pairs);
      const frame = frameOver(segments.x, segments.y, segments.x.length, segments.ids.length);
      const found = noding(still).search!(segments, frame);
      expect(started).toHaveLength(pairs > 1000 ? 1 : 0);
      expect(total(found)).toBe(total(searchHere(still)(segments, frame)));
      expect(total(found)).toBe(2 * pairs);
    }
    await close();
  },
);
