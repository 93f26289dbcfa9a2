import { toVersionReply, type VersionReply } from "../contract/versions.ts";
import type { Db } from "../store/db.ts";
import { versionTable } from "../store/version.ts";

/**
 * Every version, oldest first, with what it concerns.
 *
 * @param id only what concerns this initiative, layer or set; then how it stood before it was first
 *   changed is there as well
 */
export function versionList(db: Db, id?: string): VersionReply[] {
  const table = versionTable(db);
  if (id === undefined) {
    return table.all().map((version) =>
      toVersionReply(
        version,
        table.items(version.id).filter(({ change }) => change !== "kept"),
      ),
    );
  }
  const items = table.named(id);
  return table.all().flatMap((version) => {
    const own = items.filter((item) => item.version === version.id);
    return own.length === 0 ? [] : [toVersionReply(version, own)];
  });
}
