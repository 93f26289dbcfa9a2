/** The study that the server answers from: read once, read anew when the database changes. */
import { statSync } from "node:fs";
import { loadedVersion } from "../analysis/data-version.ts";
import type { Projector } from "../analysis/indications.ts";
import { type LoadedStudy, loadStudy } from "../analysis/load-study.ts";
import { AppError } from "../core/errors.ts";
import { indexStudy, type StudyIndex } from "../core/hotspots/study-index.ts";
import { type Db, openDb, withStoreErrors } from "../store/db.ts";

export interface Held {
  readonly db: Db;
  readonly loaded: LoadedStudy;
  readonly index: StudyIndex;
  readonly dataVersion: string;
}

export interface StudySource {
  /**
   * The study as it stands in the database now. What is made from it may be kept by it as a key: a
   * new load gives a new object.
   *
   * @throws AppError store/missing, store/damaged, store/empty, store/newer, store/locked
   */
  readonly current: () => Held;
  /** Read the file anew, past everything that is held in memory; throws as {@link current} does. */
  readonly check: () => void;
  readonly close: () => void;
}

/**
 * The study in a database file, opened for reading only: no request can make the file grow. A load
 * by another process, or another file put in its place, is seen at the next request.
 */
export function studySource(path: string, toMetres: Projector): StudySource {
  let open: { readonly db: Db; readonly file: string } | undefined;
  let held: Held | undefined;
  let change: unknown;
  const close = () => {
    open?.db.close();
    open = undefined;
    held = undefined;
  };
  const current = (): Held => {
    const file = fileAt(path);
    if (open?.file !== file) close();
    open ??= { db: openDb(path, { readonly: true }), file };
    const { db } = open;
    return withStoreErrors(db, () => {
      const now = db.pragma("data_version", { simple: true });
      if (!held || now !== change) {
        if (!held || loadedVersion(db) !== held.dataVersion) held = hold(db, toMetres);
        change = now;
      }
      return held;
    });
  };
  const check = () => {
    const db = openDb(path, { readonly: true });
    try {
      withStoreErrors(db, () => loadedVersion(db));
    } finally {
      db.close();
    }
  };
  return { current, check, close };
}

function hold(db: Db, toMetres: Projector): Held {
  const loaded = loadStudy(db, toMetres);
  return { db, loaded, index: indexStudy(loaded.study), dataVersion: loaded.study.dataVersion };
}

/** Which file stands at a path: another one has another number. */
function fileAt(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats) return `${stats.dev}:${stats.ino}`;
  throw new AppError(
    "store/missing",
    `There is no database at ${path}. Run "patchwork load" to make one.`,
    { path },
  );
}
