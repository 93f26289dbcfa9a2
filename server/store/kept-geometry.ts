import { createHash } from "node:crypto";
import type { Db } from "./db.ts";

/** Geometry of states that are kept, each once under its hash. */
export function keptGeometryTable(db: Db) {
  const insert = db.prepare<[string, Uint8Array]>(
    "INSERT INTO kept_geometry VALUES (?, ?) ON CONFLICT DO NOTHING",
  );
  const find = db
    .prepare<[string], Uint8Array>("SELECT geometry FROM kept_geometry WHERE sha256 = ?")
    .pluck();
  return {
    /** @returns the hash to find it by */
    keep(geometry: Uint8Array): string {
      const hash = createHash("sha256").update(geometry).digest("hex");
      insert.run(hash, geometry);
      return hash;
    },
    /** @throws Error where there is none: a damaged store */
    find(hash: string): Uint8Array {
      const geometry = find.get(hash);
      if (!geometry) throw new Error(`kept geometry ${hash} is missing`);
      return geometry;
    },
  };
}
