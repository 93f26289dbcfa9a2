import { shapeOf } from "../rings-of.ts";
import { walkRings } from "../walks.ts";
import type { Repair } from "./repair.ts";

/** Takes out every stretch that runs out along a line and straight back. */
export const cutSpike = {
  id: "cut-spike",
  title: "Take out the lines that run out and straight back",
  mend(shapes) {
    const walks = walkRings(shapes);
    const polygons = [...shapes.polygonShape.keys()].map((polygon) =>
      walks.reduced
        .slice(shapes.polygonRing[polygon], shapes.polygonRing[polygon + 1])
        .map((walk) =>
          walk.flatMap((half) => {
            const vertex = walks.from(half);
            return [walks.x(vertex), walks.y(vertex)];
          }),
        )
        .filter((ring) => ring.length >= 6),
    );
    return shapeOf(polygons);
  },
} as const satisfies Repair;
