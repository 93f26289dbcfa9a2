import type { Face } from "./face.ts";
import type { Shapes } from "./model.ts";

/**
 * Lays shapes out flat. Faces that follow each other as they did the last time are copied from there
 * in one run, so a change costs a few long copies instead of one for each face.
 *
 * Invariant: `face.place` says where its coordinates stand in what is returned; `last` is not changed.
 * Cost: a look at each face and ring, and a copy of the coordinates.
 *
 * @param last what was returned the last time
 */
export function laidOut(
  shapes: readonly { readonly faces: readonly Face[] }[],
  last: Shapes | undefined,
): Shapes {
  const size = sizeOf(shapes);
  const polygonShape = new Int32Array(size.polygons);
  const polygonRing = new Int32Array(size.polygons + 1);
  const ringVertex = new Int32Array(size.rings + 1);
  const copier = new RunCopier(last?.xy ?? new Int32Array(0), new Int32Array(size.coordinates));
  let polygon = 0;
  let ring = 0;
  for (let shape = 0; shape < shapes.length; shape++) {
    for (const face of shapes[shape]!.faces) {
      const at = copier.append(face);
      const { ringEnd } = face;
      for (let i = 0; i < ringEnd.length; i++) ringVertex[++ring] = (at >> 1) + ringEnd[i]!;
      polygonShape[polygon] = shape;
      polygonRing[++polygon] = ring;
    }
  }
  return { count: shapes.length, polygonShape, polygonRing, ringVertex, xy: copier.finish() };
}

function sizeOf(shapes: readonly { readonly faces: readonly Face[] }[]) {
  let polygons = 0;
  let rings = 0;
  let coordinates = 0;
  for (const { faces } of shapes) {
    polygons += faces.length;
    for (const face of faces) {
      rings += face.ringEnd.length;
      coordinates += face.xy.length;
    }
  }
  return { polygons, rings, coordinates };
}

/** Copies the coordinates of faces one after another, those that stood together before in one go. */
class RunCopier {
  private readonly from: Int32Array;
  private readonly into: Int32Array;
  private at = 0;
  /** Where the run that is still to be copied stands in `from`. */
  private runStart = 0;
  private runEnd = 0;

  constructor(from: Int32Array, into: Int32Array) {
    this.from = from;
    this.into = into;
  }

  /** @returns where the coordinates of the face begin */
  append(face: Face): number {
    const begin = this.at;
    if (face.place !== this.runEnd || face.place < 0) {
      this.flush();
      this.runStart = face.place;
      this.runEnd = face.place;
    }
    if (face.place < 0) {
      this.into.set(face.xy, begin);
      this.runStart = 0;
      this.runEnd = 0;
    } else {
      this.runEnd += face.xy.length;
    }
    this.at = begin + face.xy.length;
    face.place = begin;
    return begin;
  }

  finish(): Int32Array {
    this.flush();
    return this.into;
  }

  private flush(): void {
    const length = this.runEnd - this.runStart;
    if (length === 0) return;
    this.into.set(this.from.subarray(this.runStart, this.runEnd), this.at - length);
  }
}
