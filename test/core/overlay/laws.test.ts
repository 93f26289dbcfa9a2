import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaByDepth, footprint, pairAreas } from "../../../server/core/overlay/folds.ts";
import type { Partition, Shapes } from "../../../server/core/overlay/model.ts";
import { partition } from "../../../server/core/overlay/partition.ts";
import {
  box,
  distanceToEdges,
  evenOdd,
  listsOf,
  METRE,
  type Polygon,
  type Ring,
  shapesOf,
} from "./support.ts";

type Input = Polygon[][];

/** Rings that cross themselves and each other, on a grid so small that much falls together. */
function inputs(size: number, most: number): fc.Arbitrary<Input> {
  const coordinate = fc.integer({ min: 0, max: size });
  const point = fc.tuple(coordinate, coordinate);
  const scribble = fc.array(point, { minLength: 3, maxLength: 9 }).map((p) => p.flat());
  const rectangle = fc
    .tuple(coordinate, coordinate, coordinate, coordinate)
    .map(
      ([a, b, c, d]): Ring => [
        ...box(Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)),
      ],
    );
  const ring = fc.oneof(scribble, rectangle);
  const polygon = fc.array(ring, { minLength: 1, maxLength: 3 });
  return fc.array(fc.array(polygon, { maxLength: 3 }), { maxLength: most });
}

const SEEDED = { seed: 20261122 };
const DENSE = inputs(12, 5);
const WIDE = inputs(1000, 6);
const ANY = fc.oneof(DENSE, WIDE);

function ground({ cells, cellSources, holes, cellArea, holeArea }: Partition) {
  return { cells, cellSources, holes, cellArea, holeArea };
}

/** The cells as sources: each cell one shape. */
function asInput({ cells }: Partition): Shapes {
  return cells;
}

function check(arbitrary: fc.Arbitrary<Input>, law: (input: Input) => void, numRuns = 150): void {
  fc.assert(fc.property(arbitrary, law), { ...SEEDED, numRuns });
}

