import { createMap, initiatives, type MapName } from "../support/workloads.ts";
import { toShapes } from "../support/workloads-ground.ts";
import { type EngineRun, engineRun } from "./engine-run.ts";

/** How time grows with the number of initiatives, and with how deep they lie on each other. */
export interface Growth {
  readonly byNumber: readonly EngineRun[];
  readonly byDepth: readonly (EngineRun & { readonly hotSpots: number })[];
}

const NUMBERS = [500, 1000, 2000, 4000, 8000];
const HOT_SPOTS = [2000, 250, 50, 10, 2];
const DEPTH_NUMBER = 2000;
const REPETITIONS = 3;

export function growth(mapName: string): Growth {
  const map = createMap(mapName as MapName);
  const run = (count: number, hotSpots?: number) =>
    engineRun(toShapes(map.ground, initiatives(map, count, hotSpots)), REPETITIONS);
  return {
    byNumber: NUMBERS.map((count) => run(count)),
    byDepth: HOT_SPOTS.map((hotSpots) => ({ hotSpots, ...run(DEPTH_NUMBER, hotSpots) })),
  };
}
