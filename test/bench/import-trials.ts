/** `npm run bench -- --import`: spoilt files, killed imports, and the largest real file taken in. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { patchwork } from "../support/cli.ts";
import { fuzzImport } from "../support/import-fuzz.ts";
import { killImports } from "../support/import-kills.ts";
import { toyData } from "../support/toy-data.ts";

export interface Trials {
  readonly cases: number;
  readonly kills: number;
}

/** What `--import` runs without numbers of one's own. */
export const TRIALS: Trials = { cases: 20_000, kills: 200 };

/** Spoilt files, and kills, between two lines of the report: a run that is broken off says how far it was. */
const BATCH = 500;
const KILLS = 20;

/** 32,844 small areas: too long for the tests. */
const LARGEST = "../shared/data/boundaries/lsoa_england.geojson.gz";

/**
 * Runs both and says what came of them.
 *
 * @returns whether nothing was wrong
 */
export async function runTrials(
  { cases, kills }: Trials,
  say: (text: string) => void,
): Promise<boolean> {
  const toy = await toyData();
  const folder = mkdtempSync(join(tmpdir(), "patchwork-trials-"));
  try {
    copyFileSync(toy.db, join(folder, "toy.db"));
    const faults: string[] = [];
    let refused = 0;
    for (let from = 0; from < cases; from += BATCH) {
      const size = Math.min(BATCH, cases - from);
      // Past the cases of the tests, which are numbered from 0.
      const seeds = Array.from({ length: size }, (_, i) => 1000 + from + i);
      const batch = await fuzzImport(folder, seeds, 10);
      refused += batch.refused;
      faults.push(...batch.faults.map(({ seed, file, what }) => `case ${seed}, ${file}: ${what}`));
      say(`${from + size} spoilt files: ${refused} refused, ${faults.length} faults`);
    }
    let [killed, before, after] = [0, 0, 0];
    while (killed < kills) {
      const tally = await killImports(folder, Math.min(KILLS, kills - killed), Math.random);
      killed += tally.killed;
      before += tally.before;
      after += tally.after;
      faults.push(...tally.faults);
      say(`${killed} kills: ${before} left the old data, ${after} the new`);
    }
    if (existsSync(LARGEST)) faults.push(...(await takeLargest(folder, say)));
    for (const fault of faults) say(fault);
    return faults.length === 0;
  } finally {
    toy.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns what went wrong */
async function takeLargest(folder: string, say: (text: string) => void): Promise<string[]> {
  const args = ["import", LARGEST, "--reference", "lsoas", "--accept-repairs", "--json"];
  const started = performance.now();
  const env = { PATCHWORK_DB: join(folder, "toy.db") };
  const { status, err } = await patchwork(process.cwd(), args, env);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  say(`${LARGEST}: ${status === 0 ? "taken in" : "not taken in"}, ${seconds} s`);
  return status === 0 ? [] : [`${LARGEST}: ${err.slice(-300)}`];
}
