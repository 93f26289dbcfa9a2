/** `import --programme` of a table: initiatives by the areas they are made of, or by a point. */
import { basename, extname } from "node:path";
import type { CheckedFeature } from "../../core/check/model.ts";
import { INITIATIVE_FIELDS } from "../../core/mapping/fields.ts";
import type { KnownArea } from "../../core/mapping/match-areas.ts";
import type { Db } from "../../store/db.ts";
import { groupBy } from "../../store/group-by.ts";
import { initiativeItem } from "../../store/items/initiative-item.ts";
import type { KeptBoundary } from "../../store/items/kept-boundary.ts";
import type { ItemState } from "../../store/record-version.ts";
import { referenceLayerTable } from "../../store/reference-layer.ts";
import { checkTable } from "../check/check-table.ts";
import { readTableSubject, type TableSubject } from "../check/table-subject.ts";
import { boundarySpans, rowOfAll } from "./boundary-spans.ts";
import { BLOCKING, expectDecided, expectOwn } from "./decided.ts";
import { initiativeIds } from "./initiative-ids.ts";
import {
  composeAreas,
  type MatchOptions,
  matchRows,
  type NamedArea,
  unmatchedOf,
} from "./member-areas.ts";
import { keptDrawing } from "./outlines.ts";
import { districtsAt } from "./place-of-point.ts";
import type { ImportContext, KeepGeometry, PreparedImport } from "./prepared-import.ts";
import { type NewProgrammeOptions, programmeStates } from "./programme-option.ts";
import { initiativeOf } from "./programme-rows.ts";

export interface MembersOptions extends NewProgrammeOptions, MatchOptions {
  /** Areas that no layer has are named as missing, instead of refusing the file. */
  readonly leaveOut: boolean;
}

/**
 * Reads a table as initiatives of a programme. Rows with one id, or one name, are one initiative; a
 * table that names no initiative is one, called as the file is.
 *
 * @throws AppError of the table's reader; import/undecided, input/unknown-programme,
 *   input/unknown-category, input/unknown-layer, certificate/failed
 */
export async function prepareMembers(
  context: ImportContext,
  path: string,
  options: MembersOptions,
): Promise<PreparedImport> {
  const { db, reading } = context;
  const programmes = programmeStates(context, options);
  const read = await readTableSubject(path, {
    fields: INITIATIVE_FIELDS,
    idField: "id",
    sheet: reading.layer,
    map: reading.map,
  });
  const rows = withNames(read, basename(path, extname(path)));
  const named = matchRows(db, rows, read.mapping, options);
  const report = checkTable({ ...read, rows }, reading.today, unmatchedOf(named));
  expectDecided(report, [
    ...BLOCKING,
    ...(options.leaveOut ? [] : (["unknown-area", "ambiguous-area"] as const)),
  ]);
  const ids = initiativeIds(db, rows, read.mapping, options.programme);
  expectOwn(db, ids, options.programme);
  const groups = [...groupBy(rows, ({ index }) => ids[index]!)];
  const byRow = groupBy(named, ({ feature }) => feature);
  return {
    file: basename(path),
    sha256: read.table.sha256,
    report,
    what: `${groups.length} ${groups.length === 1 ? "initiative" : "initiatives"} of ${options.programme}`,
    states: (keep) => [
      ...programmes,
      ...groups.map(([id, own]) => {
        const rows = own.map((row) => ({ row, named: byRow.get(row.index) ?? [] }));
        return memberState({ context, options, mapping: read.mapping }, id, rows, keep);
      }),
    ],
    warnings: named.some(({ match }) => match.kind === "name") ? [namedWarning(named)] : [],
  };
}

/** A table without names or ids of initiatives is one initiative. */
function withNames({ rows, mapping }: TableSubject, file: string): readonly CheckedFeature[] {
  if (mapping.has("id") || mapping.has("name")) return rows;
  return rows.map((row) => ({ ...row, id: file, name: file }));
}

