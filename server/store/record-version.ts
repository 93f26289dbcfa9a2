/** Changing the content by states of things, with their history. For use inside a transaction. */
import { clearResults, dataVersion } from "./content.ts";
import type { Db } from "./db.ts";
import { ITEM_KINDS, type ItemKindId } from "./items/registry.ts";
import { metaTable } from "./meta.ts";
import { packState, sameState, unpackState } from "./packed-state.ts";
import { type ItemChange, type NewVersion, versionTable } from "./version.ts";

/** How a thing is to stand. Geometry in it is kept already and stands by its hash. */
export interface ItemState {
  readonly kind: ItemKindId;
  readonly item: string;
  /** `undefined`: it is to be there no more. */
  readonly state: object | undefined;
}

export interface RecordedVersion {
  readonly id: number;
  readonly dataVersion: string;
  readonly items: readonly {
    readonly kind: ItemKindId;
    readonly item: string;
    readonly change: ItemChange;
  }[];
}

/**
 * Bring things into given states and note it as a version: what a thing was before is kept, so that
 * it can be restored; one that stands so already is confirmed. Results are emptied where the content
 * changed.
 *
 * @throws SqliteError where a thing cannot go since others refer to it
 */
export function recordVersion(
  db: Db,
  head: Omit<NewVersion, "dataVersion">,
  states: readonly ItemState[],
): RecordedVersion {
  const versions = versionTable(db);
  const before = baseline(db);
  // Rows are taken out and put in anew; only the whole must hold together.
  db.pragma("defer_foreign_keys = ON");
  const changes = states.map((wanted) => ({ ...wanted, ...changeOf(db, wanted) }));
  for (const { kind, item, was } of changes) {
    const known = versions.stateAt(kind, item, before)?.state;
    if (was && !(known && sameState(unpackState(known), was))) {
      versions.addItem({ version: before, kind, item, change: "kept" }, packState(was));
    }
  }
  const moved = changes.filter(({ change }) => change !== "confirmed");
  if (moved.length > 0) clearResults(db);
  for (const kind of ITEM_KINDS.toReversed()) {
    for (const { item, was } of moved.filter((one) => one.kind === kind.id)) {
      if (was) kind.remove(db, item);
    }
  }
  for (const kind of ITEM_KINDS) {
    for (const { item, state } of moved.filter((one) => one.kind === kind.id)) {
      if (state) kind.write(db, item, state);
    }
  }
  const version = dataVersion(db);
  metaTable(db).set("data_version", version);
  const id = versions.add({ ...head, dataVersion: version });
  for (const { kind, item, state, change } of changes) {
    const packed = state && change !== "confirmed" ? packState(state) : undefined;
    versions.addItem({ version: id, kind, item, change }, packed);
  }
  return {
    id,
    dataVersion: version,
    items: changes.map(({ kind, item, change }) => ({ kind, item, change })),
  };
}

function changeOf(db: Db, { kind, item, state }: ItemState) {
  const was = ITEM_KINDS.find(({ id }) => id === kind)!.read(db, item);
  const change: ItemChange =
    state === undefined
      ? was === undefined
        ? "confirmed"
        : "removed"
      : was === undefined
        ? "added"
        : sameState(was, state)
          ? "confirmed"
          : "changed";
  return { was, change };
}

/** The newest version; a store that was filled before there were versions gets its first. */
export function baseline(db: Db): number {
  const versions = versionTable(db);
  const newest = versions.newest();
  if (newest > 0) return newest;
  const meta = metaTable(db);
  return versions.add({
    ...LOADED,
    madeAt: meta.find("loaded_at") ?? "",
    dataVersion: meta.find("data_version") ?? "",
  });
}

const LOADED = {
  kind: "load",
  who: "",
  what: "Loaded the registry and its boundaries.",
  source: "",
  licence: "",
  dateRead: undefined,
  file: "",
  sha256: "",
  check: undefined,
  restores: undefined,
  repairs: [],
} as const;

/**
 * Note that everything was loaded anew.
 *
 * @param replaced imported things that gave way to loaded ones
 */
export function recordLoad(
  db: Db,
  madeAt: string,
  dataVersion: string,
  replaced: readonly Pick<ItemState, "kind" | "item">[],
): void {
  const versions = versionTable(db);
  const version = versions.add({ ...LOADED, madeAt, dataVersion });
  for (const { kind, item } of replaced) {
    const state = ITEM_KINDS.find(({ id }) => id === kind)!.read(db, item)!;
    versions.addItem({ version, kind, item, change: "changed" }, packState(state));
  }
}
