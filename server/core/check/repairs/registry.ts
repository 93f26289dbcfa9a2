import { closeRing } from "./close-ring.ts";
import { cutSpike } from "./cut-spike.ts";
import { dropRepeat } from "./drop-repeat.ts";
import { fillHole } from "./fill-hole.ts";
import { redraw } from "./redraw.ts";
import type { Repair } from "./repair.ts";
import { turnRing } from "./turn-ring.ts";

/** Every repair of an outline, in the order in which accepted ones are made. */
export const REPAIRS = [
  closeRing,
  dropRepeat,
  cutSpike,
  redraw,
  fillHole,
  turnRing,
] as const satisfies readonly Repair[];

export type RepairId = (typeof REPAIRS)[number]["id"];
