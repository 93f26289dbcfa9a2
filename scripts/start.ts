/**
 * `npm start`: build the app if it is missing or older than its sources, load the bundled data if it
 * is not there, cut it into cells if it is not cut, serve, and print the address. What is there
 * already is left as it is.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { storedStudy } from "../server/analysis/load-study.ts";
import { runCli } from "../server/cli/main.ts";
import { dbPath } from "../server/cli/settings.ts";
import { processWorld, type World } from "../server/cli/world.ts";
import { AppError } from "../server/core/errors.ts";
import { type Db, openDb } from "../server/store/db.ts";
import { metaTable } from "../server/store/meta.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const PAGE = join(root, "dist/client/index.html");
/** The app is built from these: its own files, and the folds and types it shares with the server. */
const SOURCES = ["client", "server/core", "server/contract", "vite.config.ts", "package.json"];

function newestIn(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const times = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(0, ...times);
}

function buildIfOld(): void {
  const built = existsSync(PAGE) ? statSync(PAGE).mtimeMs : 0;
  if (SOURCES.every((source) => newestIn(join(root, source)) <= built)) return;
  console.error("Building the app …");
  const vite = join(root, "node_modules/.bin/vite");
  const { status } = spawnSync(vite, ["build", "--logLevel", "error"], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** What is to be done before serving. Anything wrong with the database is for `serve` to say. */
function missing(path: string): "load" | "analyse" | undefined {
  if (!existsSync(path)) return "load";
  let db: Db | undefined;
  try {
    db = openDb(path, { create: false });
    const version = metaTable(db).find("data_version");
    if (version === undefined) return "load";
    storedStudy(db, version);
  } catch (cause) {
    return cause instanceof AppError && cause.code === "store/empty" ? "analyse" : undefined;
  } finally {
    db?.close();
  }
  return undefined;
}

async function run(world: World, args: readonly string[]): Promise<void> {
  const status = await runCli(args, world);
  if (status !== 0) process.exit(status);
}

const world = processWorld();
/** Flags of `serve`, as in `npm start -- --port 9000`. */
const flags = process.argv.slice(2);
const named = parseArgs({ args: flags, strict: false, options: { db: { type: "string" } } });
const file = typeof named.values.db === "string" ? named.values.db : undefined;
const db = file === undefined ? [] : ["--db", file];

buildIfOld();
const first = missing(dbPath(world, file));
// What it prints goes where progress goes: the address is all that a start has to say.
if (first) await run({ ...world, out: world.err }, [first, ...db]);
await run(world, ["serve", ...flags]);
