import { Presets, SingleBar } from "cli-progress";
import type { Progress } from "../core/overlay/model.ts";
import type { World } from "./world.ts";

export interface Reporter {
  readonly report: Progress;
  /** Take the bar off the terminal. */
  readonly end: () => void;
}

/** How work goes on, to standard error: a bar on a terminal, else a line a stage. */
export function reporterTo(world: World): Reporter {
  return world.terminal ? barOn(world) : linesTo(world);
}

function barOn(world: World): Reporter {
  const bar = new SingleBar(
    {
      stream: world.err as NodeJS.WriteStream,
      format: "{bar} {percentage} % {stage}",
      // Ctrl-C ends the process at once, in the middle of the work: nothing could show it again.
      hideCursor: false,
      clearOnComplete: true,
      fps: 20,
    },
    Presets.shades_grey,
  );
  let shown = false;
  return {
    report(stage, share) {
      if (!shown) bar.start(100, 0, { stage });
      shown = true;
      bar.update(Math.round(share * 100), { stage });
      bar.render();
    },
    end: () => {
      if (shown) bar.stop();
    },
  };
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
