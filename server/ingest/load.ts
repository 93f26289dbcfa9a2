/** The bundled registry, and a geography to draw it on, into the store: all of it, or nothing. */
import type { Progress } from "../core/overlay/model.ts";
import { carryOver } from "../store/carry-over.ts";
import { clearStore, dataVersion } from "../store/content.ts";
import { type Db, withStoreErrors } from "../store/db.ts";
import { metaTable } from "../store/meta.ts";
import { recordLoad } from "../store/record-version.ts";
import { referenceLayerTable } from "../store/reference-layer.ts";
import { composeOutlines } from "./load-compose.ts";
import { readGeography } from "./load-geography.ts";
import type { LoadedLayer } from "./load-reference.ts";
import { readStatistics } from "./load-statistics.ts";
import { type PreparedLoad, storePrepared } from "./load-store.ts";
import { partOf, skippedWarning } from "./load-words.ts";
import { readRegistry } from "./registry/read-registry.ts";
import { readCases } from "./streams/load-cases.ts";

export interface LoadOptions {
  /** `data/registry` and `data/reference` of the checkout. */
  readonly registryDir: string;
  readonly referenceDir: string;
  /** `data/cases`: worked cases, kept apart from the register. */
  readonly casesDir?: string | undefined;
  /** Official boundaries, instead of the bundled ones. */
  readonly boundariesDir?: string | undefined;
  /** Those stand beside the bundled ones, on which initiatives are drawn. */
  readonly besideBundled?: boolean | undefined;
  /** People and indices of deprivation, as weights. */
  readonly statisticsDir?: string | undefined;
  readonly progress?: Progress | undefined;
  /** The moment of loading, for the record; it does not enter the data version. */
  readonly now: Date;
}

export interface LoadSummary {
  readonly dataVersion: string;
  /** False where the store held the same content: nothing was written. */
  readonly changed: boolean;
  readonly programmes: number;
  readonly initiatives: number;
  /** Boundary versions with an outline, and without one. */
  readonly outlines: number;
  readonly located: number;
  readonly layers: readonly {
    readonly id: string;
    readonly title: string;
    readonly areas: number;
  }[];
  /** Titles of the layers of places before and now, where another layer became that of the places. */
  readonly replaced: { readonly before: string; readonly now: string } | null;
  readonly weightSets: readonly string[];
  /** Initiatives whose outline lacks members, with the names of those. */
  readonly incomplete: readonly { readonly id: string; readonly missing: readonly string[] }[];
  readonly warnings: readonly string[];
}

/**
 * Replace the content of the store, but for what was imported: that is carried over. Everything is read and composed first; one transaction writes it,
 * so a process killed at any moment leaves the old data or the new. Analyses of other data are
 * forgotten; where nothing changed, nothing is written and they stay.
 *
 * @throws AppError file/*, format/*, registry/*, funding/*, geometry/*, crs/*, input/invalid,
 *   certificate/failed, store/locked, file/write
 */
export async function load(db: Db, options: LoadOptions): Promise<LoadSummary> {
  const { progress, statisticsDir } = options;
  progress?.("read registry", 0);
  const registry = readRegistry(options.registryDir);
  const cases = options.casesDir === undefined ? [] : await readCases(options.casesDir);
  const geography = { ...options, progress: partOf(progress, 0, 0.5) };
  const { layers, warnings } = await readGeography(registry, geography);
  const statistics = statisticsDir === undefined ? undefined : readStatistics(statisticsDir);
  const composed = composeOutlines(registry, layers, partOf(progress, 0.5, 0.8));
  progress?.("write", 0.8);
  const prepared: PreparedLoad = {
    registry,
    layers,
    composed,
    weights: statistics?.sets ?? [],
    cases,
  };
  const unread = skippedWarning(
    statisticsDir ?? "",
    statistics?.skipped ?? [],
    "no statistics we know",
  );
  const all = [...warnings, ...unread];
  const before = withStoreErrors(db, () => placesIn(db));
  const { version, changed, carried } = withStoreErrors(db, () =>
    replaceContent(db, prepared, all, options.now),
  );
  progress?.("done", 1);
  const drawn = composed.boundaries.filter((boundary) => boundary.drawn);
  return {
    dataVersion: version,
    changed,
    programmes: registry.programmes.length,
    initiatives: registry.initiatives.length,
    outlines: drawn.length,
    located: composed.boundaries.length - drawn.length,
    layers: layers.map(({ layer: { id, title }, areas }) => ({ id, title, areas: areas.length })),
    replaced: replacedBy(before, layers),
    weightSets: prepared.weights.map(({ set }) => set.id),
    incomplete: [...composed.missing].map(([id, missing]) => ({ id, missing })),
    warnings: [...all, ...carried],
  };
}

type Named = Pick<LoadedLayer["layer"], "id" | "title">;

const placesIn = (db: Db): Named | undefined =>
  referenceLayerTable(db)
    .all()
    .find(({ role }) => role === "places");

function replacedBy(before: Named | undefined, layers: readonly LoadedLayer[]) {
  const now = layers.find(({ layer }) => layer.role === "places")?.layer;
  if (!before || !now || before.id === now.id) return null;
  return { before: before.title, now: now.title };
}

/** Thrown inside the transaction to take it back: the store held the same content. */
const UNCHANGED = Symbol("unchanged");

function replaceContent(db: Db, prepared: PreparedLoad, warnings: readonly string[], now: Date) {
  const meta = metaTable(db);
  let version = "";
  let carried: readonly string[] = [];
  const write = db.transaction(() => {
    const before = meta.find("data_version");
    clearStore(db);
    storePrepared(db, prepared);
    const over = carryOver(db);
    carried = over.warnings;
    version = dataVersion(db);
    if (version === before) throw UNCHANGED;
    meta.set("data_version", version);
    meta.set("loaded_at", now.toISOString());
    meta.set("warnings", JSON.stringify([...warnings, ...carried]));
    recordLoad(db, now.toISOString(), version, over.replaced);
  });
  try {
    write.immediate();
    return { version, changed: true, carried };
  } catch (cause) {
    if (cause !== UNCHANGED) throw cause;
    return { version, changed: false, carried };
  }
}
