/**
 * Whether a point lies inside rings read even-odd. On an edge either answer may come.
 *
 * @param xy x and y of each vertex by turns; rings are closed implicitly
 * @param ringVertex ring -> its first vertex, one entry more than rings
 * @param firstRing first of the rings to read; `endRing` is the one after the last
 */
export function pointInRings(
  x: number,
  y: number,
  xy: Float64Array,
  ringVertex: Int32Array,
  firstRing = 0,
  endRing = ringVertex.length - 1,
): boolean {
  let inside = false;
  for (let ring = firstRing; ring < endRing; ring++) {
    const end = 2 * ringVertex[ring + 1]!;
    let before = end - 2;
    for (let at = 2 * ringVertex[ring]!; at < end; at += 2) {
      const y0 = xy[before + 1]!;
      const y1 = xy[at + 1]!;
      if (y0 > y !== y1 > y) {
        const x0 = xy[before]!;
        if (x < x0 + ((y - y0) / (y1 - y0)) * (xy[at]! - x0)) inside = !inside;
      }
      before = at;
    }
  }
  return inside;
}
