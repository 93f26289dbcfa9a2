import { AppError } from "../core/errors.ts";
import type { Partition, Progress, Shapes } from "../core/overlay/model.ts";
import { partition } from "../core/overlay/partition.ts";
import { STORE_GRID } from "../store/geometry-codec.ts";

export interface AnalyseOptions {
  readonly progress?: Progress;
}

/**
 * A partition that may be stored and shown: one whose certificate holds.
 *
 * @throws AppError certificate/failed, work/cancelled
 */
export function certifiedPartition(sources: Shapes, { progress }: AnalyseOptions): Partition {
  return expectPassed(partition(sources, STORE_GRID, progress ? { progress } : {}));
}

/** @throws AppError certificate/failed, with the certificate as detail */
export function expectPassed(result: Partition): Partition {
  const { certificate } = result;
  if (certificate.passed) return result;
  throw new AppError(
    "certificate/failed",
    "The figures did not pass their own check, so nothing was stored. This is a fault of the " +
      "program: please report it with the certificate.",
    { certificate },
  );
}
