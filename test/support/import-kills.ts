/** Imports killed at random moments: afterwards the database holds what was there before, or all of it. */
import { spawn } from "node:child_process";
import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openDb } from "../../server/store/db.ts";
import { metaTable } from "../../server/store/meta.ts";
import { gridGeojson, square } from "./squares.ts";
import { dumpOf } from "./table-dump.ts";

const SCRIPT = fileURLToPath(new URL("../../scripts/patchwork.mjs", import.meta.url));

export interface KillTally {
  readonly killed: number;
  /** Kills that came before anything was written, and after all of it was. */
  readonly before: number;
  readonly after: number;
  readonly faults: readonly string[];
}

/** Enough outlines that writing and cutting take longer than starting up. */
function manyZones(): string {
  const zones = Array.from({ length: 1200 }, (_, i) => ({
    properties: { id: `HAZ-${1000 + i}`, name: `Zone ${i}` },
    rings: [square(424_000 + (i % 40) * 250, 424_000 + Math.floor(i / 40) * 250, 400)],
  }));
  return gridGeojson(zones);
}

/** Runs the import as a process of its own. @returns milliseconds, or `undefined` where it was killed */
function importing(folder: string, killAfter: number | undefined): Promise<number | undefined> {
  const started = performance.now();
  const args = [SCRIPT, "import", "many.geojson", "--programme", "HAZ", "--json"];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, PATCHWORK_DB: join(folder, "victim.db"), INIT_CWD: folder },
    stdio: "ignore",
  });
  const timer =
    killAfter === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
  return new Promise((done) => {
    child.on("exit", (code) => {
      clearTimeout(timer);
      done(code === 0 ? performance.now() - started : undefined);
    });
  });
}

const versionIn = (path: string) => {
  const db = openDb(path, { create: false });
  const version = metaTable(db).find("data_version");
  db.close();
  return version;
};

/**
 * @param folder with `toy.db` in it
 * @param chance 0 to 1, asked once a kill
 */
export async function killImports(
  folder: string,
  kills: number,
  chance: () => number,
): Promise<KillTally> {
  const victim = join(folder, "victim.db");
  writeFileSync(join(folder, "many.geojson"), manyZones());
  const fresh = () => {
    for (const end of ["", "-wal", "-shm"]) rmSync(`${victim}${end}`, { force: true });
    copyFileSync(join(folder, "toy.db"), victim);
  };
  fresh();
  const was = { dump: dumpOf(victim), version: versionIn(victim) };
  const whole = await importing(folder, undefined);
  if (whole === undefined) throw new Error("the import does not run to its end");
  const done = versionIn(victim);
  const faults: string[] = [];
  let [before, after] = [0, 0];
  for (let kill = 0; kill < kills; kill++) {
    fresh();
    const moment = chance() * whole * 1.05;
    await importing(folder, moment);
    const { ok, rows } = dumpOf(victim);
    const version = versionIn(victim);
    const at = `killed after ${moment.toFixed(0)} of ${whole.toFixed(0)} ms`;
    if (ok !== "ok") faults.push(`${at}: ${ok}`);
    if (version === was.version) {
      before++;
      if (rows !== was.dump.rows) faults.push(`${at}: something was lost or left behind`);
    } else if (version === done) after++;
    else faults.push(`${at}: neither the old data nor the new`);
  }
  return { killed: kills, before, after, faults };
}
