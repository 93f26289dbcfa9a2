import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { WorkloadFiles, WorkloadName } from "../support/workloads.ts";
import { type Run, runTask } from "./child.ts";
import type { EngineRun } from "./engine-run.ts";
import type { GeosMosaic } from "./geos-mosaic.ts";
import { mosaicToCsv, mosaicToGeojson } from "./mapshaper.ts";
import { overlayToCsv, overlayToGeojson } from "./overlay-command.ts";
import type { TurfPairs } from "./turf-pairs.ts";

/** Whole processes on the same file, run in turn. */
export interface Duel {
  readonly ours: readonly Run[];
  readonly theirs: readonly Run[];
}

/** Everything measured on one workload. */
export interface Measured {
  readonly name: WorkloadName;
  readonly title: string;
  readonly engine: EngineRun;
  /** Seconds. */
  readonly radix: number;
  readonly parse: number;
  readonly csv: Duel | undefined;
  readonly geojson: Duel | undefined;
  readonly geos: GeosMosaic | undefined;
  readonly turf: TurfPairs;
}

export interface Plan {
  readonly repetitions: number;
  readonly mapshaper: boolean;
  readonly say: (text: string) => void;
}

/** Two gigabytes of WebAssembly hold no more than these. */
const GEOS_WORKLOADS: readonly WorkloadName[] = ["layers", "three-layers", "initiatives-2000"];
/** A round of both that takes longer is not repeated. */
const PATIENCE_SECONDS = 60;
const OUT = fileURLToPath(new URL("../../.bench/out/", import.meta.url));

/** Measures one workload; peers and engine take turns, so that a busy moment hits both. */
export async function measure(files: WorkloadFiles, plan: Plan): Promise<Measured> {
  const { say, repetitions, mapshaper } = plan;
  const { name, title, shapes, metres, degrees } = files;
  const times = String(repetitions);
  mkdirSync(OUT, { recursive: true });
  const told = async <T>(what: string, work: Promise<T>): Promise<T> => {
    say(`${name}: ${what}`);
    return work;
  };
  const csv = mapshaper
    ? await duel(
        say,
        `${name}: whole process, setting (a)`,
        repetitions,
        () => overlayToCsv(metres, `${OUT}ours.csv`),
        () => mosaicToCsv(metres, `${OUT}theirs.csv`),
      )
    : undefined;
  const geojson = mapshaper
    ? await duel(
        say,
        `${name}: whole process, setting (b)`,
        repetitions,
        () => overlayToGeojson(degrees, `${OUT}ours.geojson`),
        () => mosaicToGeojson(degrees, `${OUT}theirs.geojson`),
      )
    : undefined;
  rmSync(OUT, { recursive: true, force: true });
  const radix = await told("radix sort", runTask<number>("radix", shapes, times));
  const engine = await told("engine in process", runTask<EngineRun>("engine", shapes, times));
  const parse = await told("JSON.parse", runTask<number>("parse", metres, times));
  const geos = GEOS_WORKLOADS.includes(name)
    ? await told("GEOS", runTask<GeosMosaic>("geos", shapes)).catch((error: Error) => {
        say(`${name}: GEOS gave up: ${/Error: (.*)/.exec(error.message)?.[1] ?? error.message}`);
        return undefined;
      })
    : undefined;
  const turf = await told("@turf/turf on a sample", runTask<TurfPairs>("turf", shapes));
  return { name, title, engine, radix, parse, csv, geojson, geos, turf };
}

async function duel(
  say: (text: string) => void,
  what: string,
  repetitions: number,
  ours: () => Promise<Run>,
  theirs: () => Promise<Run>,
): Promise<Duel> {
  const runs = { ours: [] as Run[], theirs: [] as Run[] };
  for (let round = 0; round < repetitions; round++) {
    const own = await ours();
    const other = await theirs();
    runs.ours.push(own);
    runs.theirs.push(other);
    say(`${what}: ${own.seconds.toFixed(1)} s against ${other.seconds.toFixed(1)} s`);
    if (own.seconds + other.seconds > PATIENCE_SECONDS) break;
  }
  return runs;
}
