import type { Command } from "commander";
import { toVersionReply } from "../../contract/versions.ts";
import { AppError } from "../../core/errors.ts";
import { inUse } from "../../ingest/import/import-into.ts";
import { withStoreErrors } from "../../store/db.ts";
import { restoreVersion } from "../../store/restore-version.ts";
import { versionTable } from "../../store/version.ts";
import { afterChange } from "../after-change.ts";
import { printJson } from "../output.ts";
import { reporterTo } from "../progress.ts";
import type { World } from "../world.ts";
import { whoIn } from "./imports/context.ts";
import { usingDb, withDb } from "./shared.ts";

interface Options {
  readonly db?: string;
  readonly only?: string;
  readonly who?: string;
  readonly json?: boolean;
}

/** `restore VERSION`: back to how things stood, as a new version. */
export function restoreCommand(program: Command, world: World): Command {
  return withDb(
    program
      .command("restore")
      .description(
        "Bring everything that was imported, repaired or restored since back to how it stood right " +
          "after a version. That makes a new version; nothing is lost.",
      )
      .argument("<version>", "its number, as versions lists it")
      .option("--only <id>", "only this initiative, layer or set of weights")
      .option("--who <name>", "who does it; the name of the login without it"),
  ).action((version: string, options: Options) => run(world, version, options));
}

async function run(world: World, text: string, options: Options): Promise<void> {
  const version = Number(text);
  if (!Number.isInteger(version) || version < 1) {
    throw new AppError("input/invalid", `"${text}" is no version. Give its number.`, {
      version: text,
    });
  }
  const reporter = await reporterTo(world);
  const after = await afterChange(reporter.report);
  try {
    const reply = await usingDb(world, options.db, (db) => {
      const write = db.transaction(() => {
        const { id } = restoreVersion(db, {
          version,
          only: options.only,
          madeAt: new Date().toISOString(),
          who: whoIn(world, options.who),
        });
        after(db);
        return id;
      });
      const id = restored(() => withStoreErrors(db, () => write.immediate()));
      const table = versionTable(db);
      return toVersionReply(table.find(id)!, table.items(id));
    });
    reporter.end();
    if (options.json) await printJson(world, reply);
    else
      world.out.write(`Version ${reply.version}: ${reply.what} ${reply.changed.length} changed.\n`);
  } finally {
    reporter.end();
  }
}

function restored<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw inUse(cause);
  }
}
