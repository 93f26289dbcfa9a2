/** An officer at a desk: a folder with the toy database, and the commands run in it. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { patchwork } from "./cli.ts";
import { gridGeojson, type SketchedFeature } from "./squares.ts";
import { dumpOf } from "./table-dump.ts";
import { type ToyData, toyData } from "./toy-data.ts";

/** Milliseconds: the toy is analysed anew after each import, on a machine that may be busy. */
const PATIENCE = 60_000;

/** A corner within the toy district T1, on the national grid. */
export const [X, Y] = [430_000, 425_000];
/** A figure of eight. */
export const BOW = [
  [X, Y],
  [X + 1000, Y + 1000],
  [X + 1000, Y],
  [X, Y + 1000],
] as const;

/** Sets the desk up for a test file: each test begins with the toy data as loaded. */
export function officer(name: string) {
  let toy: ToyData;
  const folder = mkdtempSync(join(tmpdir(), `patchwork-${name}-`));
  beforeAll(async () => {
    toy = await toyData();
  }, PATIENCE);
  afterAll(() => {
    toy.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => copyFileSync(toy.db, join(folder, "toy.db")));
  const at = (file: string) => join(folder, file);
  const run = (...args: string[]) =>
    patchwork(folder, args, { PATCHWORK_DB: "toy.db", USER: "an officer" });
  const json = async (...args: string[]) => {
    const { status, out, err } = await run(...args, "--json");
    expect(status, err).toBe(0);
    return JSON.parse(out);
  };
  return {
    at,
    run,
    json,
    toy: () => toy,
    put: (file: string, content: SketchedFeature[] | string | Buffer) =>
      writeFileSync(at(file), Array.isArray(content) ? gridGeojson(content) : content),
    importing: (file: string, ...args: string[]) =>
      json("import", file, "--today", "2026-11-25", ...args),
    /** The error of a command that refuses. */
    refused: async (...args: string[]) => {
      const { status, err } = await run(...args, "--json");
      expect(status).toBe(2);
      return JSON.parse(err.trim().split("\n").at(-1)!).error;
    },
    versionsOf: async (...id: string[]) => (await json("versions", ...id)).versions,
    outlineAt: async (id: string, version: number) =>
      JSON.parse((await run("versions", id, "--version", String(version))).out).features,
    dump: () => dumpOf(at("toy.db")),
  };
}
