import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Shapes } from "../server/core/overlay/model.ts";
import { systemGeos, type Way } from "./bench/system-geos.ts";
import { drawn, type Points, square } from "./support/squares.ts";
import { writeShapes } from "./support/workloads-files.ts";
import { chance } from "./support/workloads-random.ts";

const folder = mkdtempSync(join(tmpdir(), "patchwork-system-geos-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PATIENCE_SECONDS = 60;
let files = 0;

function run(shapes: Shapes, way: Way) {
  const file = join(folder, `${files++}.shapes`);
  writeShapes(file, shapes);
  return systemGeos(file, way, PATIENCE_SECONDS);
}

/** Each polygon a source of its own. */
function apart(...polygons: readonly Points[][]): Shapes {
  const shapes = drawn(...polygons);
  return { ...shapes, count: polygons.length, polygonShape: Int32Array.from(polygons.keys()) };
}

const twoSquares = apart([square(0, 0, 100)], [square(50, 50, 100)]);
const isThere = (await run(twoSquares, "at-once")) !== undefined;

describe.skipIf(!isThere)("the system's GEOS (needs python3 and libgeos-c1v5)", () => {
  test("finds what lies in one, in the other and in both of two squares, either way", async () => {
    for (const way of ["at-once", "in-parts"] as const) {
      expect(await run(twoSquares, way)).toMatchObject({ faces: 3, memberships: 4 });
    }
  });

  test("finds the same in many parts as at once", async () => {
    const random = chance(11);
    // Three parts of 10,000 vertices, on a ground of five strips, with sides that lie on each other.
    const squares = Array.from({ length: 5500 }, () => {
      const [x, y] = [random.below(1000) * 100_000, random.below(1000) * 100_000];
      return [square(x, y, (1 + random.below(20)) * 100_000)];
    });
    const shapes = apart(...squares);
    const [atOnce, inParts] = [await run(shapes, "at-once"), await run(shapes, "in-parts")];
    if (!atOnce || !inParts || "error" in atOnce || "error" in inParts)
      throw new Error("no result");
    expect(inParts.faces).toBe(atOnce.faces);
    expect(inParts.memberships).toBe(atOnce.memberships);
    expect(atOnce.faces).toBeGreaterThan(5500);
  });

  test("says what went wrong, and after how long", async () => {
    const missing = await systemGeos(join(folder, "none.shapes"), "at-once", PATIENCE_SECONDS);
    expect(missing).toMatchObject({ error: expect.stringContaining("FileNotFoundError") });
  });
});
