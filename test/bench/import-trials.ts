/** `npm run bench -- --import`: spoilt files and killed imports by the thousand, not timed. */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fuzzImport } from "../support/import-fuzz.ts";
import { killImports } from "../support/import-kills.ts";
import { toyData } from "../support/toy-data.ts";

export interface Trials {
  readonly cases: number;
  readonly kills: number;
}

/** What `--import` runs without numbers of one's own. */
export const TRIALS: Trials = { cases: 20_000, kills: 200 };

const BATCH = 500;

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
    const tally = await killImports(folder, kills, Math.random);
    say(`${tally.killed} kills: ${tally.before} left the old data, ${tally.after} the new`);
    faults.push(...tally.faults);
    for (const fault of faults) say(fault);
    return faults.length === 0;
  } finally {
    toy.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
