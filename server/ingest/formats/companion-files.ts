import { readdir } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";

/**
 * The files that go with one under other endings, by ending in lower case: `zones.SHP` has its
 * `zones.dbf`, whatever the case of either.
 */
export async function companionFiles(path: string): Promise<ReadonlyMap<string, string>> {
  const stem = basename(path, extname(path)).toLowerCase();
  const names = await readdir(dirname(path)).catch(() => []);
  const own = names.filter((name) => basename(name, extname(name)).toLowerCase() === stem);
  return new Map(
    own.sort().map((name) => [extname(name).toLowerCase(), join(dirname(path), name)]),
  );
}
