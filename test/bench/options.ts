import { parseArgs } from "node:util";
import { bestMap, type MapName, type WorkloadName, workloadNames } from "../support/workloads.ts";
import { TRIALS, type Trials } from "./import-trials.ts";

export interface BenchOptions {
  readonly map: MapName;
  readonly workloads: readonly WorkloadName[];
  readonly repetitions: number;
  /** Write docs/performance.md: only after a full run on a map of full size. */
  readonly write: boolean;
  /** Spoilt files and killed imports instead of workloads. */
  readonly trials: Trials | undefined;
  /** Only bodies against reference areas; needs the shared boundaries. */
  readonly fit: boolean;
  /** Only steps of the date in a browser; needs the built app. */
  readonly browser: boolean;
}

const REPETITIONS = 3;
/** A quick run is to find out whether the bench still works, in about a minute. */
const QUICK: readonly WorkloadName[] = ["layers", "three-layers", "initiatives-2000"];

/** `npm run bench -- [--only NAME,…] [--quick] [--write] [--import [--cases N] [--kills N]]`, or `-- --fit`, or `-- --browser`. */
export function readOptions(argv: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      only: { type: "string" },
      quick: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
      import: { type: "boolean", default: false },
      cases: { type: "string", default: String(TRIALS.cases) },
      kills: { type: "string", default: String(TRIALS.kills) },
      fit: { type: "boolean", default: false },
      browser: { type: "boolean", default: false },
    },
  });
  const wanted = values.only?.split(",") ?? (values.quick ? QUICK : workloadNames);
  const workloads = workloadNames.filter((name) => wanted.includes(name));
  const unknown = wanted.filter((name) => !workloads.some((known) => known === name));
  if (unknown.length > 0) {
    throw new Error(`No workload is called ${unknown}. There are: ${workloadNames.join(", ")}.`);
  }
  return {
    map: values.quick ? "small" : bestMap(),
    workloads,
    repetitions: values.quick ? 1 : REPETITIONS,
    write: values.write,
    trials: values.import
      ? { cases: Number(values.cases), kills: Number(values.kills) }
      : undefined,
    fit: values.fit,
    browser: values.browser,
  };
}
