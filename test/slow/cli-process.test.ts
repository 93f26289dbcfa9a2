/** The real process: where paths start, pipes that close, signals, and what is left behind. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ToyData, toyData } from "../support/toy-data.ts";
import { TOY_SET } from "../support/toy-overlay.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const script = join(root, "scripts/patchwork.mjs");
let folder: string;
let toy: ToyData;
beforeAll(async () => {
  toy = await toyData();
  folder = mkdtempSync(join(tmpdir(), "patchwork-process-"));
  writeFileSync(join(folder, "toy.geojson"), TOY_SET);
});
afterAll(() => {
  toy.remove();
  rmSync(folder, { recursive: true, force: true });
});

const run = (args: string[], cwd: string, env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, [script, ...args], {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
  });

test("paths start where the caller stands: the folder, or INIT_CWD under npm run", () => {
  const there = run(["overlay", "toy.geojson", "--json"], folder, { INIT_CWD: root });
  expect(JSON.parse(there.stdout)).toMatchObject({ sources: 3 });
  const npm = run(["overlay", "toy.geojson", "--json"], root, { INIT_CWD: folder });
  expect(JSON.parse(npm.stdout)).toMatchObject({ sources: 3 });
  expect(npm.status).toBe(0);
});

test("a reader that goes away ends it without a word", () => {
  const pipe = `"${process.execPath}" "${script}" list initiatives --db "${toy.db}" | head -n 1`;
  const { stderr, stdout } = spawnSync("bash", ["-c", `${pipe}; exit "\${PIPESTATUS[0]}"`], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^id/);
});

test("help and the exit status of a mistake", () => {
  expect(run(["--help"], folder).stdout).toContain("overlay");
  expect(run([], folder)).toMatchObject({ status: 0 });
  expect(run(["dance"], folder)).toMatchObject({ status: 2 });
});

test("serve stops when asked, and leaves nothing", async () => {
  const child = spawn(process.execPath, [script, "serve", "--db", toy.db, "--port", "0"], {
    cwd: folder,
  });
  const line = await new Promise<string>((done) => {
    child.stdout.once("data", (text: Buffer) => done(text.toString()));
  });
  const address = /http:\S+/.exec(line)![0];
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  const ended = new Promise<number | null>((done) => child.once("exit", (status) => done(status)));
  child.kill("SIGINT");
  expect(await ended).toBe(0);
  expect(readdirSync(folder)).toEqual(["toy.geojson"]);
});

test("an interrupt while a file is written leaves neither it nor a part of it", async () => {
  // A file of many chunks gives the interrupt time to land.
  const features = Array.from({ length: 4000 }, (_, i) => ({
    type: "Feature",
    id: `s${i}`,
    properties: {},
    geometry: { type: "Polygon", coordinates: [ringAt(i)] },
  }));
  writeFileSync(
    join(folder, "many.geojson"),
    JSON.stringify({ type: "FeatureCollection", features }),
  );
  const child = spawn(
    process.execPath,
    [script, "overlay", "many.geojson", "-o", "many-cells.geojson"],
    { cwd: folder },
  );
  const ended = new Promise<number | null>((done) => child.once("exit", (status) => done(status)));
  while (child.exitCode === null && !readdirSync(folder).some((name) => name.endsWith(".part"))) {
    await new Promise((done) => setTimeout(done, 1));
  }
  child.kill("SIGINT");
  const status = await ended;
  const left = readdirSync(folder).sort();
  // Where the machine was too quick for us the whole file is there, and never a part.
  expect(left).toEqual(
    status === 0
      ? ["many-cells.geojson", "many.geojson", "toy.geojson"]
      : ["many.geojson", "toy.geojson"],
  );
});

/** A ring of sixty-four corners, one of a field of many. */
function ringAt(i: number): number[][] {
  const [x, y] = [-2 + (i % 80) * 0.02, 52 + Math.floor(i / 80) * 0.02];
  const corner = (k: number) => {
    const angle = (2 * Math.PI * (k % 64)) / 64;
    return [x + 0.008 * Math.cos(angle), y + 0.008 * Math.sin(angle)];
  };
  return Array.from({ length: 65 }, (_, k) => corner(k));
}
