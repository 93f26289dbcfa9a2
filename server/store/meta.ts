import type { Db } from "./db.ts";

/** What the store knows of itself. */
export type MetaKey = "data_version" | "geography" | "loaded_at" | "warnings";

export function metaTable(db: Db) {
  const byKey = db.prepare<[string], string>("SELECT value FROM meta WHERE key = ?").pluck();
  const upsert = db.prepare<[string, string]>(
    "INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  );
  return {
    find: (key: MetaKey): string | undefined => byKey.get(key),
    set: (key: MetaKey, value: string) => void upsert.run(key, value),
  };
}
