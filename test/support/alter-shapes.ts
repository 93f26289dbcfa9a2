/** Ways to spoil a layer, so that a cause can be told from the truth. */
import { missingDatumShift } from "../../server/core/fit/cause/missing-datum.ts";
import type { Shapes } from "../../server/core/overlay/model.ts";

/** Every vertex moved by a vector in metres; millimetre grid. */
export function movedShapes(shapes: Shapes, east: number, north: number): Shapes {
  const { ringArea: _stated, ...rest } = shapes;
  return {
    ...rest,
    xy: shapes.xy.map((v, i) => v + Math.round(1000 * (i % 2 === 0 ? east : north))),
  };
}

/**
 * Every vertex where a program puts it that leaves the OSGB36 datum shift out: the vector is not quite
 * constant; millimetre grid.
 */
export function withoutDatumShift(shapes: Shapes): Shapes {
  const { ringArea: _stated, ...rest } = shapes;
  const xy = shapes.xy.slice();
  for (let i = 0; i < xy.length; i += 2) {
    const { east, north } = missingDatumShift(xy[i]! / 1000, xy[i + 1]! / 1000);
    xy[i]! += Math.round(1000 * east);
    xy[i + 1]! += Math.round(1000 * north);
  }
  return { ...rest, xy };
}

/**
 * Rings thinned after Douglas and Peucker: no vertex that is left out lies farther than the tolerance
 * from the line that stays. Each ring by itself, from its first vertex and the one farthest from it.
 *
 * @param tolerance metres; millimetre grid
 */
export function simplifiedShapes(shapes: Shapes, tolerance: number): Shapes {
  const { ringArea: _stated, ...rest } = shapes;
  const xy: number[] = [];
  const ringVertex = [0];
  for (let ring = 0; ring + 1 < shapes.ringVertex.length; ring++) {
    const begin = shapes.ringVertex[ring]!;
    const end = shapes.ringVertex[ring + 1]!;
    const kept = thinned(shapes.xy.subarray(2 * begin, 2 * end), tolerance * 1000);
    xy.push(...(kept.length >= 6 ? kept : shapes.xy.subarray(2 * begin, 2 * end)));
    ringVertex.push(xy.length / 2);
  }
  return { ...rest, xy: Int32Array.from(xy), ringVertex: Int32Array.from(ringVertex) };
}

function thinned(ring: Int32Array, tolerance: number): number[] {
  const count = ring.length / 2;
  const x = (i: number) => ring[2 * (i % count)]!;
  const y = (i: number) => ring[2 * (i % count) + 1]!;
  let far = 0;
  for (let i = 1; i < count; i++) {
    const from = (at: number) => Math.hypot(x(at) - x(0), y(at) - y(0));
    if (from(i) > from(far)) far = i;
  }
  const keep = new Uint8Array(count + 1);
  keep[0] = keep[far] = 1;
  const stack: [number, number][] = [
    [0, far],
    [far, count],
  ];
  for (let span = stack.pop(); span !== undefined; span = stack.pop()) {
    const [a, b] = span;
    const [dx, dy] = [x(b) - x(a), y(b) - y(a)];
    const square = dx * dx + dy * dy || 1;
    let worst = -1;
    let most = tolerance;
    for (let i = a + 1; i < b; i++) {
      const t = Math.max(0, Math.min(1, ((x(i) - x(a)) * dx + (y(i) - y(a)) * dy) / square));
      const off = Math.hypot(x(i) - x(a) - t * dx, y(i) - y(a) - t * dy);
      if (off > most) [worst, most] = [i, off];
    }
    if (worst < 0) continue;
    keep[worst] = 1;
    stack.push([a, worst], [worst, b]);
  }
  return Array.from({ length: count }, (_, i) => i)
    .filter((i) => keep[i] === 1)
    .flatMap((i) => [x(i), y(i)]);
}

/** Chosen shapes of several lists, laid end to end in the order given. */
export function pickShapes(
  picks: readonly { readonly from: Shapes; readonly shapes: readonly number[] }[],
): Shapes {
  const polygonShape: number[] = [];
  const polygonRing = [0];
  const ringVertex = [0];
  const parts: Int32Array[] = [];
  let vertices = 0;
  picks.forEach(({ from, shapes }, shape) => {
    const wanted = new Set(shapes);
    from.polygonShape.forEach((owner, polygon) => {
      if (!wanted.has(owner)) return;
      for (let ring = from.polygonRing[polygon]!; ring < from.polygonRing[polygon + 1]!; ring++) {
        const part = from.xy.subarray(2 * from.ringVertex[ring]!, 2 * from.ringVertex[ring + 1]!);
        parts.push(part);
        vertices += part.length / 2;
        ringVertex.push(vertices);
      }
      polygonShape.push(shape);
      polygonRing.push(ringVertex.length - 1);
    });
  });
  const xy = new Int32Array(2 * vertices);
  let at = 0;
  for (const part of parts) {
    xy.set(part, at);
    at += part.length;
  }
  return {
    count: picks.length,
    polygonShape: Int32Array.from(polygonShape),
    polygonRing: Int32Array.from(polygonRing),
    ringVertex: Int32Array.from(ringVertex),
    xy,
  };
}
