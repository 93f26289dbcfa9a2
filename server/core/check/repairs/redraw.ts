import { compose } from "../../overlay/compose.ts";
import type { Repair } from "./repair.ts";

/**
 * Draws the ground that the lines enclose anew: rings read even-odd, polygons united, in rings that
 * neither cross nor meet. The engine certifies it.
 */
export const redraw = {
  id: "redraw",
  title: "Draw anew the ground that the lines enclose",
  mend: (shapes, step) => compose(shapes, { step, originX: 0, originY: 0 }),
} as const satisfies Repair;
