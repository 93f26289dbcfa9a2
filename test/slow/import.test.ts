/** Imports under bad input and sudden ends, and of every real file of boundaries. */
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { patchwork } from "../support/cli.ts";
import { fuzzImport } from "../support/import-fuzz.ts";
import { killImports } from "../support/import-kills.ts";
import { type ToyData, toyData } from "../support/toy-data.ts";

let toy: ToyData;
let folder: string;
beforeAll(async () => {
  toy = await toyData();
  folder = mkdtempSync(join(tmpdir(), "patchwork-import-slow-"));
  copyFileSync(toy.db, join(folder, "toy.db"));
});
afterAll(() => {
  toy.remove();
  rmSync(folder, { recursive: true, force: true });
});

test("500 spoilt files: each is read or refused in words, and the database is what it was", async () => {
  const { ran, refused, faults } = await fuzzImport(
    folder,
    Array.from({ length: 500 }, (_, i) => i),
    10,
  );
  expect(faults).toEqual([]);
  expect(ran).toBe(500);
  expect(refused).toBeGreaterThan(100);
});

test("ten imports killed at random moments lose nothing that was there", async () => {
  let next = 0;
  const moments = [0.35, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.97];
  const { faults, before } = await killImports(folder, 10, () => moments[next++]!);
  expect(faults).toEqual([]);
  expect(before).toBeGreaterThan(0);
});

const BOUNDARIES = "../shared/data/boundaries";
/** `lsoa_england` takes half a minute with its history: it is taken in by the bench, and loaded in its own test. */
const SMALL = existsSync(BOUNDARIES)
  ? readdirSync(BOUNDARIES).filter((file) => !/lsoa_england/.test(file))
  : [];

test.skipIf(SMALL.length === 0)(`every file of ${BOUNDARIES} is taken in`, async () => {
  const failed: string[] = [];
  for (const file of SMALL) {
    copyFileSync(join(folder, "toy.db"), join(folder, "real.db"));
    const id = file.replace(/\..*$/, "").replaceAll(/[^a-z0-9_-]/g, "-");
    const args = [
      "import",
      join(BOUNDARIES, file),
      "--reference",
      id,
      "--accept-repairs",
      "--json",
    ];
    const { status, err } = await patchwork(process.cwd(), args, {
      PATCHWORK_DB: join(folder, "real.db"),
    });
    if (status !== 0) failed.push(`${file}: ${err.slice(-300)}`);
  }
  expect(failed).toEqual([]);
});
