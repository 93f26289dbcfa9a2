import { expect, test } from "vitest";
import { vertexWeights } from "../../server/publish/vertex-weights.ts";
import { raggedCells } from "../support/ragged-cells.ts";
import { shapesOf, square } from "../support/table.ts";

const plain = (xy: Int32Array) => Float64Array.from(xy);

test("a vertex weighs the same in every ring that passes it", () => {
  const { shapes } = raggedCells(1);
  const weights = vertexWeights(shapes, plain(shapes.xy));
  const seen = new Map<string, number>();
  weights.forEach((weight, v) => {
    const key = `${shapes.xy[2 * v]},${shapes.xy[2 * v + 1]}`;
    expect(seen.get(key) ?? weight).toBe(weight);
    seen.set(key, weight);
  });
  expect([...seen.values()].every((weight) => weight >= 0)).toBe(true);
});

test("junctions are never left out, and between them a straight line weighs nothing", () => {
  // Two squares side by side; the shared edge has a vertex half way along it.
  const shapes = shapesOf([
    [
      [
        [
          [0, 0],
          [10, 0],
          [10, 5],
          [10, 10],
          [0, 10],
        ],
      ],
    ],
    [
      [
        [
          [10, 0],
          [20, 0],
          [20, 10],
          [10, 10],
          [10, 5],
        ],
      ],
    ],
  ]);
  const weights = vertexWeights(shapes, plain(shapes.xy));
  // Of the first ring: its south-west corner, the two junctions, the vertex between them.
  expect(weights[1]).toBe(Infinity);
  expect(weights[3]).toBe(Infinity);
  expect(weights[2]).toBe(0);
  expect(weights[9]).toBe(0);
  expect(weights[0]).toBeGreaterThan(0);
});

test("weights are Douglas and Peucker's distances", () => {
  // A loop alone: from its first vertex to the farthest; the corner at 3, 4 is 5 from no line.
  const shapes = shapesOf([
    [
      [
        [
          [0, 0],
          [10, 0],
          [10, 10],
          [0, 10],
        ],
      ],
    ],
  ]);
  const weights = vertexWeights(shapes, plain(shapes.xy));
  expect(weights[0]).toBe(Infinity);
  expect(weights[2]).toBe(Infinity);
  // The other two corners lie half a diagonal, sqrt(50) m, off the line between: 50 m² in mm².
  expect(weights[1]).toBeCloseTo(50e6, 0);
  expect(weights[3]).toBeCloseTo(50e6, 0);
});

test("the same loop drawn from either side, from any start, keeps the same vertices", () => {
  const ring = square(0, 0, 100);
  const shapes = shapesOf([[[square(-50, -50, 300), [...ring].reverse()]], [[ring]]]);
  const weights = vertexWeights(shapes, plain(shapes.xy));
  const byPoint = (from: number) =>
    new Map(
      [0, 1, 2, 3].map((i) => [
        `${shapes.xy[2 * (from + i)]},${shapes.xy[2 * (from + i) + 1]}`,
        weights[from + i],
      ]),
    );
  expect(byPoint(8)).toEqual(new Map([...byPoint(4)].reverse()));
  expect(new Set(byPoint(4).values()).size).toBeGreaterThan(1);
});