describe("laws of the partition", () => {
  test("every certificate passes, and drift stays below half a diagonal a pass", () => {
    check(ANY, (input) => {
      const { certificate } = partition(shapesOf(input), METRE);
      expect(certificate).toMatchObject({ passed: true, conservationRelative: 0 });
      expect(certificate.snapDrift).toBeLessThanOrEqual(Math.SQRT1_2 * certificate.passes);
    });
  });

  test("depth times area sums to the sources; pairs and footprint keep their bounds", () => {
    check(ANY, (input) => {
      const result = partition(shapesOf(input), METRE);
      const sources = result.sourceArea.reduce((a, b) => a + b, 0);
      const depths = areaByDepth(result).reduce((sum, area, depth) => sum + depth * area, 0);
      expect(depths).toBeCloseTo(sources, 6);
      expect(footprint(result)).toBeLessThanOrEqual(sources);
      const { a, b, area } = pairAreas(result);
      area.forEach((shared, i) => {
        expect(shared).toBeLessThanOrEqual(
          Math.min(result.sourceArea[a[i]!]!, result.sourceArea[b[i]!]!),
        );
      });
    });
  });

  test("the output put through the engine again splits nowhere and gives the same cells", () => {
    check(ANY, (input) => {
      const first = partition(shapesOf(input), METRE);
      const again = partition(asInput(first), METRE);
      expect(again.certificate).toMatchObject({ passes: 1, snapDrift: 0, passed: true });
      expect(again.cells).toEqual(first.cells);
      expect(again.holes).toEqual(first.holes);
      expect(again.repairs).toEqual([]);
    });
  });

  test("depth is an even-odd count at points farther than the drift from any edge", () => {
    const cases = fc.tuple(
      WIDE,
      fc.array(fc.tuple(fc.double(UNIT), fc.double(UNIT)), { minLength: 20, maxLength: 20 }),
    );
    fc.assert(
      fc.property(cases, ([input, points]) => {
        const result = partition(shapesOf(input), METRE);
        const cells = listsOf(result.cells);
        for (const [u, v] of points) {
          const [x, y] = [u * 1000, v * 1000];
          if (distanceToEdges(input, x, y) <= result.certificate.snapDrift + 1e-9) continue;
          const covering = input.flatMap((polygons, source) =>
            polygons.some((rings) => evenOdd(rings, x, y)) ? [source] : [],
          );
          const inCells = cells.flatMap((polygons, cell) =>
            polygons.some((rings) => evenOdd(rings, x, y)) ? [cell] : [],
          );
          expect(inCells.length).toBe(covering.length > 0 ? 1 : 0);
          for (const cell of inCells) {
            const { start, ids } = result.cellSources;
            expect([...ids.subarray(start[cell]!, start[cell + 1]!)]).toEqual(covering);
          }
        }
      }),
      { ...SEEDED, numRuns: 150 },
    );
  });

  test("order of polygons, rings and starts, and direction, change nothing", () => {
    check(ANY, (input) => {
      const turned = input.map((polygons) =>
        [...polygons].reverse().map((rings) => [...rings].reverse().map(turn)),
      );
      const [there, here] = [partition(shapesOf(turned), METRE), partition(shapesOf(input), METRE)];
      expect(ground(there)).toEqual(ground(here));
      expect(there.repairs).toEqual(here.repairs);
    });
  });

  test("order of sources only changes their numbers", () => {
    check(ANY, (input) => {
      const last = input.length - 1;
      const reversed = partition(shapesOf([...input].reverse()), METRE);
      const plain = partition(shapesOf(input), METRE);
      expect(byMembers(reversed, (source) => last - source)).toEqual(byMembers(plain, (s) => s));
    });
  });

  test("a second run changes nothing", () => {
    check(
      ANY,
      (input) => {
        expect(partition(shapesOf(input), METRE)).toEqual(partition(shapesOf(input), METRE));
      },
      100,
    );
  });

  test("a shifted input gives the same cells once shifted back", () => {
    check(ANY, (input) => {
      const moved = input.map((ps) => ps.map((rs) => rs.map((r) => shift(r, 1_000_003, -777))));
      const there = partition(shapesOf(moved), METRE);
      const here = partition(shapesOf(input), METRE);
      const back = listsOf(there.cells).map((ps) =>
        ps.map((rs) => rs.map((r) => shift(r, -1_000_003, 777))),
      );
      expect(back).toEqual(listsOf(here.cells));
      expect(there.cellSources).toEqual(here.cellSources);
    });
  });

  test("no cell's ring visits a vertex twice, and neighbours differ", () => {
    check(ANY, (input) => {
      const { cells, holes } = partition(shapesOf(input), METRE);
      for (const shapes of [cells, holes]) {
        for (const ring of listsOf(shapes).flat(2)) {
          const points = ring.flatMap((_, i) => (i % 2 ? [] : [`${ring[i]},${ring[i + 1]}`]));
          expect(new Set(points).size).toBe(points.length);
        }
      }
    });
  });
});

const UNIT = { min: 0, max: 1, noNaN: true };

function shift(ring: Ring, dx: number, dy: number): Ring {
  return ring.map((value, i) => value + (i % 2 ? dy : dx));
}

function turn(ring: Ring): Ring {
  const points: [number, number][] = [];
  for (let i = 0; i < ring.length; i += 2) points.push([ring[i]!, ring[i + 1]!]);
  points.reverse();
  return [...points.slice(1), ...points.slice(0, 1)].flat();
}

function byMembers(result: Partition, rename: (source: number) => number) {
  const { start, ids } = result.cellSources;
  return listsOf(result.cells)
    .map((polygons, cell) => {
      const members = [...ids.subarray(start[cell]!, start[cell + 1]!)].map(rename);
      return {
        members: members.sort((a, b) => a - b).join(),
        polygons,
        area: result.cellArea[cell],
      };
    })
    .sort((a, b) => (a.members < b.members ? -1 : 1));
}
