import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { AppError } from "../../core/errors.ts";
import { type LoadSummary, load } from "../../ingest/load.ts";
import { discardEmpty } from "../../store/discard-empty.ts";
import { afterChange } from "../after-change.ts";
import { expectWritable, printJson } from "../output.ts";
import { reporterTo } from "../progress.ts";
import { DEFAULT_DB, dbPath } from "../settings.ts";
import { pathFrom, type World } from "../world.ts";
import { usingDb, withDb } from "./shared.ts";

interface Options {
  readonly db?: string;
  readonly boundaries?: string;
  readonly besideBundled?: boolean;
  readonly statistics?: string;
  readonly json?: boolean;
}

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
export const REGISTRY_DIR = folder("../../../data/registry");
export const REFERENCE_DIR = folder("../../../data/reference");
export const CASES_DIR = folder("../../../data/cases");

/** `load`: the registry and the boundaries, in one step that is done whole or not at all. */
export function loadCommand(program: Command, world: World): Command {
  return withDb(
    program
      .command("load")
      .description(
        "Load the bundled registry with the bundled generalised boundaries, or with a folder of " +
          "official ones, and cut it into cells. What was stored before stays until all is read.",
      )
      .option("--boundaries <folder>", "official boundaries instead of the bundled ones")
      .option("--beside-bundled", "the folder has no layer of places: the bundled units stay it")
      .option("--statistics <folder>", "people and need by area code"),
  ).action((options: Options) => run(world, options));
}

async function run(world: World, options: Options): Promise<void> {
  const path = dbPath(world, options.db);
  // Any other folder is the caller's to make: a slip of the pen must not start a second database.
  if (path === DEFAULT_DB) mkdirSync(dirname(path), { recursive: true });
  else expectWritable(path);
  const existed = existsSync(path);
  const reporter = await reporterTo(world);
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
          casesDir: CASES_DIR,
          ...(boundariesDir === undefined ? {} : { boundariesDir }),
          besideBundled: options.besideBundled,
          ...(statisticsDir === undefined ? {} : { statisticsDir }),
          progress: reporter.report,
          now: new Date(),
        });
        const after = await afterChange(reporter.report);
        after(db);
        return loaded;
      },
      { create: true },
    );
    reporter.end();
    if (summary.replaced) world.err.write(`${replacing(summary.replaced)}\n`);
    for (const warning of summary.warnings) world.err.write(`${warning}\n`);
    if (options.json) await printJson(world, summary);
    else world.out.write(sentence(summary, path));
  } catch (cause) {
    if (!existed) discardEmpty(path);
    throw unmade(cause, path);
  } finally {
    reporter.end();
  }
}

/** A load makes its database, so one that cannot be opened is a place that cannot be written. */
function unmade(cause: unknown, path: string): unknown {
  if (!(cause instanceof AppError) || cause.code !== "store/missing") return cause;
  return new AppError(
    "file/write",
    `The database ${path} cannot be written. Check who may write there, or name another place with ` +
      "--db.",
    cause.detail,
  );
}

const replacing = ({ before, now }: NonNullable<LoadSummary["replaced"]>) =>
  `Replaces "${before}" by "${now}" as the layer of places.`;

function sentence(summary: LoadSummary, path: string): string {
  const { programmes, initiatives, outlines, located, incomplete } = summary;
  return (
    `${path}: ${programmes} programmes, ${initiatives} initiatives, ${outlines} outlines drawn, ` +
    `${located} located only, ${incomplete.length} drawn in part. ` +
    `Data version ${summary.dataVersion}${summary.changed ? "" : " (unchanged)"}.\n`
  );
}
