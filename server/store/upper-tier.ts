import { type Db, withStoreErrors } from "./db.ts";

/** An area of a layer that is made of whole places. */
export interface StoredUpperTier {
  readonly name: string;
  /** Codes of places. */
  readonly places: readonly string[];
}

/** Areas made of whole places, a layer a row, by content hash. */
export function upperTierTable(db: Db) {
  const byKey = db.prepare<[string], { areas_json: string }>(
    "SELECT areas_json FROM upper_tier_analysis WHERE key = ?",
  );
  const insert = db.prepare<[string, string]>(
    "INSERT INTO upper_tier_analysis (key, areas_json) VALUES (?, ?) ON CONFLICT DO NOTHING",
  );
  return {
    find(key: string): readonly StoredUpperTier[] | undefined {
      const row = byKey.get(key);
      return row && JSON.parse(row.areas_json);
    },
    /** Write the areas of a layer, unless another process has done so. */
    add(key: string, areas: readonly StoredUpperTier[]): void {
      withStoreErrors(db, () => insert.run(key, JSON.stringify(areas)));
    },
  };
}
