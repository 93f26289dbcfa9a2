import type { BoundaryGraph } from "./boundary-graph.ts";
import type { Extent } from "./sliver.ts";

/** M-C1: a connected piece of the ground by which a body and a reference area differ. */
export interface Fragment extends Extent {
  /** gap: of the reference and not of the body; overspill: of the body and not of the reference. */
  readonly kind: "gap" | "overspill";
  /** Polygons of the graph that it is made of. */
  readonly polygons: readonly number[];
  /** The half-edges round it. */
  readonly halves: readonly number[];
  /** Those of them that part it from the ground that both cover. */
  readonly dividing: readonly number[];
}

/**
 * A function that finds the fragments between two sources, the largest first. Pieces that meet in a
 * point only are two.
 *
 * Cost: one visit to each edge of the cells that exactly one of the two covers.
 */
export function fragmentFinder(graph: BoundaryGraph) {
  const { polygonsOf, halvesOf, polygonOf, area, length } = graph;
  const ofBody = new Int32Array(area.length);
  const ofReference = new Int32Array(area.length);
  const seen = new Int32Array(area.length);
  let run = 0;

  const covers = (marks: Int32Array, polygon: number) => polygon >= 0 && marks[polygon] === run;
  const gather = (kind: Fragment["kind"], own: Int32Array, other: Int32Array, from: number) => {
    const isMember = (polygon: number) => covers(own, polygon) && !covers(other, polygon);
    const polygons = [from];
    const halves: number[] = [];
    const dividing: number[] = [];
    let ground = 0;
    let perimeter = 0;
    seen[from] = run;
    for (let i = 0; i < polygons.length; i++) {
      const polygon = polygons[i]!;
      ground += area[polygon]!;
      for (let at = halvesOf.start[polygon]!; at < halvesOf.start[polygon + 1]!; at++) {
        const half = halvesOf.ids[at]!;
        const beyond = polygonOf[half ^ 1]!;
        if (isMember(beyond)) {
          if (seen[beyond] === run) continue;
          seen[beyond] = run;
          polygons.push(beyond);
          continue;
        }
        perimeter += length[half >> 1]!;
        halves.push(half);
        // What its own source covers beyond its edge, both cover: else it would be of the fragment.
        if (covers(own, beyond)) dividing.push(half);
      }
    }
    const pieces = halves.length;
    return { kind, area: ground, perimeter, pieces, polygons, halves, dividing };
  };
  const gatherAll = (
    kind: Fragment["kind"],
    source: number,
    own: Int32Array,
    other: Int32Array,
  ) => {
    const found: Fragment[] = [];
    for (let at = polygonsOf.start[source]!; at < polygonsOf.start[source + 1]!; at++) {
      const polygon = polygonsOf.ids[at]!;
      if (covers(other, polygon) || seen[polygon] === run) continue;
      found.push(gather(kind, own, other, polygon));
    }
    return found;
  };

  return (body: number, reference: number): Fragment[] => {
    run++;
    mark(polygonsOf, body, ofBody, run);
    mark(polygonsOf, reference, ofReference, run);
    return [
      ...gatherAll("gap", reference, ofReference, ofBody),
      ...gatherAll("overspill", body, ofBody, ofReference),
    ].sort((a, b) => b.area - a.area);
  };
}

export type FragmentFinder = ReturnType<typeof fragmentFinder>;

function mark(
  { start, ids }: BoundaryGraph["polygonsOf"],
  source: number,
  marks: Int32Array,
  run: number,
) {
  for (let at = start[source]!; at < start[source + 1]!; at++) marks[ids[at]!] = run;
}
