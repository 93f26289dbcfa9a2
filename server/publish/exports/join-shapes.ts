import type { Shapes } from "../../core/overlay/model.ts";

/** Some shapes after others as one: the first of each comes after the last of those before it. */
export function joinShapes(parts: readonly Shapes[]): Shapes {
  const sum = (of: (shapes: Shapes) => number) => parts.reduce((all, one) => all + of(one), 0);
  const polygonShape = new Int32Array(sum((one) => one.polygonShape.length));
  const polygonRing = new Int32Array(sum((one) => one.polygonRing.length - 1) + 1);
  const ringVertex = new Int32Array(sum((one) => one.ringVertex.length - 1) + 1);
  const xy = new Int32Array(sum((one) => one.xy.length));
  let [count, polygons, rings, numbers] = [0, 0, 0, 0];
  for (const one of parts) {
    polygonShape.set(shifted(one.polygonShape, count), polygons);
    polygonRing.set(shifted(one.polygonRing.subarray(1), rings), polygons + 1);
    ringVertex.set(shifted(one.ringVertex.subarray(1), numbers / 2), rings + 1);
    xy.set(one.xy, numbers);
    count += one.count;
    polygons += one.polygonShape.length;
    rings += one.ringVertex.length - 1;
    numbers += one.xy.length;
  }
  return { count, polygonShape, polygonRing, ringVertex, xy };
}

const shifted = (values: Int32Array, by: number) => values.map((value) => value + by);
