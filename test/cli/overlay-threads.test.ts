import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { patchwork } from "../support/cli.ts";
import { TOY_SET } from "../support/toy-overlay.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-threads-"));
  writeFileSync(join(folder, "toy.geojson"), TOY_SET);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const overlay = (...args: string[]) => patchwork(folder, ["overlay", "toy.geojson", ...args]);

test("one, two and three threads write the same bytes", async () => {
  const bytes: string[] = [];
  for (const threads of ["1", "2", "3"]) {
    const { status } = await overlay("--threads", threads, "-o", `${threads}.gpkg`);
    expect(status).toBe(0);
    bytes.push(readFileSync(join(folder, `${threads}.gpkg`)).toString("base64"));
  }
  expect(new Set(bytes).size).toBe(1);
});

test("a number of threads that is none is refused in a sentence", async () => {
  const { status, err } = await overlay("--threads", "many");
  expect(status).toBe(2);
  expect(err).toContain('"many" is no number of threads');
});
