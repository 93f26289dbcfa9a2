/**
 * Four districts in a square near Leeds and a handful of initiatives, through the real loader: small
 * enough to check by hand, and apart from the bundled data, so that goldens stay as they are.
 *
 *   T3 | T4     HAZ-01 covers T1 and T2 (1998 to 2003), EZ-01 covers T2 and T4 (2000 to 2005),
 *   ---+---     NDC-01 is a disc within T1 (1999 to 2010), SRB-01 lies in T3 and has no date.
 *   T1 | T2
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { analyseStudy } from "../../server/analysis/analyse-study.ts";
import { load } from "../../server/ingest/load.ts";
import { openDb } from "../../server/store/db.ts";
import { districtsGeojson, MANIFEST } from "./toy-ground.ts";
import { TOY_TABLES } from "./toy-registry.ts";

export interface ToyData {
  readonly folder: string;
  readonly registryDir: string;
  readonly boundariesDir: string;
  /** Its boundary file and manifest, as text. */
  readonly districts: string;
  readonly manifest: string;
  /** A database that holds it, analysed. */
  readonly db: string;
  readonly remove: () => void;
}

/** Write the toy data to a new folder and load it. */
export async function toyData(): Promise<ToyData> {
  const folder = mkdtempSync(join(tmpdir(), "patchwork-toy-"));
  const registryDir = join(folder, "registry");
  const boundariesDir = join(folder, "boundaries");
  mkdirSync(registryDir);
  mkdirSync(boundariesDir);
  for (const [name, { columns, rows }] of Object.entries(TOY_TABLES)) {
    const text = stringify(rows, { header: true, ...(columns ? { columns } : {}) });
    writeFileSync(join(registryDir, `${name}.csv`), text);
  }
  writeFileSync(join(boundariesDir, "districts.geojson"), districtsGeojson());
  writeFileSync(join(boundariesDir, "manifest.json"), JSON.stringify(MANIFEST));
  const path = join(folder, "toy.db");
  const db = openDb(path);
  const now = new Date("2026-01-02T03:04:05Z");
  await load(db, { registryDir, boundariesDir, referenceDir: folder, now });
  analyseStudy(db);
  db.close();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const [districts, manifest] = [districtsGeojson(), JSON.stringify(MANIFEST)];
  return { folder, registryDir, boundariesDir, districts, manifest, db: path, remove };
}
