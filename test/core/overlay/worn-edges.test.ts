import fc from "fast-check";
import { expect, test } from "vitest";
import { Edges } from "../../../server/core/overlay/edges.ts";
import { readInputEdges } from "../../../server/core/overlay/input-edges.ts";
import { nodeEdges, searchHere } from "../../../server/core/overlay/noding.ts";
import { meetsPixel } from "../../../server/core/overlay/orientation.ts";
import { frameOver } from "../../../server/core/overlay/segment-grid.ts";
import { WORN } from "../../../server/core/overlay/suspects.ts";
import { Vertices } from "../../../server/core/overlay/vertices.ts";
import { searchWorn } from "../../../server/core/overlay/worn-edges.ts";
import { shapesOf } from "./support.ts";

const still = () => {};

test("worn edges meet just the pixels that a look at every vertex finds", () => {
  const size = fc.constantFrom(6, 400, 2 ** 30);
  const ground = size.chain((most) => {
    const coordinate = fc.integer({ min: -most, max: most });
    return fc.array(fc.tuple(coordinate, coordinate), { minLength: 20, maxLength: 60 });
  });
  let met = 0;
  fc.assert(
    fc.property(
      ground,
      fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 10 }),
      (points, pairs) => {
        const vertices = new Vertices(points.length);
        for (const [x, y] of points) vertices.id(x, y);
        const edges = new Edges(points.length);
        for (const [p, q] of pairs) {
          if (p % vertices.count !== q % vertices.count) {
            edges.half(p % vertices.count, q % vertices.count);
          }
        }
        // Every other edge: those between them are not to be found.
        const worn = [...Array(edges.count).keys()].filter((edge) => edge % 2 === 0);
        const expected = worn.flatMap((edge) => {
          const [a, b] = [edges.low[edge]!, edges.high[edge]!];
          const [x, y] = [vertices.x[a]!, vertices.y[a]!];
          const [dx, dy] = [vertices.x[b]! - x, vertices.y[b]! - y];
          return [...Array(vertices.count).keys()]
            .filter((v) => v !== a && v !== b)
            .map((v) => ({ v, ex: vertices.x[v]! - x, ey: vertices.y[v]! - y }))
            .filter(({ ex, ey }) => isIn(ex, dx) && isIn(ey, dy) && meetsPixel(dx, dy, ex, ey))
            .map(({ v }) => `${edge} ${v}`);
        });
        const { edge, vertex, count } = searchWorn(vertices, edges, worn);
        const found = [...Array(count).keys()]
          .filter((i) => edge[i]! >= 0)
          .map((i) => `${edge[i]} ${vertex[i]}`);
        met += found.length;
        expect(found.sort()).toEqual(expected.sort());
      },
    ),
    { seed: 31, numRuns: 300 },
  );
  expect(met).toBeGreaterThan(100);
});

const isIn = (offset: number, whole: number) =>
  offset >= Math.min(0, whole) && offset <= Math.max(0, whole);

test("edges that are worn do not keep noding from its end: a search of all finds nothing more", () => {
  const coordinate = fc.integer({ min: 0, max: 59 });
  const ring = fc.array(coordinate, { minLength: 60, maxLength: 60 });
  let late = 0;
  fc.assert(
    fc.property(fc.array(ring, { minLength: 20, maxLength: 20 }), (rings) => {
      const shapes = shapesOf(rings.map((xy) => [[xy]]));
      const { vertices, edges, isFinal, passes } = nodeEdges(
        readInputEdges(shapes),
        still,
        searchHere(still),
      );
      if (passes > WORN) late++;
      const ids = Int32Array.from([...isFinal.keys()].filter((edge) => isFinal[edge] === 1));
      const { x, y, count } = vertices;
      const segments = { x, y, low: edges.low, high: edges.high, ids };
      const lists = searchHere(still)(segments, frameOver(x, y, count, ids.length));
      for (const list of lists) {
        expect(list.edge.subarray(0, list.count).filter((edge) => edge >= 0)).toHaveLength(0);
      }
    }),
    { seed: 32, numRuns: 8 },
  );
  expect(late).toBeGreaterThan(0);
});
