import { type Arrangement, arrange } from "../../../server/core/overlay/arrangement.ts";
import { type InputEdges, readInputEdges } from "../../../server/core/overlay/input-edges.ts";
import { labelFaces } from "../../../server/core/overlay/membership.ts";
import { type MergedFaces, mergeFaces } from "../../../server/core/overlay/merge-faces.ts";
import type { Grid, Partition, Shapes } from "../../../server/core/overlay/model.ts";
import { type Noded, nodeEdges, searchHere } from "../../../server/core/overlay/noding.ts";
import { type Owners, ownersOf } from "../../../server/core/overlay/owners.ts";
import { mixedKeys, type SetTable } from "../../../server/core/overlay/sets.ts";
import { shapesBuilder } from "../../../server/core/overlay/shapes-builder.ts";
import { foldIntoSources } from "../../../server/core/overlay/sources.ts";

/** A ring as x, y, x, y … */
export type Ring = readonly number[];
/** A polygon: its rings. A shape: its polygons. */
export type Polygon = readonly Ring[];

export const METRE: Grid = { step: 1, originX: 0, originY: 0 };
export const MILLIMETRE: Grid = { step: 0.001, originX: 0, originY: 0 };

/** Shapes from nested lists of grid integers. */
export function shapesOf(shapes: readonly (readonly Polygon[])[], grid: Grid = METRE): Shapes {
  const builder = shapesBuilder(grid);
  for (const polygons of shapes) {
    builder.shape();
    for (const rings of polygons) {
      builder.polygon();
      for (const ring of rings) builder.gridRing(ring);
    }
  }
  return builder.build();
}

/** Sources that are noded, with the owners of their edges. */
export function nodedOf(...sources: (readonly Polygon[])[]): {
  shapes: Shapes;
  input: InputEdges;
  noded: Noded;
  owners: Owners;
} {
  const shapes = shapesOf(sources);
  const input = readInputEdges(shapes);
  const still = () => {};
  const noded = nodeEdges(input, still, searchHere(still));
  const owners = ownersOf(shapes, input, noded, mixedKeys(shapes.polygonShape.length));
  return { shapes, input, noded, owners };
}

/** The plane cut by sources, before anything is known of who covers what. */
export function arrangementOf(...sources: (readonly Polygon[])[]): {
  shapes: Shapes;
  arrangement: Arrangement;
  owners: Owners;
} {
  const { shapes, noded, owners } = nodedOf(...sources);
  const arrangement = arrange(noded.vertices, noded.edges, owners.setOfEdge);
  return { shapes, arrangement, owners };
}

/** The plane cut by sources, neighbours that the same sources cover made one face. */
export function mergedOf(...sources: (readonly Polygon[])[]): {
  merged: MergedFaces;
  sets: SetTable;
} {
  const { shapes, arrangement, owners } = arrangementOf(...sources);
  const keys = mixedKeys(shapes.polygonShape.length);
  const membership = labelFaces(arrangement, owners.sets, keys);
  const { setOfCycle, sets } = foldIntoSources(membership, shapes, mixedKeys);
  return { merged: mergeFaces(arrangement, setOfCycle), sets };
}

/** A rectangle, counter-clockwise. */
export function box(x0: number, y0: number, x1: number, y1: number): Ring {
  return [x0, y0, x1, y0, x1, y1, x0, y1];
}

/** The same ring from each of its vertices, both ways. */
export function drawings(ring: Ring): Ring[] {
  const points = ring.flatMap((x, i) => (i % 2 ? [] : [[x, ring[i + 1]!]]));
  const starts = points.map((_, i) => [...points.slice(i), ...points.slice(0, i)]);
  return starts.flatMap((start) => [start.flat(), start.toReversed().flat()]);
}

/** Shapes back as nested lists. */
export function listsOf(shapes: Shapes): Polygon[][] {
  const out: Ring[][][] = Array.from({ length: shapes.count }, () => []);
  for (let p = 0; p < shapes.polygonShape.length; p++) {
    const rings: Ring[] = [];
    for (let r = shapes.polygonRing[p]!; r < shapes.polygonRing[p + 1]!; r++) {
      rings.push([...shapes.xy.subarray(2 * shapes.ringVertex[r]!, 2 * shapes.ringVertex[r + 1]!)]);
    }
    out[shapes.polygonShape[p]!]!.push(rings);
  }
  return out;
}

/** The cells by name: the letters of their sources -> square metres. */
export function cellAreas(partition: Partition, names: string): Record<string, number> {
  const areas: Record<string, number> = {};
  for (let cell = 0; cell < partition.cellArea.length; cell++) {
    const { start, ids } = partition.cellSources;
    const key = [...ids.subarray(start[cell]!, start[cell + 1]!)].map((s) => names[s]).join("");
    areas[key] = partition.cellArea[cell]!;
  }
  return areas;
}

/** Whether a point lies within rings by the even-odd rule; an oracle that shares no code. */
export function evenOdd(rings: Polygon, px: number, py: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
      if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

/** Distance of a point from the nearest edge of any ring. */
export function distanceToEdges(shapes: readonly (readonly Polygon[])[], px: number, py: number) {
  let least = Infinity;
  for (const ring of shapes.flat(2) as Ring[]) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [ax, ay, bx, by] = [ring[i]!, ring[i + 1]!, ring[j]!, ring[j + 1]!];
      const [dx, dy] = [bx - ax, by - ay];
      const along = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1);
      const t = Math.max(0, Math.min(1, along));
      least = Math.min(least, Math.hypot(px - ax - t * dx, py - ay - t * dy));
    }
  }
  return least;
}
