/** The real app, served by the real server in a process of its own, on a database of its own. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface ServedApp {
  /** Such as `http://127.0.0.1:40123`. */
  readonly address: string;
  readonly stop: () => Promise<void>;
}

const COMMAND = "scripts/patchwork.mjs";
const UP_WITHIN_MS = 60_000;

/**
 * Loads the bundled data (or a folder of boundaries) into a temporary database and serves it.
 *
 * @param flags of `serve`
 * @param changes commands that change the data after it is loaded, such as an import
 * @throws Error where the app has not been built, or the server does not come up
 */
export async function serveApp(
  boundaries?: string,
  flags: readonly string[] = [],
  changes: readonly (readonly string[])[] = [],
): Promise<ServedApp> {
  if (!existsSync("dist/client/index.html")) {
    throw new Error("The app is not built. Run `npm run build` before the browser tests.");
  }
  const folder = mkdtempSync(join(tmpdir(), "patchwork-browser-"));
  const db = join(folder, "patchwork.db");
  const from = boundaries === undefined ? [] : ["--boundaries", boundaries];
  for (const [command = "", ...args] of [["load", ...from], ...changes]) {
    const done = spawnSync(process.execPath, [COMMAND, command, ...args, "--db", db], {
      encoding: "utf8",
    });
    if (done.status !== 0) throw new Error(`${command} failed: ${done.stderr}`);
  }
  const { address, stop } = await serveDb(db, flags);
  return {
    address,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Serves a database that is loaded and analysed. */
export async function serveDb(db: string, flags: readonly string[] = []): Promise<ServedApp> {
  const child = spawn(process.execPath, [COMMAND, "serve", "--db", db, "--port", "0", ...flags]);
  const address = await addressOf(child);
  return {
    address,
    stop: async () => {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** The address that the server prints once it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let said = "";
    const late = setTimeout(() => failed(new Error(`No server: ${said}`)), UP_WITHIN_MS);
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (!found) return;
      clearTimeout(late);
      done(found[0]);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => failed(new Error(`The server ended (${code}): ${said}`)));
  });
}
