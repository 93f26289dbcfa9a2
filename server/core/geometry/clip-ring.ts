/** Metres, or any unit, of a box. */
export interface ClipBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/**
 * The part of a ring inside a box. Where a ring leaves the box and comes back, the two places are
 * joined along the box's edge: good for filling, not for measuring.
 *
 * @param ring x and y by turns, closed by implication
 * @returns as the ring; empty where none of it is inside
 * @source Sutherland and Hodgman 1974, Reentrant polygon clipping
 */
export function clipRing(ring: readonly number[], box: ClipBox): number[] {
  const sides = [
    { axis: 0, limit: box.west, sign: 1 },
    { axis: 0, limit: box.east, sign: -1 },
    { axis: 1, limit: box.south, sign: 1 },
    { axis: 1, limit: box.north, sign: -1 },
  ] as const;
  return sides.reduce<number[]>((kept, side) => clipSide(kept, side), [...ring]);
}

interface Side {
  readonly axis: 0 | 1;
  readonly limit: number;
  readonly sign: 1 | -1;
}

function clipSide(ring: readonly number[], { axis, limit, sign }: Side): number[] {
  const kept: number[] = [];
  for (let i = 0; i < ring.length; i += 2) {
    const before = (i + ring.length - 2) % ring.length;
    const inside = sign * (ring[i + axis]! - limit);
    const wasInside = sign * (ring[before + axis]! - limit);
    if (inside >= 0 !== wasInside >= 0) {
      const share = wasInside / (wasInside - inside);
      const between = (a: 0 | 1) => ring[before + a]! + share * (ring[i + a]! - ring[before + a]!);
      kept.push(axis === 0 ? limit : between(0), axis === 1 ? limit : between(1));
    }
    if (inside >= 0) kept.push(ring[i]!, ring[i + 1]!);
  }
  return kept;
}
