import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { WorkloadFiles, WorkloadName } from "../support/workloads.ts";
import { type Run, runTask } from "./child.ts";
import type { EngineRun } from "./engine-run.ts";
import type { GeosMosaic } from "./geos-mosaic.ts";
import { fasterWay, WASM_WORKLOADS } from "./geos-workloads.ts";
import type { Incremental } from "./incremental.ts";
import { mosaicToCsv, mosaicToGeojson } from "./mapshaper.ts";
import { overlayToCsv, overlayToGeojson } from "./overlay-command.ts";
import type { Profile } from "./profile.ts";
import { type SystemGeosRun, systemGeos } from "./system-geos.ts";
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
  /** The same with noding shared by two threads. */
  readonly onTwoThreads: EngineRun;
  /** One run more, on one thread. */
  readonly profile: Profile;
  /** Seconds. */
  readonly radix: number;
  /** The same sort of the noded segments. */
  readonly radixNoded: number;
  readonly parse: number;
  readonly csv: Duel | undefined;
  readonly geojson: Duel | undefined;
  readonly geos: GeosMosaic | undefined;
  readonly systemGeos: SystemGeosRun | undefined;
  readonly turf: TurfPairs;
  readonly incremental: Incremental | undefined;
}

export interface Plan {
  readonly repetitions: number;
  readonly mapshaper: boolean;
  readonly say: (text: string) => void;
}

/** The workload on which one initiative is moved. */
const MOVED_IN: WorkloadName = "initiatives-2000";
/** On which the engine takes half a minute. */
const LONGEST: WorkloadName = "moved-2000";
/** The system's GEOS is stopped when it has taken so many times as long as the engine, … */
const GEOS_TIMES = 20;
/** … but not before so many seconds. */
const GEOS_SECONDS = 300;
/** A round of both that takes longer is not repeated. */
const PATIENCE_SECONDS = 60;
const OUT = fileURLToPath(new URL("../../.bench/out/", import.meta.url));

/** Measures one workload; peers and engine take turns, so that a busy moment hits both. */
export async function measure(files: WorkloadFiles, plan: Plan): Promise<Measured> {
  const { name, title } = files;
  return { name, title, ...(await wholeProcesses(files, plan)), ...(await inProcess(files, plan)) };
}

async function wholeProcesses(
  { name, metres, degrees }: WorkloadFiles,
  { say, repetitions, mapshaper }: Plan,
): Promise<Pick<Measured, "csv" | "geojson">> {
  if (!mapshaper) return { csv: undefined, geojson: undefined };
  mkdirSync(OUT, { recursive: true });
  const csv = await duel(
    (text) => say(`${name}: setting (a): ${text}`),
    repetitions,
    () => overlayToCsv(metres, `${OUT}ours.csv`),
    () => mosaicToCsv(metres, `${OUT}theirs.csv`),
  );
  const geojson = await duel(
    (text) => say(`${name}: setting (b): ${text}`),
    repetitions,
    () => overlayToGeojson(degrees, `${OUT}ours.geojson`),
    () => mosaicToGeojson(degrees, `${OUT}theirs.geojson`),
  );
  rmSync(OUT, { recursive: true, force: true });
  return { csv, geojson };
}

async function inProcess({ name, shapes, metres }: WorkloadFiles, { say, repetitions }: Plan) {
  // One more on either side of the middle: the first finds no code compiled yet.
  const times = String(name === LONGEST ? repetitions : repetitions + 2);
  const task = <T>(what: string, ...args: string[]): Promise<T> => {
    say(`${name}: ${what}`);
    return runTask<T>(what, ...args);
  };
  const radix = await task<number>("radix", shapes, times);
  const radixNoded = await task<number>("radix-noded", shapes, times);
  const engine = await task<EngineRun>("engine", shapes, times);
  const onTwoThreads = await task<EngineRun>("engine-on-two-threads", shapes, times);
  const profile = await task<Profile>("profile", shapes);
  const parse = await task<number>("parse", metres, times);
  const geos = WASM_WORKLOADS.includes(name)
    ? await task<GeosMosaic>("geos", shapes).catch((error: Error) => {
        say(`${name}: GEOS gave up: ${/Error: (.*)/.exec(error.message)?.[1] ?? error.message}`);
        return undefined;
      })
    : undefined;
  say(`${name}: the system's GEOS`);
  const byDebian = await systemGeos(
    shapes,
    fasterWay(name),
    Math.max(GEOS_SECONDS, Math.ceil(GEOS_TIMES * engine.seconds)),
  );
  const turf = await task<TurfPairs>("turf", shapes);
  const incremental =
    name === MOVED_IN ? await task<Incremental>("incremental", shapes) : undefined;
  return {
    engine,
    onTwoThreads,
    profile,
    radix,
    radixNoded,
    parse,
    geos,
    systemGeos: byDebian,
    turf,
    incremental,
  };
}

async function duel(
  say: (text: string) => void,
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
    say(`${inBrief(own)} against ${inBrief(other)}`);
    if (own.seconds + other.seconds > PATIENCE_SECONDS) break;
  }
  return runs;
}

const inBrief = ({ seconds, cpuSeconds }: Run) =>
  `${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} of processor)`;
