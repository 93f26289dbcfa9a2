import type { Shapes } from "../../core/overlay/model.ts";

/** The shapes of `a`, then those of `b`, as one: shape n of b becomes shape a.count + n. */
export function joinShapes(a: Shapes, b: Shapes): Shapes {
  const vertices = a.xy.length / 2;
  const rings = a.ringVertex.length - 1;
  return {
    count: a.count + b.count,
    polygonShape: joined(a.polygonShape, b.polygonShape, a.count),
    polygonRing: joined(a.polygonRing, b.polygonRing.subarray(1), rings),
    ringVertex: joined(a.ringVertex, b.ringVertex.subarray(1), vertices),
    xy: joined(a.xy, b.xy, 0),
  };
}

function joined(a: Int32Array, b: Int32Array, shift: number): Int32Array {
  const both = new Int32Array(a.length + b.length);
  both.set(a);
  for (let i = 0; i < b.length; i++) both[a.length + i] = b[i]! + shift;
  return both;
}
