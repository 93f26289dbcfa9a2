/** What stands as it was loaded, with the data it came with: it has no history of its own yet. */
import { loadedVersion } from "../analysis/data-version.ts";
import type { Db } from "../store/db.ts";
import { initiativeTable } from "../store/initiative.ts";
import { referenceLayerTable } from "../store/reference-layer.ts";
import { versionTable } from "../store/version.ts";
import { weightTable } from "../store/weight.ts";

export interface LoadedThing {
  readonly id: string;
  readonly kind: "initiative" | "layer" | "weights";
  readonly title: string;
  /** The file that it was loaded from; null is the registry. */
  readonly file: string | null;
  /** The date or span that it holds for; null is not stated. */
  readonly vintage: string | null;
  /** The version that loaded it; null where none is recorded. */
  readonly version: number | null;
  readonly data_version: string;
}

/** @returns undefined where nothing is called so */
export function loadedThing(db: Db, id: string): LoadedThing | undefined {
  const thing = initiativeNamed(db, id) ?? fileNamed(db, id);
  if (thing === undefined) return undefined;
  const load = versionTable(db)
    .all()
    .findLast(({ kind }) => kind === "load");
  return { id, ...thing, version: load?.id ?? null, data_version: loadedVersion(db) };
}

type Found = Pick<LoadedThing, "kind" | "title" | "file" | "vintage">;

function initiativeNamed(db: Db, id: string): Found | undefined {
  const found = initiativeTable(db).find(id);
  return found && { kind: "initiative", title: found.name, file: null, vintage: null };
}

function fileNamed(db: Db, id: string): Found | undefined {
  const layer = referenceLayerTable(db)
    .all()
    .find((known) => known.id === id);
  const found =
    layer ??
    weightTable(db)
      .sets()
      .find((known) => known.id === id);
  if (found === undefined) return undefined;
  const { title, vintage, file } = found;
  return { kind: layer ? "layer" : "weights", title, file, vintage };
}

const KINDS: Readonly<Record<LoadedThing["kind"], string>> = {
  initiative: "initiative",
  layer: "reference layer",
  weights: "set of weights",
};

/** The same as a sentence. */
export function loadedWords({ id, kind, title, file, vintage, ...at }: LoadedThing): string {
  const whose = file === null ? "the registry's" : `loaded from ${file}`;
  const holds = vintage === null ? "" : ` (${vintage})`;
  const since = at.version === null ? "" : ` in version ${at.version}`;
  return `${id} is the ${KINDS[kind]} "${title}"${holds}, ${whose}: nothing has changed it since it was loaded${since}. Data ${at.data_version}.`;
}
