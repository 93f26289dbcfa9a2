import type { Command } from "commander";
import { endConfidence } from "../../contract/end-confidence.ts";
import { MEASURES } from "../../contract/measures.ts";
import { AppError } from "../../core/errors.ts";
import { FORMATS as READ_FORMATS } from "../../ingest/formats/registry.ts";
import { FORMATS as WRITE_FORMATS } from "../../publish/exports/registry.ts";
import type { Db } from "../../store/db.ts";
import { initiativeTable } from "../../store/initiative.ts";
import { programmeTable } from "../../store/programme.ts";
import { referenceLayerTable } from "../../store/reference-layer.ts";
import { versionTable } from "../../store/version.ts";
import { weightTable } from "../../store/weight.ts";
import { print, printJson } from "../output.ts";
import { type Cell, textTable } from "../text-table.ts";
import type { World } from "../world.ts";
import { usingDb, withDb } from "./shared.ts";

type Row = Readonly<Record<string, Cell>>;

interface List {
  readonly needsDb: boolean;
  readonly rows: (db: Db | undefined) => readonly Row[];
}

/** What can be listed. The first columns are what a person looks for; `--json` has them all. */
export const LISTS: Readonly<Record<string, List>> = {
  programmes: { needsDb: true, rows: (db) => programmeTable(db!).all().map(programmeRow) },
  initiatives: { needsDb: true, rows: (db) => initiativeRows(db!) },
  references: { needsDb: true, rows: (db) => referenceLayerTable(db!).all().map(layerRow) },
  weights: { needsDb: true, rows: (db) => weightRows(db!) },
  formats: { needsDb: false, rows: formatRows },
  measures: {
    needsDb: false,
    rows: () =>
      MEASURES.map(({ id, title, unit, meaning, definition = null }) => ({
        id,
        title,
        unit,
        meaning,
        definition,
      })),
  },
};

/** `list WHAT`. */
export function listCommand(program: Command, world: World): Command {
  return withDb(
    program
      .command("list")
      .description("List what is loaded, or what Patchwork knows.")
      .argument("<what>", Object.keys(LISTS).join(", ")),
  ).action((what: string, options: { db?: string; json?: boolean }) => run(world, what, options));
}

async function run(world: World, what: string, options: { db?: string; json?: boolean }) {
  const list = Object.hasOwn(LISTS, what) ? LISTS[what] : undefined;
  if (!list) {
    const known = Object.keys(LISTS);
    throw new AppError(
      "input/not-found",
      `There is no list "${what}". Known: ${known.join(", ")}.`,
      {
        what,
        known,
      },
    );
  }
  const rows = list.needsDb
    ? await usingDb(world, options.db, (db) => list.rows(db), { readonly: true })
    : list.rows(undefined);
  if (options.json) await printJson(world, { [what]: rows });
  else await print(world, [textTable(rows)]);
}

type Programme = ReturnType<ReturnType<typeof programmeTable>["all"]>[number];
type Initiative = ReturnType<ReturnType<typeof initiativeTable>["all"]>[number];
type Layer = ReturnType<ReturnType<typeof referenceLayerTable>["all"]>[number];

const programmeRow = (row: Programme): Row => ({
  code: row.code,
  category: row.category,
  held: row.held,
  existed: row.existed ?? null,
  start: row.start ?? null,
  end: row.end ?? null,
  name: row.name,
  department: row.department,
  confidence: row.evidence.confidence,
});

const initiativeRow = (row: Initiative, confirmed: ReadonlyMap<string, string>): Row => ({
  id: row.id,
  programme: row.programme_code,
  start: row.start_date,
  end: row.end_date,
  end_confidence: endConfidence(row.end_date, row.evidence),
  name: row.name,
  round: row.round,
  budget_gbp: row.budget_gbp,
  accountable_body: row.accountable_body,
  confidence: row.evidence.confidence,
  last_confirmed: confirmed.get(row.id) ?? row.evidence.dateRead ?? null,
  notes: row.evidence.notes,
});

function initiativeRows(db: Db): Row[] {
  const confirmed = versionTable(db).lastConfirmed();
  return initiativeTable(db)
    .all()
    .map((row) => initiativeRow(row, confirmed));
}

const layerRow = (row: Layer): Row => ({
  id: row.id,
  role: row.role,
  areas: row.areas,
  grade: row.grade,
  vintage: row.vintage,
  title: row.title,
  licence: row.licence,
  attribution: row.attribution,
  sha256: row.sha256,
});

/** Scores are no amounts, so they have no total. */
function weightRows(db: Db): Row[] {
  const table = weightTable(db);
  return table.sets().map(({ id, title, unit, scheme, vintage, ...origin }) => {
    const values = [...table.values(id).values()];
    const total = unit === "people" ? values.reduce((sum, value) => sum + value, 0) : null;
    return { id, unit, vintage, number: values.length, total, what: title, scheme, ...origin };
  });
}

function formatRows(): Row[] {
  const read = new Map(READ_FORMATS.map(({ id, title }) => [id as string, title]));
  const written = new Map(WRITE_FORMATS.map(({ id, title }) => [id, title]));
  return [...new Set([...read.keys(), ...written.keys()])].sort().map((id) => ({
    id,
    read: read.has(id),
    written: written.has(id),
    title: written.get(id) ?? read.get(id)!,
  }));
}
