/** West, south, east, north; or least x, least y, greatest x, greatest y. */
export type Bounds = readonly [number, number, number, number];

/** The smallest box round points, x and y by turns; `undefined` when there is none. */
export function boundsOf(xy: Float64Array): Bounds | undefined {
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < xy.length; i += 2) {
    const x = xy[i]!;
    const y = xy[i + 1]!;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return west <= east ? [west, south, east, north] : undefined;
}

/** The smallest box round boxes; `undefined` when there is none. */
export function unionOfBounds(boxes: readonly Bounds[]): Bounds | undefined {
  return boundsOf(Float64Array.from(boxes.flat()));
}

/** Whether the first box lies within the second, edges included. */
export function boundsWithin(inner: Bounds, outer: Bounds): boolean {
  return (
    inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3]
  );
}
