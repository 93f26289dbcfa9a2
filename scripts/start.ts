/**
 * `npm start`: build the app if it is missing or older than its sources, load the bundled data if it
 * is not there, cut it into cells if it is not cut, serve, and print the address. What is there
 * already is left as it is.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCli } from "../server/cli/main.ts";
import { dbPath } from "../server/cli/settings.ts";
import { processWorld } from "../server/cli/world.ts";
import { openDb } from "../server/store/db.ts";
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
  const { status } = spawnSync(vite, ["build", "--logLevel", "warn"], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Whether the database is there and holds data. Anything wrong with it is for `serve` to say. */
function holdsData(path: string): boolean {
  if (!existsSync(path)) return false;
  const db = openDb(path, { create: false });
  try {
    return metaTable(db).find("data_version") !== undefined;
  } finally {
    db.close();
  }
}

async function step(...args: string[]): Promise<void> {
  const status = await runCli(args, processWorld());
  if (status !== 0) process.exit(status);
}

buildIfOld();
await step(...(await toDo()));
await step("serve");

/** Load what is missing; else see that it is cut into cells, which is quick where it is. */
async function toDo(): Promise<string[]> {
  return holdsData(dbPath(processWorld(), undefined)) ? ["analyse", "--quiet"] : ["load"];
}
