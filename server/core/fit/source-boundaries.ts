import { lengthWithin } from "./agreement.ts";
import type { BoundaryGraph } from "./boundary-graph.ts";
import { linesOfOrdered, ringsOf } from "./half-rings.ts";
import type { Lines } from "./lines.ts";

/** The boundary of one source. */
export interface SourceBoundary {
  /** Half-edges with the source on their left, ring by ring. */
  readonly halves: readonly number[];
  readonly lines: Lines;
}

/** How two boundaries run along each other. */
export interface SharedBoundary {
  /** Metres that both run along, in either direction. */
  readonly shared: number;
  /** What only the first, and only the second runs along. */
  readonly onlyA: Lines;
  readonly onlyB: Lines;
}

/** The boundaries of all sources, each made when it is first asked for. */
export function sourceBoundaries(graph: BoundaryGraph) {
  const { boundaryOf, length } = graph;
  const known = new Map<number, SourceBoundary>();
  const marks = new Int32Array(length.length);
  let run = 0;
  let last: (SharedBoundary & { readonly a: number; readonly b: number }) | undefined;
  const boundary = (source: number): SourceBoundary => {
    const found = known.get(source);
    if (found !== undefined) return found;
    const own = boundaryOf.ids.subarray(boundaryOf.start[source]!, boundaryOf.start[source + 1]!);
    const halves = ringsOf(graph, own).flat();
    const made = { halves, lines: linesOfOrdered(graph, halves) };
    known.set(source, made);
    return made;
  };
  const only = (halves: readonly number[], others: readonly number[]) => {
    run++;
    for (const half of others) marks[half >> 1] = run;
    return halves.filter((half) => marks[half >> 1] !== run);
  };
  return {
    boundary,
    /**
     * What two boundaries share is known by their edges; the rest is left to distances. The last
     * answer is kept: all that is asked of a pair is asked in one go.
     */
    shared(a: number, b: number): SharedBoundary {
      if (last?.a === a && last.b === b) return last;
      const of = boundary(a);
      const to = boundary(b);
      const onlyA = linesOfOrdered(graph, only(of.halves, to.halves));
      const onlyB = linesOfOrdered(graph, only(to.halves, of.halves));
      last = { a, b, shared: of.lines.length - onlyA.length, onlyA, onlyB };
      return last;
    },
  };
}

export type SourceBoundaries = ReturnType<typeof sourceBoundaries>;

/** M-C4 both ways: shares of each boundary within tolerance of the other. */
export interface Agreement {
  readonly ofReference: number;
  readonly ofBody: number;
}

export function agreementOf(
  boundaries: SourceBoundaries,
  body: number,
  reference: number,
  { onlyA, onlyB }: SharedBoundary,
  tolerance: number,
): Agreement {
  const share = (whole: Lines, only: Lines, other: Lines) =>
    (whole.length - only.length + lengthWithin(only, other, tolerance)) / whole.length;
  const a = boundaries.boundary(body).lines;
  const b = boundaries.boundary(reference).lines;
  return { ofBody: share(a, onlyA, b), ofReference: share(b, onlyB, a) };
}