function namedWarning(named: readonly NamedArea[]): string {
  const byName = new Set(
    named.filter(({ match }) => match.kind === "name").map(({ wanted }) => wanted),
  );
  return `${byName.size} ${byName.size === 1 ? "area was" : "areas were"} found by exact name, not by code.`;
}

/** A row and the areas that it names. */
interface NamingRow {
  readonly row: CheckedFeature;
  readonly named: readonly NamedArea[];
}

interface Composing {
  readonly context: ImportContext;
  readonly options: MembersOptions;
  readonly mapping: ReadonlyMap<string, string>;
}

function memberState(
  { context, options, mapping }: Composing,
  id: string,
  rows: readonly NamingRow[],
  keep: KeepGeometry,
): ItemState {
  const { db, provenance } = context;
  const before = initiativeItem.read(db, id);
  const said = { programme: options.programme, before: before?.initiative, provenance };
  const initiative = initiativeOf(rowOfAll(rows.map(({ row }) => row)), mapping, said);
  const named = rows.flatMap((row) => row.named);
  const areas = distinct(named);
  const missing = named.flatMap(({ wanted, match }) => ("area" in match ? [] : [wanted]));
  const namedBy = new Map(rows.map((row) => [row.row.index, row.named]));
  const spans = boundarySpans(
    rows.map(({ row }) => row),
    mapping,
  );
  const boundaries = spans.map((span, i): KeptBoundary => {
    const own = distinct(span.rows.flatMap(({ index }) => namedBy.get(index) ?? []));
    return { ...boundaryOf(db, own, initiative.evidence, keep), version: i + 1, ...span.dates };
  });
  const district = districtsOf(db, areas);
  const state = {
    initiative,
    members: district.length > 0 ? district : (before?.members ?? membersAt(db, initiative)),
    composedOf: areas.map(({ layer, code, name }) => ({ layer, code, name })),
    missing: [...new Set(missing)].sort(),
    // What is drawn stays where the table names no area.
    boundaries: areas.length > 0 || !before ? boundaries : before.boundaries,
  };
  const kept = areas.length > 0 || !before ? state : { ...state, composedOf: before.composedOf };
  return { kind: "initiative", item: id, state: kept };
}

function distinct(named: readonly NamedArea[]): KnownArea[] {
  const areas = named.flatMap(({ match }) => ("area" in match ? [match.area] : []));
  const byKey = new Map(areas.map((area) => [`${area.layer} ${area.code}`, area]));
  return [...byKey.values()].sort((a, b) =>
    a.layer === b.layer ? (a.code < b.code ? -1 : 1) : a.layer < b.layer ? -1 : 1,
  );
}

function boundaryOf(
  db: Db,
  areas: readonly KnownArea[],
  evidence: KeptBoundary["evidence"],
  keep: KeepGeometry,
): KeptBoundary {
  if (areas.length === 0) {
    return { version: 1, grade: "located", definition: "the outline is not known", evidence };
  }
  const { shape, grade, accuracy, words } = composeAreas(db, areas);
  const drawn = keptDrawing(shape, keep, true);
  return {
    version: 1,
    grade,
    ...(accuracy === undefined ? {} : { accuracy }),
    definition: words,
    ...(drawn ? { drawn } : {}),
    evidence,
  };
}

/** Districts among the areas, so that the initiative is known to lie in them on every geography. */
function districtsOf(db: Db, areas: readonly KnownArea[]) {
  const table = referenceLayerTable(db);
  const codes = new Set(areas.map(({ layer, code }) => `${layer} ${code}`));
  return [...new Set(areas.map(({ layer }) => layer))]
    .flatMap((layer) => table.areasOf(layer))
    .filter(({ layer_id, code }) => codes.has(`${layer_id} ${code}`))
    .flatMap(({ districts, name }) => districts.map((district) => ({ ...district, name })));
}

const membersAt = (
  db: Db,
  { lon, lat }: { readonly lon: number | null; readonly lat: number | null },
) => (lon === null || lat === null ? [] : districtsAt(db, lon, lat));
