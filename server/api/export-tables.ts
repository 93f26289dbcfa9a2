import { setImmediate } from "node:timers/promises";
import type { ExportAsked } from "../contract/export-parameters.ts";
import type { Area } from "../contract/page-question.ts";
import { questionParams } from "../contract/question.ts";
import { AppError } from "../core/errors.ts";
import type { Question } from "../core/hotspots/question.ts";
import type { Table } from "../publish/exports/export.ts";
import type { ExportContext, ExportUnit } from "../publish/exports/unit.ts";
import type { Held } from "./study-source.ts";

export type ExportTables = (
  held: Held,
  unit: ExportUnit,
  question: Question,
  area?: Area,
  asked?: ExportAsked,
) => Promise<Table>;

/** Tables that take long, kept in memory: a preview, the sizes and the file are then one work. */
const KEPT_TABLES = 2;

/**
 * Builds what is exported. What takes long is made in pieces with other requests answered between
 * them, and once for all who ask the same.
 *
 * @param current what is held now: ground of other data must not get into a table that has begun
 */
export function exportTables(
  contextOf: (held: Held) => ExportContext,
  current: () => Held,
): ExportTables {
  const kept = new WeakMap<Held, Map<string, Promise<Table>>>();
  return async (held, unit, question, area, asked) => {
    if (!unit.pieces) return unit.build(contextOf(held), question, area, asked);
    const tables = kept.get(held) ?? new Map<string, Promise<Table>>();
    kept.set(held, tables);
    const key = JSON.stringify([unit.id, questionParams(question)]);
    const table = tables.get(key) ?? whole(unit.pieces(contextOf(held), question), held, current);
    tables.delete(key);
    tables.set(key, table);
    for (const oldest of tables.keys()) {
      if (tables.size <= KEPT_TABLES) break;
      tables.delete(oldest);
    }
    table.catch(() => tables.delete(key));
    return table;
  };
}

async function whole(
  pieces: Iterator<void, Table>,
  held: Held,
  current: () => Held,
): Promise<Table> {
  for (;;) {
    if (current() !== held) throw changed(held);
    const next = pieces.next();
    if (next.done) return next.value;
    await setImmediate();
  }
}

const changed = ({ dataVersion }: Held) =>
  new AppError("store/locked", "The data changed while the export was made. Ask for it again.", {
    dataVersion,
  });
