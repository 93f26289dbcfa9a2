import { shapeOf } from "../rings-of.ts";
import { cutThinSpikes } from "../thin-spikes.ts";
import { ringAlong, walkRings } from "../walks.ts";
import type { Repair } from "./repair.ts";

/** Takes out every stretch that runs out along a line and straight back, or all but straight. */
export const cutSpike = {
  id: "cut-spike",
  title: "Take out the lines that run out and straight back",
  mend(shapes, step) {
    const walks = walkRings(shapes);
    const polygons = [...shapes.polygonShape.keys()].map((polygon) =>
      walks.reduced
        .slice(shapes.polygonRing[polygon], shapes.polygonRing[polygon + 1])
        .map((walk) => cutThinSpikes(ringAlong(walks, walk), step).ring)
        .filter((ring) => ring.length >= 6),
    );
    return shapeOf(polygons);
  },
} as const satisfies Repair;
