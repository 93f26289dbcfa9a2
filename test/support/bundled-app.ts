/** The server over the bundled register and its worked cases, loaded and cut for one file of tests. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import supertest from "supertest";
import { afterAll, beforeAll } from "vitest";
import { analyseStudy } from "../../server/analysis/analyse-study.ts";
import { load } from "../../server/ingest/load.ts";
import { openDb } from "../../server/store/db.ts";
import { appOver } from "./app.ts";

/** Milliseconds: the whole register is loaded and cut, on a machine that may be busy. */
const PATIENCE = 120_000;

/** Loads it before the tests of the file and clears it away after them. @returns how to ask it */
export function askBundled() {
  const folder = mkdtempSync(join(tmpdir(), "patchwork-money-"));
  let served: Awaited<ReturnType<typeof appOver>> | undefined;
  beforeAll(async () => {
    const path = join(folder, "bundled.db");
    const db = openDb(path);
    await load(db, {
      registryDir: "data/registry",
      referenceDir: "data/reference",
      casesDir: "data/cases",
      now: new Date(0),
    });
    analyseStudy(db, {});
    db.close();
    served = await appOver(path);
  }, PATIENCE);
  afterAll(() => {
    served?.close();
    rmSync(folder, { recursive: true });
  });
  const get = (path: string) => supertest(served!.app).get(path);
  const body = async (path: string) => (await get(path).expect(200)).body;
  return { get, body };
}

/** The sum of rows in pence; what is not known adds nothing. */
export const pennies = (rows: readonly { readonly amount: number | null }[]) =>
  rows.reduce((sum, { amount }) => sum + Math.round((amount ?? 0) * 100), 0);
