/** What a file is checked against: another file, or a reference layer of the database. */
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { AppError } from "../../core/errors.ts";
import { AREA_FIELDS } from "../../core/mapping/fields.ts";
import type { KnownArea } from "../../core/mapping/match-areas.ts";
import type { IsoDate } from "../../core/units.ts";
import { type ReferenceWithin, readSubject } from "../../ingest/check/read-subject.ts";
import { linesOfFile, linesOfLayers } from "../../ingest/check/reference-lines.ts";
import { readTableSubject } from "../../ingest/check/table-subject.ts";
import { knownAreas } from "../../ingest/import/member-areas.ts";
import { type Db, openDb } from "../../store/db.ts";
import { referenceLayerTable } from "../../store/reference-layer.ts";
import { dbPath } from "../settings.ts";
import { pathFrom, type World } from "../world.ts";
import { isTable } from "./imports/is-table.ts";

export interface AgainstOptions {
  readonly against?: string;
  readonly againstLayer?: string;
  readonly db?: string;
}

export interface Against {
  /** Lines that a file's outlines are held to. */
  readonly lines: () => Promise<ReferenceWithin>;
  /** Areas that a table's rows may name. */
  readonly areas: (today: IsoDate) => Promise<readonly KnownArea[]>;
}

/**
 * Works with what `--against` names: a file where there is one of that name, else a loaded layer.
 *
 * @throws AppError file/missing where it is neither; of the file's reader, or of the store
 */
export async function withAgainst<T>(
  world: World,
  options: AgainstOptions,
  work: (against: Against | undefined) => Promise<T>,
): Promise<T> {
  const { against, againstLayer } = options;
  if (against === undefined) return work(undefined);
  const path = pathFrom(world, against);
  if (existsSync(path)) {
    return work({
      lines: () => linesOfFile(path, againstLayer),
      areas: (today) => areasOfFile(path, againstLayer, today),
    });
  }
  const store = dbPath(world, options.db);
  const db = existsSync(store) ? openDb(store, { readonly: true }) : undefined;
  try {
    const known = db === undefined ? [] : referenceLayerTable(db).all();
    if (db === undefined || !known.some(({ id }) => id === against)) throw neither(against, known);
    return await work(againstLoaded(db, against));
  } finally {
    db?.close();
  }
}

const againstLoaded = (db: Db, layer: string): Against => ({
  lines: async () => linesOfLayers(db, layer),
  areas: async () => knownAreas(db, layer),
});

function neither(against: string, layers: readonly { readonly id: string }[]): AppError {
  const ids = layers.map(({ id }) => id);
  const loaded = ids.length === 0 ? "None is loaded here" : `Loaded: ${ids.join(", ")}`;
  return new AppError(
    "file/missing",
    `"${against}" is neither a file nor a loaded reference layer. ${loaded}.`,
    { against, layers: ids },
  );
}

/** Codes and names of a file of areas, or of a table that lists them. */
async function areasOfFile(
  path: string,
  layer: string | undefined,
  today: IsoDate,
): Promise<readonly KnownArea[]> {
  const fields = AREA_FIELDS;
  const rows = (await isTable(path, layer))
    ? (await readTableSubject(path, { fields, idField: "code", sheet: layer })).rows
    : (await readSubject(path, { fields, layer, today })).subject.features;
  return rows.map(({ id, name }) => ({ layer: basename(path), code: id, name }));
}
