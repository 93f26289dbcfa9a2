import type { Format } from "./format.ts";

/**
 * A reader whose code is loaded when the first file is read by it. All formats are known from the
 * start; a run reads files of one or two, and loading what all of them rest on would take longer
 * than many a run.
 */
export function readLater(load: () => Promise<Format["read"]>): Format["read"] {
  return async function* read(path, options) {
    yield* (await load())(path, options);
  };
}
