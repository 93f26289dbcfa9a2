import fc from "fast-check";
import { expect, test } from "vitest";
import type { Shapes } from "../../server/core/overlay/model.ts";
import { decodeShapes, encodeShapes } from "../../server/store/geometry-codec.ts";

/** Shapes from nested lists: shape -> polygon -> ring -> flat x, y. */
function shapesOf(nested: number[][][][]): Shapes {
  const polygonShape: number[] = [];
  const polygonRing = [0];
  const ringVertex = [0];
  const xy: number[] = [];
  nested.forEach((polygons, shape) => {
    for (const rings of polygons) {
      for (const ring of rings) {
        xy.push(...ring);
        ringVertex.push(xy.length / 2);
      }
      polygonShape.push(shape);
      polygonRing.push(ringVertex.length - 1);
    }
  });
  return {
    count: nested.length,
    polygonShape: Int32Array.from(polygonShape),
    polygonRing: Int32Array.from(polygonRing),
    ringVertex: Int32Array.from(ringVertex),
    xy: Int32Array.from(xy),
  };
}

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const ring = fc.array(fc.tuple(int32, int32), { maxLength: 6 }).map((points) => points.flat());
const nested = fc.array(fc.array(fc.array(ring, { maxLength: 3 }), { maxLength: 3 }), {
  maxLength: 4,
});

test("what was encoded comes back, whatever 32-bit coordinates it has", () => {
  fc.assert(
    fc.property(nested, (shapes) => {
      const given = shapesOf(shapes);
      expect(decodeShapes(encodeShapes(given))).toEqual(given);
    }),
    { seed: 1, numRuns: 300 },
  );
});

test("polygons out of the order of their shapes are brought into it", () => {
  const given = shapesOf([[[[0, 0, 1, 0, 1, 1]]], [[[5, 5, 6, 5, 6, 6]]]]);
  const mixed = { ...given, polygonShape: Int32Array.from([1, 0]) };
  expect([...decodeShapes(encodeShapes(mixed)).xy]).toEqual([5, 5, 6, 5, 6, 6, 0, 0, 1, 0, 1, 1]);
});

test("a square of 10 m on the national grid takes 20 bytes", () => {
  const square = [400_000_000, 300_000_000, 400_010_000, 300_000_000];
  const [bytes] = encodeShapes(
    shapesOf([[[[...square, 400_010_000, 300_010_000, 400_000_000, 300_010_000]]]]),
  );
  // version, polygons, rings, vertices; 5 + 5 for the first vertex; 3 + 1 or 1 + 3 for each other
  expect(bytes?.length).toBe(4 + 10 + 3 + 1 + 1 + 3 + 3 + 1);
});

test.each([
  ["cut short", (bytes: Uint8Array) => bytes.slice(0, -1)],
  ["too long", (bytes: Uint8Array) => Uint8Array.from([...bytes, 0])],
  ["of another version", (bytes: Uint8Array) => Uint8Array.from([9, ...bytes.slice(1)])],
])("a stored geometry that is %s is refused", (_, spoil) => {
  const [bytes] = encodeShapes(shapesOf([[[[0, 0, 9, 0, 9, 9]]]]));
  expect(() => decodeShapes([spoil(bytes!)])).toThrow(RangeError);
});
