import type { Command } from "commander";
import { AppError } from "../../core/errors.ts";
import { NATIONAL_GRID, statedCrs } from "../../ingest/crs.ts";
import { loadedThing, loadedWords } from "../../publish/loaded-thing.ts";
import { versionList } from "../../publish/version-list.ts";
import { versionOutlines } from "../../publish/version-outlines.ts";
import type { Db } from "../../store/db.ts";
import { expectGeojsonName, expectWritable, print, printJson, writeFile } from "../output.ts";
import { textTable } from "../text-table.ts";
import { pathFrom, type World } from "../world.ts";
import { usingDb, withDb } from "./shared.ts";

interface Options {
  readonly db?: string;
  readonly version?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** `versions [ID]`: the history of the data, or of one thing. */
export function versionsCommand(program: Command, world: World): Command {
  return withDb(
    program
      .command("versions")
      .description(
        "List every change of the data with its source, or those of one initiative, reference layer " +
          "or set of weights. With --version the outlines as they stood then, as GeoJSON.",
      )
      .argument("[id]", "an initiative, a reference layer or a set of weights")
      .option("--version <number>", "the outlines of ID right after this version, as GeoJSON")
      .option("-o, --out <file>", "write those here instead of standard output"),
  ).action((id: string | undefined, options: Options) => run(world, id, options));
}

async function run(world: World, id: string | undefined, options: Options): Promise<void> {
  if (options.version !== undefined) return outlines(world, id, options);
  const { versions, loaded } = await usingDb(world, options.db, (db) => historyOf(db, id), {
    readonly: true,
  });
  if (options.json) await printJson(world, { versions, loaded });
  else if (loaded) await print(world, [`${loadedWords(loaded)}\n`]);
  else {
    const rows = versions.map(({ version, kind, made_at, who, what, source, changed }) => ({
      version,
      kind,
      made: made_at.slice(0, 16).replace("T", " "),
      who,
      change: id === undefined ? null : changed.map(({ change }) => change).join(", "),
      what,
      source,
    }));
    await print(world, [textTable(rows)]);
  }
}

/** @throws AppError input/not-found where nothing is called so and nothing ever was */
function historyOf(db: Db, id: string | undefined) {
  const versions = versionList(db, id);
  if (versions.length > 0 || id === undefined) return { versions, loaded: null };
  const loaded = loadedThing(db, id);
  if (loaded !== undefined) return { versions, loaded };
  throw new AppError(
    "input/not-found",
    `There is no initiative, reference layer or set of weights "${id}", and there never was one.`,
    { id },
  );
}

async function outlines(world: World, id: string | undefined, options: Options): Promise<void> {
  const version = Number(options.version);
  if (id === undefined || !Number.isInteger(version)) {
    throw new AppError("input/invalid", "Give an id, and the number of a version with --version.", {
      version: options.version ?? null,
    });
  }
  if (options.out !== undefined) {
    expectGeojsonName(options.out);
    expectWritable(pathFrom(world, options.out));
  }
  const { toLonLat } = await statedCrs(NATIONAL_GRID, "");
  const text = await usingDb(
    world,
    options.db,
    (db) => versionOutlines(db, id, version, toLonLat),
    {
      readonly: true,
    },
  );
  if (options.out === undefined) await print(world, [text]);
  else await writeFile(world, options.out, [text]);
}
