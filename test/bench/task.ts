/** One measurement in a process of its own: `task.ts NAME FILE [REPETITIONS]`, JSON on stdout. */
import { readFileSync } from "node:fs";
import { startThreads } from "../../server/threads/pool.ts";
import { searchOn } from "../../server/threads/search-threads.ts";
import { sharedList } from "../../server/threads/shared-list.ts";
import { readShapes } from "../support/workloads-files.ts";
import { engineRun } from "./engine-run.ts";
import { fitPairs } from "./fit-pairs.ts";
import { geosMosaic } from "./geos-mosaic.ts";
import { growth } from "./growth.ts";
import { incremental } from "./incremental.ts";
import { profile } from "./profile.ts";
import { nodedSegments, sortByEnds, sortSegments } from "./radix-sort.ts";
import { median } from "./statistics.ts";
import { turfPairs } from "./turf-pairs.ts";

const seconds = (repetitions: number, work: () => unknown): number => {
  const times: number[] = [];
  for (let run = 0; run < repetitions; run++) {
    const start = performance.now();
    work();
    times.push((performance.now() - start) / 1000);
  }
  return median(times);
};

const TASKS: Record<string, (file: string, repetitions: number) => unknown> = {
  engine: (file, repetitions) => engineRun(readShapes(file), repetitions),
  "engine-on-two-threads": async (file, repetitions) => {
    const threads = startThreads(2);
    const search = searchOn(threads, () => undefined);
    const run = engineRun(readShapes(file), repetitions, { search, makeList: sharedList });
    await threads.close();
    return run;
  },
  profile: (file) => profile(readShapes(file)),
  geos: (file) => geosMosaic(readShapes(file)),
  turf: (file) => turfPairs(readShapes(file)),
  radix: (file, repetitions) => {
    const shapes = readShapes(file);
    return seconds(repetitions, () => sortSegments(shapes));
  },
  "radix-noded": (file, repetitions) => {
    const ends = nodedSegments(readShapes(file));
    return seconds(repetitions, () => sortByEnds(ends));
  },
  parse: (file, repetitions) => seconds(repetitions, () => JSON.parse(readFileSync(file, "utf8"))),
  incremental: (file) => incremental(readShapes(file)),
  growth: (map) => growth(map),
  fit: () => fitPairs(),
};

const [name = "", file = "", repetitions = "3"] = process.argv.slice(2);
const task = TASKS[name];
if (task === undefined) throw new Error(`No task is called "${name}".`);
process.stdout.write(JSON.stringify(await task(file, Number(repetitions))));
