import { polygonsOf, type Ring, shapeOf, signedArea } from "../rings-of.ts";
import type { Repair } from "./repair.ts";

/** Outer rings against the clock, inner ones with it, as RFC 7946 has it. */
export const turnRing = {
  id: "turn-ring",
  title: "Turn the rings round",
  mend: (shapes) =>
    shapeOf(
      polygonsOf(shapes).map((rings) =>
        rings.map((ring, i) => (signedArea(ring) > 0 === (i === 0) ? ring : turned(ring))),
      ),
    ),
} as const satisfies Repair;

/** The same ring from the same first vertex the other way round. */
function turned(ring: Ring): Ring {
  const round: number[] = [];
  for (let i = ring.length - 2; i >= 0; i -= 2) round.push(ring[i]!, ring[i + 1]!);
  return round;
}
