import type { Repair } from "./repair.ts";

/**
 * A ring that does not end where it began is closed by a straight line. Rings are read so already,
 * so the outline stays as it is: what is accepted is that the line was meant.
 */
export const closeRing = {
  id: "close-ring",
  title: "Close the ring with a straight line from its last point to its first",
  mend: (shapes) => shapes,
} as const satisfies Repair;
