/** Going back to how things stood. For use inside a transaction. */
import { AppError } from "../core/errors.ts";
import type { Db } from "./db.ts";
import type { ItemKindId } from "./items/registry.ts";
import { unpackState } from "./packed-state.ts";
import { type ItemState, type RecordedVersion, recordVersion } from "./record-version.ts";
import { versionTable } from "./version.ts";

export interface RestoreRequest {
  readonly version: number;
  /** Only the thing of this id; without it everything that changed since. */
  readonly only: string | undefined;
  readonly madeAt: string;
  readonly who: string;
}

/**
 * Bring everything that changed after a version back to how it stood right after it, as a new version.
 *
 * @throws AppError input/not-found where there is no such version, or nothing of that id changed
 */
export function restoreVersion(db: Db, request: RestoreRequest): RecordedVersion {
  const { version, only, madeAt, who } = request;
  const versions = versionTable(db);
  if (!versions.find(version)) {
    throw new AppError(
      "input/not-found",
      `There is no version ${version}. "patchwork versions" lists those there are.`,
      { version, newest: versions.newest() },
    );
  }
  const touched = versions
    .touchedAfter(version)
    .filter(({ item }) => only === undefined || item === only);
  if (only !== undefined && touched.length === 0) {
    throw new AppError(
      "input/not-found",
      `Nothing called "${only}" has changed since version ${version}.`,
      { version, only },
    );
  }
  const states = touched.map(({ kind, item }): ItemState => {
    const found = versions.stateAt(kind, item, version);
    const state = found?.state ? unpackState(found.state) : undefined;
    return { kind: kind as ItemKindId, item, state };
  });
  const what =
    only === undefined
      ? `Went back to version ${version}.`
      : `Brought ${only} back to how it stood at version ${version}.`;
  return recordVersion(
    db,
    {
      kind: "restore",
      madeAt,
      who,
      what,
      source: "",
      licence: "",
      dateRead: undefined,
      file: "",
      sha256: "",
      check: undefined,
      restores: version,
      repairs: [],
    },
    states,
  );
}
