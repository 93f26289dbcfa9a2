/** A load that is killed leaves the old data or the new, never half. */
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { analyseStudy } from "../../server/analysis/analyse-study.ts";
import { load } from "../../server/ingest/load.ts";
import { dataVersion } from "../../server/store/content.ts";
import { damageIn, openDb } from "../../server/store/db.ts";
import { metaTable } from "../../server/store/meta.ts";

const repo = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const referenceDir = repo("data/reference");
/** Milliseconds from the first write to the kill; the last load is left to end. */
const DELAYS = [0, 5, 15, 30, 50, 80, 130, 120_000];

let folder: string;
let path: string;
/** Two registries that differ in a name, and the data versions they give. */
let registries: readonly [string, string];
let versions: readonly string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-kill-"));
  path = join(folder, "patchwork.db");
  const other = join(folder, "registry");
  cpSync(repo("data/registry"), other, { recursive: true });
  const file = join(other, "initiatives.csv");
  writeFileSync(file, readFileSync(file, "utf8").replace(",Bradford,", ",Bradford city,"));
  registries = [repo("data/registry"), other];
  const found: string[] = [];
  for (const registryDir of registries) {
    const db = openDb(path);
    found.push((await load(db, { registryDir, referenceDir, now: new Date(0) })).dataVersion);
    db.close();
  }
  versions = found;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Loads in another process and says when it begins to write. */
const SCRIPT = `
  const [, database, registryDir, referenceDir, dbModule, loadModule] = process.argv;
  const { openDb } = await import(dbModule);
  const { load } = await import(loadModule);
  await load(openDb(database), {
    registryDir, referenceDir, now: new Date(0),
    progress: (stage) => { if (stage === "write") process.stdout.write("write\\n"); },
  });
`;

/** Kill the load some time after it began to write, or let it end when that comes first. */
function loadAndKill(registryDir: string, delay: number): Promise<"killed" | "ended"> {
  return new Promise((done, fail) => {
    const modules = ["server/store/db.ts", "server/ingest/load.ts"].map(
      (name) => new URL(`../../${name}`, import.meta.url).href,
    );
    const child = spawn(
      process.execPath,
      ["--input-type=module", "-e", SCRIPT, path, registryDir, referenceDir, ...modules],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    child.on("error", fail);
    let timer: NodeJS.Timeout | undefined;
    child.stdout.once("data", () => {
      timer = setTimeout(() => child.kill("SIGKILL"), delay);
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      done(code === null ? "killed" : "ended");
    });
  });
}

test("killing it at any moment of writing leaves one version whole", async () => {
  const outcomes: string[] = [];
  for (const delay of DELAYS) {
    const before = openDb(path, { readonly: true });
    const old = metaTable(before).find("data_version");
    before.close();
    const next = versions.indexOf(old!) === 0 ? 1 : 0;
    const outcome = await loadAndKill(registries[next]!, delay);

    const db = openDb(path);
    const version = dataVersion(db);
    expect(versions).toContain(version);
    expect(metaTable(db).find("data_version")).toBe(version);
    expect(damageIn(db)).toEqual([]);
    if (outcome === "ended") expect(version).toBe(versions[next]);
    if (delay === 0) expect(version).toBe(old);
    outcomes.push(version === old ? "old" : "new");
    db.close();
  }
  expect(new Set(outcomes)).toEqual(new Set(["old", "new"]));
});

test("what is left can be analysed", () => {
  const db = openDb(path);
  expect(analyseStudy(db).analysis.certificate.passed).toBe(true);
  db.close();
});
