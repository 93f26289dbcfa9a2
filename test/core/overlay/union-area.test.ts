import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readInputEdges } from "../../../server/core/overlay/input-edges.ts";
import { nodeEdges, searchHere } from "../../../server/core/overlay/noding.ts";
import { measureRings } from "../../../server/core/overlay/ring-facts.ts";
import { unionArea } from "../../../server/core/overlay/union-area.ts";
import { box, evenOdd, type Polygon, shapesOf } from "./support.ts";

const SIZE = 10;

/** Twice the area of one source's polygons, as the certificate takes it. */
function twiceUnion(polygons: readonly Polygon[]): bigint {
  const shapes = shapesOf([polygons]);
  const input = readInputEdges(shapes);
  const silent = () => undefined;
  const facts = measureRings(shapes, input, nodeEdges(input, silent, searchHere(silent)));
  return unionArea(facts, [...polygons.keys()]);
}

/** The same, unit square by unit square. */
function twiceCounted(polygons: readonly Polygon[]): bigint {
  let squares = 0;
  for (let x = 0.5; x < SIZE; x++) {
    for (let y = 0.5; y < SIZE; y++) {
      if (polygons.some((rings) => evenOdd(rings, x, y))) squares++;
    }
  }
  return 2n * BigInt(squares);
}

const side = fc.integer({ min: 0, max: SIZE });
const rectangle = fc
  .tuple(side, side, side, side)
  .filter(([a, b, c, d]) => a !== c && b !== d)
  .map(([a, b, c, d]) => box(Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)));
const polygon = fc.array(rectangle, { minLength: 1, maxLength: 4 });

describe("the area of a source from its own rings", () => {
  test("rectangles that overlap, touch and repeat cover the unit squares that were counted", () => {
    const source = fc.array(polygon, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(source, (polygons) => twiceUnion(polygons) === twiceCounted(polygons)),
      { seed: 20261126, numRuns: 400 },
    );
  });

  test("two bow ties that share their knot count once where they overlap", () => {
    const bowTie = [0, 0, 4, 4, 4, 0, 0, 4];
    const upright = [0, 0, 4, 4, 0, 4, 4, 0];
    expect(twiceUnion([[bowTie]])).toBe(16n);
    expect(twiceUnion([[bowTie], [upright]])).toBe(32n);
    expect(twiceUnion([[bowTie], [bowTie]])).toBe(16n);
  });

  test("an island that lies within another polygon, meeting nothing, adds nothing", () => {
    expect(twiceUnion([[box(0, 0, 9, 9)], [box(2, 2, 4, 4)]])).toBe(162n);
    expect(twiceUnion([[box(0, 0, 9, 9), box(1, 1, 5, 5)], [box(2, 2, 4, 4)]])).toBe(138n);
  });
});
