import { type Ring, signedArea } from "./rings-of.ts";

/** Square metres: a smaller hole is a slip of drawing and not ground left out on purpose. */
export const TINY_HOLE = 10;

/** A hole without any ground is a repeated or flat ring and not called tiny. */
export function isTinyHole(ring: Ring, step: number): boolean {
  const area = Math.abs(signedArea(ring)) * step * step;
  return area > 0 && area < TINY_HOLE;
}
