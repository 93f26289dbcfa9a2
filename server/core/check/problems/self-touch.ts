import type { Problem } from "../model.ts";
import { atVertex } from "./at-vertex.ts";

export const selfTouch = {
  id: "self-touch",
  standing: "repairable",
  repair: "redraw",
  unit: undefined,
  sentence: (n) =>
    n === 1
      ? "1 outline touches itself or runs along itself"
      : `${n} outlines touch themselves or run along themselves`,
  advice:
    "Accept the repair, which draws the same ground in rings that do not meet. Other programs refuse such outlines.",
  ofFeature: ({ feature, walks, meetings }) =>
    meetings()
      .filter(({ kind }) => kind === "touches")
      .map(({ ring, vertex }) => atVertex(feature, walks(), ring, vertex)),
} as const satisfies Problem;
