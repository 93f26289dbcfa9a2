/** The bundled registry, and a geography to draw it on, into the store: all of it, or nothing. */
import { basename } from "node:path";
import type { Progress } from "../core/overlay/model.ts";
import { clearStore, dataVersion } from "../store/content.ts";
import { type Db, withStoreErrors } from "../store/db.ts";
import { metaTable } from "../store/meta.ts";
import { readBundledLayer } from "./load-bundled.ts";
import { composeOutlines } from "./load-compose.ts";
import { findLayers } from "./load-layers.ts";
import { factsOf, type LoadedLayer, readLayer } from "./load-reference.ts";
import { readStatistics } from "./load-statistics.ts";
import { type PreparedLoad, storePrepared } from "./load-store.ts";
import { type Registry, readRegistry } from "./registry/read-registry.ts";

export interface LoadOptions {
  /** `data/registry` and `data/reference` of the checkout. */
  readonly registryDir: string;
  readonly referenceDir: string;
  /** Official boundaries, instead of the bundled ones. */
  readonly boundariesDir?: string | undefined;
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
  readonly weightSets: readonly string[];
  /** Initiatives whose outline lacks members, with the names of those. */
  readonly incomplete: readonly { readonly id: string; readonly missing: readonly string[] }[];
  readonly warnings: readonly string[];
}

/**
 * Replace the content of the store. Everything is read and composed first; one transaction writes it,
 * so a process killed at any moment leaves the old data or the new. Analyses of other data are
 * forgotten; where nothing changed, nothing is written and they stay.
 *
 * @throws AppError file/*, format/*, registry/*, geometry/*, crs/*, input/invalid,
 *   certificate/failed, store/locked, file/write
 */
export async function load(db: Db, options: LoadOptions): Promise<LoadSummary> {
  const { progress, statisticsDir } = options;
  progress?.("read registry", 0);
  const registry = readRegistry(options.registryDir);
  const { layers, warnings } = await readLayers(registry, options);
  const statistics = statisticsDir === undefined ? undefined : readStatistics(statisticsDir);
  const composed = composeOutlines(registry, layers, within(progress, 0.5, 0.8));
  progress?.("write", 0.8);
  const prepared: PreparedLoad = { registry, layers, composed, weights: statistics?.sets ?? [] };
  const unread = skippedWarning(statisticsDir, statistics?.skipped ?? [], "no statistics we know");
  const all = [...warnings, ...unread];
  const { version, changed } = withStoreErrors(db, () =>
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
    weightSets: prepared.weights.map(({ set }) => set.id),
    incomplete: [...composed.missing].map(([id, missing]) => ({ id, missing })),
    warnings: all,
  };
}

/** Thrown inside the transaction to take it back: the store held the same content. */
const UNCHANGED = Symbol("unchanged");

function replaceContent(db: Db, prepared: PreparedLoad, warnings: readonly string[], now: Date) {
  const meta = metaTable(db);
  let version = "";
  const write = db.transaction(() => {
    const before = meta.find("data_version");
    clearStore(db);
    storePrepared(db, prepared);
    version = dataVersion(db);
    if (version === before) throw UNCHANGED;
    meta.set("data_version", version);
    meta.set("loaded_at", now.toISOString());
    meta.set("warnings", JSON.stringify(warnings));
  });
  try {
    write.immediate();
    return { version, changed: true };
  } catch (cause) {
    if (cause !== UNCHANGED) throw cause;
    return { version, changed: false };
  }
}

async function readLayers(
  registry: Registry,
  { boundariesDir, referenceDir, progress }: LoadOptions,
): Promise<{ layers: LoadedLayer[]; warnings: string[] }> {
  const found = boundariesDir === undefined ? undefined : findLayers(boundariesDir);
  const files = found?.layers ?? [];
  const why = "no layer we know by name or manifest.json";
  const warnings = skippedWarning(boundariesDir, found?.skipped ?? [], why);
  const layers: LoadedLayer[] = [];
  for (const [i, file] of files.entries()) {
    const part = within(progress, (0.5 * i) / files.length, (0.5 * (i + 1)) / files.length);
    const named: Progress = (_, share) => part?.(`read ${basename(file.path)}`, share);
    const layer = await readLayer(file, factsOf(file.recipe, registry.districts), named);
    if (file.recipe.districts) warnings.push(...unknownDistricts(layer));
    layers.push(layer);
  }
  if (!layers.some(({ layer }) => layer.role === "places")) {
    if (boundariesDir !== undefined) {
      warnings.push(
        `No file in ${boundariesDir} holds the districts to draw initiatives on, so the bundled ` +
          "generalised units are used for that.",
      );
    }
    layers.push(await readBundledLayer(referenceDir));
  }
  return { layers, warnings };
}

function unknownDistricts({ layer, areas }: LoadedLayer): string[] {
  const unknown = areas.filter(({ districts }) => districts.length === 0);
  if (unknown.length === 0) return [];
  const named = unknown.map(({ code, name }) => `${code} (${name})`).join(", ");
  return [
    `${layer.file} holds areas whose codes are not in districts.csv, so no initiative can be ` +
      `composed of them: ${named}.`,
  ];
}

function skippedWarning(
  folder: string | undefined,
  skipped: readonly string[],
  why: string,
): string[] {
  if (folder === undefined || skipped.length === 0) return [];
  return [`Skipped in ${folder}, being ${why}: ${skipped.join(", ")}.`];
}

/** Progress of a part, told as progress of the whole. */
function within(progress: Progress | undefined, from: number, to: number): Progress | undefined {
  return progress && ((stage, share) => progress(stage, from + (to - from) * share));
}
