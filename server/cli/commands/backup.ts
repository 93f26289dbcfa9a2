import { renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Command } from "commander";
import { loadedVersion } from "../../analysis/data-version.ts";
import { AppError } from "../../core/errors.ts";
import { storeError } from "../../store/store-error.ts";
import { expectWritable, printJson } from "../output.ts";
import { dbPath } from "../settings.ts";
import { pathFrom, type World } from "../world.ts";
import { usingDb, withDb } from "./shared.ts";

/** `backup OUT`: a whole copy of the database, also while it is served. */
export function backupCommand(program: Command, world: World): Command {
  return withDb(
    program
      .command("backup")
      .description("Copy the database to a file: all of it or nothing, also while it is in use.")
      .argument("<out>", "the file to write"),
  ).action((out: string, options: { db?: string; json?: boolean }) => run(world, out, options));
}

async function run(world: World, out: string, options: { db?: string; json?: boolean }) {
  const target = pathFrom(world, out);
  expectWritable(target);
  if (target === dbPath(world, options.db)) {
    throw new AppError("file/write", `${target} is the database itself. Name another file.`, {
      out: target,
    });
  }
  const part = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  const discard = () => {
    for (const end of ["", "-journal"]) rmSync(`${part}${end}`, { force: true });
  };
  const takeBack = world.onInterrupt(discard);
  try {
    const dataVersion = await usingDb(
      world,
      options.db,
      async (db) => {
        await db.backup(part).catch((cause: unknown) => {
          throw storeError(cause, target);
        });
        return loadedVersion(db);
      },
      { readonly: true },
    );
    renameSync(part, target);
    const bytes = statSync(target).size;
    if (options.json) await printJson(world, { out: target, bytes, dataVersion });
    else world.err.write(`${target}: ${bytes} bytes, data version ${dataVersion}.\n`);
  } finally {
    discard();
    takeBack();
  }
}
