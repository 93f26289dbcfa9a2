import type { Grid, Shapes } from "../overlay/model.ts";
import { shapesBuilder } from "../overlay/shapes-builder.ts";
import type { BoundaryGraph } from "./boundary-graph.ts";
import type { Fragment } from "./fragments.ts";
import { ringsOf, tailOf } from "./half-rings.ts";

/** Fragments as shapes on the partition's grid, one polygon each, its shell first. */
export function fragmentShapes(
  graph: BoundaryGraph,
  grid: Grid,
  fragments: readonly Fragment[],
): Shapes {
  const builder = shapesBuilder(grid);
  for (const { halves } of fragments) {
    builder.shape();
    builder.polygon();
    const rings = ringsOf(graph, halves).map((ring) =>
      ring.flatMap((half) => {
        const vertex = tailOf(graph, half);
        return [Math.round(graph.x[vertex]! / grid.step), Math.round(graph.y[vertex]! / grid.step)];
      }),
    );
    // Pieces hang together by their edges, so there is one shell.
    rings.sort((a, b) => Number(isShell(b)) - Number(isShell(a)));
    for (const ring of rings) builder.gridRing(ring);
  }
  return builder.build();
}

/** Whether a ring runs counter-clockwise. */
function isShell(ring: readonly number[]): boolean {
  const x0 = ring[0]!;
  const y0 = ring[1]!;
  let twice = 0;
  for (let i = 2; i + 3 < ring.length; i += 2) {
    twice += (ring[i]! - x0) * (ring[i + 3]! - y0) - (ring[i + 2]! - x0) * (ring[i + 1]! - y0);
  }
  return twice > 0;
}
