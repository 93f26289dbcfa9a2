import type { Shapes } from "../overlay/model.ts";

/** A ring's vertices, x and y by turns, on the grid. */
export type Ring = readonly number[];
/** Polygons of one feature, each a list of rings, the outer one first. */
export type Polygons = readonly (readonly Ring[])[];

/** The polygons of a feature's one shape, to be changed piece by piece. */
export function polygonsOf({ polygonRing, ringVertex, xy }: Shapes): Polygons {
  const polygons: Ring[][] = [];
  for (let polygon = 0; polygon + 1 < polygonRing.length; polygon++) {
    const rings: Ring[] = [];
    for (let ring = polygonRing[polygon]!; ring < polygonRing[polygon + 1]!; ring++) {
      rings.push([...xy.subarray(2 * ringVertex[ring]!, 2 * ringVertex[ring + 1]!)]);
    }
    polygons.push(rings);
  }
  return polygons;
}

/** One shape of these polygons; polygons without a ring are left out. */
export function shapeOf(polygons: Polygons): Shapes {
  const drawn = polygons.filter((rings) => rings.length > 0);
  const polygonRing = [0];
  const ringVertex = [0];
  const xy: number[] = [];
  for (const rings of drawn) {
    for (const ring of rings) {
      for (const value of ring) xy.push(value);
      ringVertex.push(xy.length / 2);
    }
    polygonRing.push(ringVertex.length - 1);
  }
  return {
    count: 1,
    polygonShape: new Int32Array(drawn.length),
    polygonRing: Int32Array.from(polygonRing),
    ringVertex: Int32Array.from(ringVertex),
    xy: Int32Array.from(xy),
  };
}

/** Square steps that a ring encloses, positive against the clock. */
export function signedArea(ring: Ring): number {
  const [originX = 0, originY = 0] = ring;
  let twice = 0;
  for (let i = 2; i + 3 < ring.length; i += 2) {
    twice +=
      (ring[i]! - originX) * (ring[i + 3]! - originY) -
      (ring[i + 2]! - originX) * (ring[i + 1]! - originY);
  }
  return twice / 2;
}

/** Square steps as drawn: of each polygon the outer ring less the others. */
export function statedArea(polygons: Polygons): number {
  let sum = 0;
  for (const rings of polygons) {
    rings.forEach((ring, i) => {
      sum += (i === 0 ? 1 : -1) * Math.abs(signedArea(ring));
    });
  }
  return sum;
}

/** Outlines of one shape each, laid end to end: the n-th becomes shape n. */
export function shapesOfEach(outlines: readonly Shapes[]): Shapes {
  const polygonShape: number[] = [];
  const polygonRing = [0];
  const ringVertex = [0];
  let vertices = 0;
  const xy = new Int32Array(outlines.reduce((sum, outline) => sum + outline.xy.length, 0));
  outlines.forEach((outline, shape) => {
    xy.set(outline.xy, 2 * vertices);
    const rings = ringVertex.length - 1;
    for (const end of outline.ringVertex.subarray(1)) ringVertex.push(vertices + end);
    for (const end of outline.polygonRing.subarray(1)) {
      polygonRing.push(rings + end);
      polygonShape.push(shape);
    }
    vertices += outline.xy.length / 2;
  });
  return {
    count: outlines.length,
    polygonShape: Int32Array.from(polygonShape),
    polygonRing: Int32Array.from(polygonRing),
    ringVertex: Int32Array.from(ringVertex),
    xy,
  };
}
