import { Edges } from "../overlay/edges.ts";
import type { Lists, Partition } from "../overlay/model.ts";
import { Vertices } from "../overlay/vertices.ts";

/** What of a partition the boundaries are made of. */
export type Ground = Pick<Partition, "grid" | "sourceCount" | "cells" | "cellSources">;

/**
 * A partition as polygons with shared edges: every boundary of every source is made of the same
 * half-edges, so what two boundaries share is known without a look at coordinates.
 *
 * A half-edge has a polygon of one cell on its left; `half ^ 1` is the same edge the other way.
 */
export interface BoundaryGraph {
  /** Metres between grid lines, and where the grid's origin lies. */
  readonly step: number;
  readonly originX: number;
  readonly originY: number;
  /** Metres of each vertex, relative to the grid's origin. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly edges: Edges;
  /** Half-edge -> the polygon on its left, -1 where no source covers that side. */
  readonly polygonOf: Int32Array;
  /** Polygon -> its half-edges, ring by ring. */
  readonly halvesOf: Lists;
  /** Polygon -> its cell, and its square metres. */
  readonly cellOf: Int32Array;
  readonly area: Float64Array;
  /** Cell -> indices of its sources, ascending. */
  readonly cellSources: Lists;
  /** Source -> its polygons, and the half-edges that have it on their left and not on their right. */
  readonly polygonsOf: Lists;
  readonly boundaryOf: Lists;
  /** Metres of an edge. */
  readonly length: Float64Array;
}

/** Makes the graph of a partition. Cost: a few visits a vertex of the cells. */
export function boundaryGraph({ grid, sourceCount, cells, cellSources }: Ground): BoundaryGraph {
  const { polygonShape, polygonRing, ringVertex, xy } = cells;
  const vertices = new Vertices(xy.length / 4);
  const edges = new Edges(xy.length / 4);
  const halves = new Int32Array(xy.length / 2);
  const start = new Int32Array(polygonShape.length + 1);
  const area = new Float64Array(polygonShape.length);
  let used = 0;
  for (let polygon = 0; polygon < polygonShape.length; polygon++) {
    let twice = 0;
    const first = 2 * ringVertex[polygonRing[polygon]!]!;
    for (let ring = polygonRing[polygon]!; ring < polygonRing[polygon + 1]!; ring++) {
      const begin = ringVertex[ring]!;
      const end = ringVertex[ring + 1]!;
      let before = vertices.id(xy[2 * (end - 1)]!, xy[2 * (end - 1) + 1]!);
      for (let at = begin; at < end; at++) {
        const here = vertices.id(xy[2 * at]!, xy[2 * at + 1]!);
        halves[used++] = edges.half(before, here);
        // From the polygon's first vertex, so that the terms are small and the sum is sharp.
        twice += (vertices.x[before]! - xy[first]!) * (xy[2 * at + 1]! - xy[first + 1]!);
        twice -= (xy[2 * at]! - xy[first]!) * (vertices.y[before]! - xy[first + 1]!);
        before = here;
      }
    }
    start[polygon + 1] = used;
    area[polygon] = (twice / 2) * grid.step * grid.step;
  }
  const polygonOf = new Int32Array(2 * edges.count).fill(-1);
  for (let polygon = 0; polygon < polygonShape.length; polygon++) {
    for (let i = start[polygon]!; i < start[polygon + 1]!; i++) polygonOf[halves[i]!] = polygon;
  }
  const x = Float64Array.from(vertices.x.subarray(0, vertices.count), (v) => v * grid.step);
  const y = Float64Array.from(vertices.y.subarray(0, vertices.count), (v) => v * grid.step);
  const length = new Float64Array(edges.count);
  for (let edge = 0; edge < edges.count; edge++) {
    const a = edges.low[edge]!;
    const b = edges.high[edge]!;
    length[edge] = Math.hypot(x[b]! - x[a]!, y[b]! - y[a]!);
  }
  const halvesOf = { start, ids: halves };
  const partial = { x, y, edges, polygonOf, halvesOf, cellOf: polygonShape, area, length };
  return {
    ...grid,
    ...partial,
    cellSources,
    polygonsOf: polygonsOfSources(sourceCount, polygonShape, cellSources),
    boundaryOf: boundariesOf(sourceCount, polygonOf, polygonShape, cellSources),
  };
}

function polygonsOfSources(sourceCount: number, cellOf: Int32Array, cellSources: Lists): Lists {
  return listsBy(sourceCount, (add) => {
    for (let polygon = 0; polygon < cellOf.length; polygon++) {
      const cell = cellOf[polygon]!;
      for (let i = cellSources.start[cell]!; i < cellSources.start[cell + 1]!; i++) {
        add(cellSources.ids[i]!, polygon);
      }
    }
  });
}

/** Walks the two sorted lists of sources beside each half-edge and keeps what only its left has. */
function boundariesOf(
  sourceCount: number,
  polygonOf: Int32Array,
  cellOf: Int32Array,
  { start, ids }: Lists,
): Lists {
  return listsBy(sourceCount, (add) => {
    for (let half = 0; half < polygonOf.length; half++) {
      const left = polygonOf[half]!;
      if (left < 0) continue;
      const right = polygonOf[half ^ 1]!;
      const cell = cellOf[left]!;
      let j = right < 0 ? 0 : start[cellOf[right]!]!;
      const end = right < 0 ? 0 : start[cellOf[right]! + 1]!;
      for (let i = start[cell]!; i < start[cell + 1]!; i++) {
        const source = ids[i]!;
        while (j < end && ids[j]! < source) j++;
        if (j === end || ids[j] !== source) add(source, half);
      }
    }
  });
}

/**
 * Members by the number they belong to, each list in the order told.
 *
 * @param tellAll tells every owner and member; called twice, to count and to fill
 */
function listsBy(
  count: number,
  tellAll: (add: (owner: number, member: number) => void) => void,
): Lists {
  const start = new Int32Array(count + 1);
  tellAll((owner) => {
    start[owner + 1]!++;
  });
  for (let i = 0; i < count; i++) start[i + 1]! += start[i]!;
  const next = start.slice();
  const ids = new Int32Array(start[count]!);
  tellAll((owner, member) => {
    ids[next[owner]!++] = member;
  });
  return { start, ids };
}
