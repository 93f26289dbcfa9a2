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

/**
 * The lines of a run of sources, and which of them another run does not have.
 *
 * @param isWanted leaves out the lines of sources that it is false for
 */
export function layerLines(
  graph: BoundaryGraph,
  range: SourceRange,
  other: SourceRange,
  isWanted: (source: number) => boolean = () => true,
): LayerLines {
  const isOthers = new Uint8Array(graph.length.length);
  for (const half of halvesIn(graph, other)) isOthers[half >> 1] = 1;
  const halves = halvesIn(graph, range, isWanted);
  const all = linesOfOrdered(graph, halves);
  const own = linesOfOrdered(
    graph,
    halves.filter((half) => isOthers[half >> 1] === 0),
  );
  return { all, own, length: all.length };
}

function halvesIn(
  { boundaryOf: { start, ids }, length }: BoundaryGraph,
  { from, to }: SourceRange,
  isWanted: (source: number) => boolean = () => true,
): number[] {
  const isSeen = new Uint8Array(length.length);
  const halves: number[] = [];
  for (let source = from; source < to; source++) {
    if (!isWanted(source)) continue;
    for (const half of ids.subarray(start[source]!, start[source + 1]!)) {
      if (isSeen[half >> 1] === 1) continue;
      isSeen[half >> 1] = 1;
      halves.push(half);
    }
  }
  return halves;
}
