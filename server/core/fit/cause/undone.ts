import { partition } from "../../overlay/partition.ts";
import { shapesBuilder } from "../../overlay/shapes-builder.ts";
import type { BoundaryGraph } from "../boundary-graph.ts";
import { ringsOf, tailOf } from "../half-rings.ts";
import { measuring, type Pair } from "../pairs.ts";

const PAIR = { bodies: { from: 0, to: 1 }, references: { from: 1, to: 2 } };

/**
 * A pair once the body is moved back by a vector: cut anew, from the two boundaries alone.
 *
 * @param east metres by which the body lies off, as `north`
 * @returns the pair, its body and reference numbered 0 and 1; `undefined` where they no longer meet
 */
export function undone(
  graph: BoundaryGraph,
  { body, reference }: Pair,
  east: number,
  north: number,
  tolerance: number,
): Pair | undefined {
  const { step } = graph;
  const grid = { step, originX: 0, originY: 0 };
  const builder = shapesBuilder(grid);
  const add = (source: number, dx: number, dy: number) => {
    builder.shape();
    builder.polygon();
    const { start, ids } = graph.boundaryOf;
    for (const ring of ringsOf(graph, ids.subarray(start[source]!, start[source + 1]!))) {
      const xy = ring.flatMap((half) => {
        const vertex = tailOf(graph, half);
        return [graph.x[vertex]! + dx, graph.y[vertex]! + dy];
      });
      builder.gridRing(xy.map((metres) => Math.round(metres / step)));
    }
  };
  add(body, -east, -north);
  add(reference, 0, 0);
  const pairs = measuring(partition(builder.build(), grid), PAIR, tolerance).pairs();
  return pairs.next().value ?? undefined;
}
