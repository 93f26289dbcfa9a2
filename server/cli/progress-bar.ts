import { Presets, SingleBar } from "cli-progress";
import type { Reporter } from "./progress.ts";
import type { World } from "./world.ts";

/** A bar on a terminal, which goes when the work has ended. */
export function barOn(world: World): Reporter {
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
