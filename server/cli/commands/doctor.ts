import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { loadedVersion } from "../../analysis/data-version.ts";
import { loadStudy } from "../../analysis/load-study.ts";
import { toFailure } from "../../contract/problem.ts";
import { AppError } from "../../core/errors.ts";
import { NATIONAL_GRID, statedCrs } from "../../ingest/crs.ts";
import { loadShiftGrid } from "../../ingest/grid-shift.ts";
import { dataVersion } from "../../store/content.ts";
import { damageIn } from "../../store/db.ts";
import { print, printJson } from "../output.ts";
import { dbPath } from "../settings.ts";
import type { World } from "../world.ts";
import { usingDb, withDb } from "./shared.ts";

interface Check {
  readonly check: string;
  readonly ok: boolean;
  /** What was found, and what to do where it is a problem. */
  readonly found: string;
}

const DATA = fileURLToPath(new URL("../../../data", import.meta.url));

/** `doctor`: looks at everything that can be wrong and says what to do about it. Changes nothing. */
export function doctorCommand(program: Command, world: World): Command {
  return withDb(
    program
      .command("doctor")
      .description(
        "Check Node, the database and the bundled files; say what to do. Changes nothing.",
      ),
  ).action((options: { db?: string; json?: boolean }) => run(world, options));
}

async function run(world: World, options: { db?: string; json?: boolean }): Promise<void> {
  const checks = [
    nodeVersion(),
    ...(await databaseChecks(world, options.db)),
    ...referenceFiles(),
    await shiftGrid(),
    builtApp(),
  ];
  const ok = checks.every((check) => check.ok);
  if (options.json) await printJson(world, { ok, checks });
  else {
    const lines = checks.map(
      (one) => `${one.ok ? "ok     " : "problem"}  ${one.check}: ${one.found}\n`,
    );
    await print(world, lines);
  }
  if (!ok)
    throw new AppError("doctor/problem", "Something needs doing: see the list.", {
      problems: checks.filter((one) => !one.ok).map(({ check }) => check),
    });
}

function nodeVersion(): Check {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const ok = major > 22 || (major === 22 && minor >= 18);
  return { check: "Node", ok, found: `${process.version}${ok ? "" : "; install 22.18 or newer"}` };
}

/** Each check of the database rests on the one before it. */
async function databaseChecks(world: World, flag: string | undefined): Promise<Check[]> {
  const done: Check[] = [];
  const step = (check: string, found: string) => void done.push({ check, ok: true, found });
  let at = "database";
  try {
    await usingDb(
      world,
      flag,
      async (db) => {
        step(at, `${dbPath(world, flag)}, schema ${db.pragma("user_version", { simple: true })}`);
        at = "integrity";
        const damage = damageIn(db);
        if (damage.length > 0) {
          throw new AppError(
            "store/damaged",
            `${damage[0]}. Put a backup in its place, or delete it and run "patchwork load".`,
            { damage },
          );
        }
        step(at, "every page and every reference is sound");
        at = "data version";
        const stated = loadedVersion(db);
        if (dataVersion(db) !== stated) {
          throw new AppError(
            "store/damaged",
            `The rows are not those of ${stated}: something changed them. Run "patchwork load".`,
          );
        }
        step(at, stated);
        at = "analysis";
        const { fromLonLat } = await statedCrs(NATIONAL_GRID, "");
        const { study } = loadStudy(db, fromLonLat);
        step(at, `${study.cells.length} cells over ${study.places.length} places`);
      },
      { readonly: true },
    );
  } catch (thrown) {
    done.push({ check: at, ok: false, found: toFailure(thrown).message });
  }
  return done;
}

interface SourceFile {
  readonly file: string;
  readonly sha256: string;
}

/** Bundled files against the hashes that data/sources.json states. */
function referenceFiles(): Check[] {
  const list = join(DATA, "sources.json");
  if (!existsSync(list)) {
    return [{ check: "bundled files", ok: false, found: `${list} is missing; check out anew` }];
  }
  const { files }: { files: SourceFile[] } = JSON.parse(readFileSync(list, "utf8"));
  return files.map(({ file, sha256 }) => {
    const path = join(DATA, file);
    if (!existsSync(path)) return { check: file, ok: false, found: "missing; check out anew" };
    const hash = createHash("sha256").update(readFileSync(path)).digest("hex");
    const ok = hash === sha256;
    return { check: file, ok, found: ok ? "as stated" : "changed; check out anew" };
  });
}

async function shiftGrid(): Promise<Check> {
  const check = "OSTN15 grid";
  try {
    const { columns, rows } = await loadShiftGrid();
    return { check, ok: true, found: `${columns} by ${rows} nodes` };
  } catch (thrown) {
    return { check, ok: false, found: toFailure(thrown).message };
  }
}

function builtApp(): Check {
  const ok = existsSync(fileURLToPath(new URL("../../../dist/client/index.html", import.meta.url)));
  return { check: "app", ok, found: ok ? "built" : 'not built; run "npm run build"' };
}
