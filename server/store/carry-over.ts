/** What was imported outlives a new load. For use inside the transaction of the load. */
import type { Db } from "./db.ts";
import type { ItemKind } from "./items/item-kind.ts";
import { ITEM_KINDS } from "./items/registry.ts";
import { unpackState } from "./packed-state.ts";
import type { ItemState } from "./record-version.ts";
import { versionTable } from "./version.ts";

/** Kinds that a load brings whole: where it brings one of the same id, its own stands. */
const LOADED_WHOLE: readonly string[] = ["layer", "weights"];

export interface CarriedOver {
  /** What could not be carried over, in sentences; it stays in the history. */
  readonly warnings: readonly string[];
  /** What gave way to something loaded. */
  readonly replaced: readonly Pick<ItemState, "kind" | "item">[];
}

/** Put the imported states back into tables that were just loaded. */
export function carryOver(db: Db): CarriedOver {
  const versions = versionTable(db);
  const warnings: string[] = [];
  const replaced: Pick<ItemState, "kind" | "item">[] = [];
  db.pragma("defer_foreign_keys = ON");
  for (const kind of ITEM_KINDS) {
    const items = versions.touchedAfter(0).filter((one) => one.kind === kind.id);
    for (const { item } of items) {
      const found = versions.stateAt(kind.id, item, versions.newest());
      if (!found?.state) continue;
      const loaded = kind.read(db, item) !== undefined;
      if (loaded && LOADED_WHOLE.includes(kind.id)) {
        replaced.push({ kind: kind.id, item });
        warnings.push(
          `The ${kind.title} ${item} that was imported gives way to the one now loaded. ` +
            `"patchwork versions ${item}" has it.`,
        );
        continue;
      }
      const state = unpackState(found.state);
      const lacking = (kind as ItemKind).lacks?.(db, state);
      if (lacking !== undefined) {
        warnings.push(
          `The imported ${kind.title} ${item} was left out, since ${lacking} is not loaded. ` +
            `"patchwork versions ${item}" has it.`,
        );
        continue;
      }
      if (loaded) kind.remove(db, item);
      kind.write(db, item, state);
    }
  }
  return { warnings, replaced };
}
