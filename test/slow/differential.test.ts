import { describe, expect, test } from "vitest";
import { roundedShapes } from "../support/corpora-engine.ts";
import { compareWithGeos } from "../support/geos-compare.ts";
import { createMap, moved } from "../support/workloads.ts";
import { hasBoundaries } from "../support/workloads-boundaries.ts";
import { growCluster, neighbours } from "../support/workloads-clusters.ts";
import { dissolve } from "../support/workloads-dissolve.ts";
import { type Feature, type Ground, toShapes } from "../support/workloads-ground.ts";
import { type Chance, chance } from "../support/workloads-random.ts";

const MILLIMETRES = { step: 0.001, originX: 0, originY: 0 };
const AGREED = { differences: [], certified: true };

/** A ring of points at random: it crosses itself as it likes. */
function scribble(random: Chance, extent: number): Float64Array {
  const corners = 3 + random.below(7);
  return Float64Array.from({ length: 2 * corners }, () => random.between(0, extent));
}

describe("random scribbles against GEOS", () => {
  for (const extent of [10, 1000, 100_000]) {
    for (const seed of [1, 2, 3, 4]) {
      test(`nine sources within ${extent} m, seed ${seed}`, async () => {
        const random = chance(seed * 7919 + extent);
        const sources = Array.from({ length: 9 }, () =>
          Array.from({ length: 1 + random.below(3) }, () => [scribble(random, extent)]),
        );
        const shapes = roundedShapes(sources, MILLIMETRES);
        const found = await compareWithGeos(shapes, MILLIMETRES);
        expect(found).toMatchObject(AGREED);
        expect(found.sets).toBeGreaterThan(20);
      });
    }
  }
});

describe("made-up wards against GEOS", () => {
  test.each([1, 2])("clusters of wards, every vertex moved by up to 3 m, seed %i", async (seed) => {
    const map = createMap("small");
    const groups = grouped(map.ground, map.layer("wards"), { count: 12, size: 9, seed });
    const shapes = toShapes(map.ground, moved(map.ground, groups));
    const found = await compareWithGeos(shapes, MILLIMETRES);
    expect(found).toMatchObject(AGREED);
    expect(found.sets).toBeGreaterThan(40);
  });
});

describe.skipIf(!hasBoundaries())("official boundaries (needs ../shared/data)", () => {
  /** The Midlands, in millimetres of the national grid. */
  const window = { west: 3.7e8, south: 2.2e8, east: 4.7e8, north: 3.5e8 };
  const within = (ground: Ground, features: readonly Feature[]) =>
    features.filter((feature) =>
      feature.some((rings) => {
        const [x, y] = [ground.x[rings[0]![0]!]!, ground.y[rings[0]![0]!]!];
        return x > window.west && x < window.east && y > window.south && y < window.north;
      }),
    );

  test("unions of districts, groups of wards and police areas of the Midlands", async () => {
    const map = createMap("boundaries");
    const { ground } = map;
    const layer = (name: "districts" | "wards" | "police") => within(ground, map.layer(name));
    const sources = [
      ...grouped(ground, layer("districts"), { count: 12, size: 5, seed: 11 }),
      ...grouped(ground, layer("wards"), { count: 60, size: 40, seed: 12 }),
      ...layer("police"),
    ];
    const found = await compareWithGeos(toShapes(ground, sources), MILLIMETRES);
    expect(found).toMatchObject(AGREED);
    expect(found.worst).toBeLessThan(1e-6);
    expect(found.broad).toBeGreaterThan(80);
    expect(found.apart).toBeLessThan(1e-7);
    expect(found.sets).toBeGreaterThan(500);
    expect(found.deepest).toBeGreaterThan(5);
    expect(found.covered / 1e6).toBeGreaterThan(10_000);
  });

  test("wards of Birmingham and around, every vertex moved by up to 3 m", async () => {
    const map = createMap("boundaries");
    const wards = within(map.ground, map.layer("wards"));
    const groups = grouped(map.ground, wards, { count: 25, size: 12, seed: 13 });
    const near = groups.concat(grouped(map.ground, groups, { count: 6, size: 3, seed: 14 }));
    const found = await compareWithGeos(toShapes(map.ground, moved(map.ground, near)), MILLIMETRES);
    expect(found).toMatchObject(AGREED);
    expect(found.sets).toBeGreaterThan(60);
  });
});

interface Groups {
  readonly count: number;
  readonly size: number;
  readonly seed: number;
}

/** Unions of neighbouring features, each grown from one chosen at random. */
function grouped(ground: Ground, features: readonly Feature[], { count, size, seed }: Groups) {
  const random = chance(seed);
  const near = neighbours(features);
  return Array.from({ length: count }, () => {
    const members = growCluster(near, random.below(features.length), size, random);
    return dissolve(
      ground,
      members.map((member) => features[member]!),
    );
  });
}
