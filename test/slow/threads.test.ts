/** Real boundaries, read, projected and cut on one thread and on several: the same bytes. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { partition } from "../../server/core/overlay/partition.ts";
import { readPolygons } from "../../server/ingest/read-polygons.ts";
import { startThreads, type Threads } from "../../server/threads/pool.ts";
import { searchOn } from "../../server/threads/search-threads.ts";
import { SHARED } from "../support/workloads-boundaries.ts";

/** Four layers that do not fit each other, so that noding takes several passes. */
const FILES = [
  "lad_england_wales.geojson.gz",
  "wards_england.geojson.gz",
  "region.geojson",
  "police_force_area_2020.geojson",
].map((name) => join(SHARED, "data/boundaries", name));

/** A hash of every number and text in a value, whatever its shape. */
function fingerprint(value: unknown): string {
  const hash = createHash("sha256");
  const visit = (part: unknown): void => {
    if (ArrayBuffer.isView(part)) {
      hash.update(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    } else if (typeof part === "object" && part !== null) {
      for (const [name, inner] of Object.entries(part)) {
        hash.update(name);
        visit(inner);
      }
    } else hash.update(String(part));
  };
  visit(value);
  return hash.digest("hex");
}

async function overlay(threads: Threads | undefined) {
  const { seconds: _, toLonLat: __, ...sources } = await readPolygons(FILES, { threads });
  const shapes = { ...sources.shapes, ringArea: sources.ringAreas };
  const search = threads && searchOn(threads, () => {});
  const result = partition(shapes, sources.grid, search ? { search } : {});
  expect(result.certificate.passed).toBe(true);
  return [fingerprint(sources), fingerprint(result), result.cells.count];
}

describe.skipIf(!FILES.every(existsSync))("real boundaries (needs ../shared/data)", () => {
  test("give the same bytes on one thread and on several", async () => {
    const one = await overlay(undefined);
    expect(one[2]).toBeGreaterThan(1000);
    for (const count of [2, 3, 5]) {
      const threads = startThreads(count);
      expect(await overlay(threads)).toEqual(one);
      await threads.close();
    }
  });
});
