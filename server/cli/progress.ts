import type { Progress } from "../core/overlay/model.ts";
import type { World } from "./world.ts";

export interface Reporter {
  readonly report: Progress;
  /** Take the bar off the terminal. */
  readonly end: () => void;
}

/** How work goes on, to standard error: a bar on a terminal, else a line a stage. */
export async function reporterTo(world: World): Promise<Reporter> {
  return world.terminal ? (await import("./progress-bar.ts")).barOn(world) : linesTo(world);
}

function linesTo(world: World): Reporter {
  let last = "";
  return {
    report(stage) {
      if (stage === last) return;
      last = stage;
      world.err.write(`${stage}\n`);
    },
    end: () => {},
  };
}
