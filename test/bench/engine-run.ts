import { pairAreas } from "../../server/core/overlay/folds.ts";
import type { Shapes } from "../../server/core/overlay/model.ts";
import { type PartitionOptions, partition } from "../../server/core/overlay/partition.ts";
import { median } from "./statistics.ts";

/** The engine in process, on shapes already in memory. */
export interface EngineRun {
  /** Median seconds of the whole partition with its certificate. */
  readonly seconds: number;
  /** Median seconds by stage, as the engine names them. */
  readonly stages: Record<string, number>;
  /** Median seconds of all pair areas, which the pairwise peers compute. */
  readonly pairs: number;
  readonly sources: number;
  readonly vertices: number;
  readonly cells: number;
  readonly polygons: number;
  readonly holes: number;
  readonly deepest: number;
  readonly memberships: number;
  readonly passes: number;
  readonly driftMetres: number;
  readonly snapChangeRelative: number;
}

type Sharing = Pick<PartitionOptions, "search" | "makeList">;

const GRID = { step: 0.001, originX: 0, originY: 0 };

/**
 * Runs the partition several times in this process; the first run is counted too. No collection is
 * forced in between: V8 would drop compiled code with the garbage, and every run be a first one.
 *
 * @param sharing how several threads take part
 */
export function engineRun(shapes: Shapes, repetitions: number, sharing: Sharing = {}): EngineRun {
  const totals: number[] = [];
  const pairTimes: number[] = [];
  const stageTimes = new Map<string, number[]>();
  let figures: Omit<EngineRun, "seconds" | "stages" | "pairs"> | undefined;
  for (let run = 0; run < repetitions; run++) {
    const { result, stages, seconds } = timed(shapes, sharing);
    totals.push(seconds);
    for (const [stage, time] of stages) {
      stageTimes.set(stage, [...(stageTimes.get(stage) ?? []), time]);
    }
    const start = performance.now();
    pairAreas(result);
    pairTimes.push((performance.now() - start) / 1000);
    if (!result.certificate.passed) throw new Error("The certificate did not pass.");
    const { start: first } = result.cellSources;
    figures = {
      sources: shapes.count,
      vertices: shapes.xy.length / 2,
      cells: result.cells.count,
      polygons: result.cells.polygonShape.length,
      holes: result.holes.count,
      deepest: first.reduce((most, at, i) => Math.max(most, i === 0 ? 0 : at - first[i - 1]!), 0),
      memberships: result.cellSources.ids.length,
      passes: result.certificate.passes,
      driftMetres: result.certificate.snapDrift,
      snapChangeRelative: result.certificate.snapChangeRelative,
    };
  }
  if (figures === undefined) throw new Error("The engine is to be run at least once.");
  const stages = Object.fromEntries([...stageTimes].map(([name, list]) => [name, median(list)]));
  return { ...figures, seconds: median(totals), stages, pairs: median(pairTimes) };
}

/** A stage lasts from its first report to the first of the next. */
function timed(shapes: Shapes, sharing: Sharing) {
  const stages = new Map<string, number>();
  const start = performance.now();
  let stage = "";
  let since = start;
  const close = (now: number) => {
    if (stage !== "") stages.set(stage, (stages.get(stage) ?? 0) + (now - since) / 1000);
  };
  const result = partition(shapes, GRID, {
    ...sharing,
    progress: (name) => {
      if (name === stage) return;
      const now = performance.now();
      close(now);
      stage = name;
      since = now;
    },
  });
  const end = performance.now();
  close(end);
  stages.delete("done");
  return { result, stages, seconds: (end - start) / 1000 };
}
