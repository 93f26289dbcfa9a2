import type { BoundaryGraph } from "../boundary-graph.ts";
import type { Fragment } from "../fragments.ts";
import type { SourceRange } from "../layer-lines.ts";

/** From this share of its outer line a fragment lies at the edge of all that is drawn. */
export const LEAST_AT_EDGE = 0.9;
/** Tidal water lies along the coast; ground that was cut off has a shorter cut than coast. */
export const LEAST_ALONG = 0.4;

/** Which sources say where ground is. */
export interface Drawn {
  readonly bodies: SourceRange;
  readonly references: SourceRange;
  /** Other layers, by which a border of the layer is told from a coast; empty where none is given. */
  readonly land: SourceRange;
}

/**
 * Whether a fragment lies at the outer edge of everything that is drawn, along it: there one drawing
 * may stop at high water and the other not.
 *
 * An overspill must lie on ground of no reference area, a gap on ground of no body, and beyond its own
 * edge must lie nothing. Nearly all of the outer line must be so, and the line that parts it from the
 * shared ground must not be short beside it. Whether another layer has land there is all one: then
 * this layer's coast is drawn short of it, as a headland that a coarse drawing cuts off.
 */
export function isAtEdge(
  graph: BoundaryGraph,
  fragment: Fragment,
  { bodies, references, land }: Drawn,
): boolean {
  const { cellOf, cellSources, polygonOf, length } = graph;
  const isIn = (polygon: number, { from, to }: SourceRange) => {
    if (polygon < 0) return false;
    const cell = cellOf[polygon]!;
    for (let i = cellSources.start[cell]!; i < cellSources.start[cell + 1]!; i++) {
      const source = cellSources.ids[i]!;
      if (source >= from && source < to) return true;
    }
    return false;
  };
  const stranger = fragment.kind === "gap" ? bodies : references;
  if (fragment.polygons.some((polygon) => isIn(polygon, stranger))) return false;
  const divides = new Set(fragment.dividing);
  let outer = 0;
  let edge = 0;
  let parting = 0;
  for (const half of fragment.halves) {
    const metres = length[half >> 1]!;
    if (divides.has(half)) {
      parting += metres;
      continue;
    }
    outer += metres;
    const beyond = polygonOf[half ^ 1]!;
    if (![bodies, references, land].some((range) => isIn(beyond, range))) edge += metres;
  }
  return outer > 0 && edge >= LEAST_AT_EDGE * outer && parting >= LEAST_ALONG * edge;
}
