import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { analyseStudy } from "../../analysis/analyse-study.ts";
import { type LoadSummary, load } from "../../ingest/load.ts";
import { printJson } from "../output.ts";
import { reporterTo } from "../progress.ts";
import { dbPath } from "../settings.ts";
import { pathFrom, type World } from "../world.ts";
import { usingDb, withDb } from "./shared.ts";

interface Options {
  readonly db?: string;
  readonly boundaries?: string;
  readonly statistics?: string;
  readonly json?: boolean;
}

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
export const REGISTRY_DIR = folder("../../../data/registry");
export const REFERENCE_DIR = folder("../../../data/reference");

/** `load`: the registry and the boundaries, in one step that is done whole or not at all. */
export function loadCommand(program: Command, world: World): Command {
  return withDb(
    program
      .command("load")
      .summary("load the registry and boundaries, and analyse them")
      .description(
        "Load the bundled registry with the bundled generalised boundaries, or with a folder of " +
          "official ones, and cut it into cells. What was stored before stays until all is read.",
      )
      .option("--boundaries <folder>", "official boundaries instead of the bundled ones")
      .option("--statistics <folder>", "people and need by area code"),
  ).action((options: Options) => run(world, options));
}

async function run(world: World, options: Options): Promise<void> {
  const path = dbPath(world, options.db);
  mkdirSync(dirname(path), { recursive: true });
  const existed = existsSync(path);
  const reporter = reporterTo(world);
  const from = (name: string | undefined) =>
    name === undefined ? undefined : pathFrom(world, name);
  const boundariesDir = from(options.boundaries);
  const statisticsDir = from(options.statistics);
  try {
    const summary = await usingDb(
      world,
      options.db,
      async (db) => {
        const loaded = await load(db, {
          registryDir: REGISTRY_DIR,
          referenceDir: REFERENCE_DIR,
          ...(boundariesDir === undefined ? {} : { boundariesDir }),
          ...(statisticsDir === undefined ? {} : { statisticsDir }),
          progress: reporter.report,
          now: new Date(),
        });
        analyseStudy(db, { progress: reporter.report });
        return loaded;
      },
      { create: true },
    );
    reporter.end();
    for (const warning of summary.warnings) world.err.write(`${warning}\n`);
    if (options.json) await printJson(world, summary);
    else world.out.write(sentence(summary, path));
  } catch (cause) {
    // A database that was made for this load and got nothing is no database.
    if (!existed) for (const end of ["", "-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
    throw cause;
  } finally {
    reporter.end();
  }
}

function sentence(summary: LoadSummary, path: string): string {
  const { programmes, initiatives, outlines, located, incomplete } = summary;
  return (
    `${path}: ${programmes} programmes, ${initiatives} initiatives, ${outlines} outlines drawn, ` +
    `${located} located only, ${incomplete.length} drawn in part. ` +
    `Data version ${summary.dataVersion}${summary.changed ? "" : " (unchanged)"}.\n`
  );
}
