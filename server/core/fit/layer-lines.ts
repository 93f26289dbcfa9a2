import type { BoundaryGraph } from "./boundary-graph.ts";
import { linesOfOrdered } from "./half-rings.ts";
import type { Lines } from "./lines.ts";

/** A run of sources of a partition: the bodies, the reference areas, or context. */
export interface SourceRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The boundaries of a run of sources. A line between two of them stands once, with the first of the
 * two on its left: so a line that was moved has the other drawing on one side all along.
 */
export interface LayerLines {
  readonly all: Lines;
  /** Those that no source of the other run has, in either direction. */
  readonly own: Lines;
  readonly length: number;
}

/** The lines of a run of sources, and which of them another run does not have. */
export function layerLines(
  graph: BoundaryGraph,
  range: SourceRange,
  other: SourceRange,
): LayerLines {
  const isOthers = new Uint8Array(graph.length.length);
  for (const half of halvesIn(graph, other)) isOthers[half >> 1] = 1;
  const halves = halvesIn(graph, range);
  const all = linesOfOrdered(graph, halves);
  const own = linesOfOrdered(
    graph,
    halves.filter((half) => isOthers[half >> 1] === 0),
  );
  return { all, own, length: all.length };
}

function halvesIn({ boundaryOf, length }: BoundaryGraph, { from, to }: SourceRange): number[] {
  const isSeen = new Uint8Array(length.length);
  const halves: number[] = [];
  for (const half of boundaryOf.ids.subarray(boundaryOf.start[from]!, boundaryOf.start[to]!)) {
    if (isSeen[half >> 1] === 1) continue;
    isSeen[half >> 1] = 1;
    halves.push(half);
  }
  return halves;
}
