import { endConfidence } from "../../../contract/end-confidence.ts";
import { printedArea } from "../../../contract/printed-area.ts";
import {
  endOf,
  outlineValidOn,
  type Question,
  selectsInitiative,
} from "../../../core/hotspots/question.ts";
import type { Evidence } from "../../../core/model.ts";
import type { Shapes } from "../../../core/overlay/model.ts";
import { addDays } from "../../../core/units.ts";
import { boundaryTable } from "../../../store/boundary.ts";
import { decodeShapes, STORE_GRID } from "../../../store/geometry-codec.ts";
import { initiativeTable } from "../../../store/initiative.ts";
import type { Field, Table, Value } from "../export.ts";
import { aboutAnswer, type ExportContext, type ExportUnit } from "../unit.ts";

const FIELDS: readonly Field[] = [
  { name: "id", type: "text", meaning: "Id in the registry." },
  { name: "programme", type: "text", meaning: "Code of its programme." },
  { name: "programme_name", type: "text", meaning: "Name of its programme." },
  {
    name: "category",
    type: "text",
    meaning: "holistic, theme, client or partnership (PAT 17 §4.45).",
  },
  { name: "department", type: "text", meaning: "Lead department of its programme." },
  { name: "name", type: "text", meaning: "Name of the initiative." },
  { name: "round", type: "text", meaning: "Round or wave of its programme." },
  { name: "start", type: "text", meaning: "First day." },
  {
    name: "end",
    type: "text",
    meaning:
      "The day after the last day, so that an end and the next start are one date; " +
      "empty where no end is recorded.",
  },
  {
    name: "last_day",
    type: "text",
    meaning: "The last day alive, the day before end; empty where no end is recorded.",
  },
  {
    name: "end_confidence",
    type: "text",
    meaning:
      "sourced, or recalled where the row or its notes say that the end was not read in a document; " +
      "empty where no end is recorded.",
  },
  {
    name: "end_assumed",
    type: "text",
    meaning:
      "Where no end is recorded, the day from which the counts leave it out: its programme's longest " +
      "run after the start, or its programme's end if that comes first; empty where neither is known.",
  },
  { name: "budget_gbp", type: "real", meaning: "Budget as recorded; empty where none is." },
  { name: "accountable_body", type: "text", meaning: "Who answers for its money." },
  {
    name: "grade",
    type: "text",
    meaning: "How its boundary on the date is known: composed, generalised, indicative, located.",
  },
  { name: "area_m2", type: "real", meaning: "Grid area of its outline; empty where not drawn." },
  { name: "missing", type: "list", meaning: "Member areas that the geography cannot draw." },
  {
    name: "confidence",
    type: "text",
    meaning: "Of the row as such: sourced, or recalled: no document read. See notes.",
  },
  { name: "source", type: "text", meaning: "The documents." },
  { name: "notes", type: "text", meaning: "What is to be known of single fields, in words." },
];

/** The initiatives alive on the date, with the outline that held then. */
export const initiatives = {
  id: "initiatives",
  title: "Initiatives alive on the date",
  hasGround: true,
  build: initiativesTable,
} as const satisfies ExportUnit;

function initiativesTable(context: ExportContext, question: Question): Table {
  const { study } = context.loaded;
  const alive = study.initiatives.flatMap((_, i) =>
    selectsInitiative(study, question, i) ? [i] : [],
  );
  const outlineOf = validOutlines(context, question);
  const geometry = boundaryTable(context.db).geometry;
  const evidence = new Map(
    initiativeTable(context.db)
      .all()
      .map((row) => [row.id, row.evidence]),
  );
  const drawn = alive.map((i) => outlineOf.get(i));
  const rows = alive.map((i, row) => rowOf(context, question, i, drawn[row], evidence));
  const shapes = withoutGround(
    drawn.map((outline) =>
      outline === undefined ? undefined : geometry(context.loaded.boundaryOf[outline]!),
    ),
  );
  const title = `initiatives alive on ${question.at}`;
  return {
    unit: "initiatives",
    fields: FIELDS,
    rows,
    ground: { shapes, grid: STORE_GRID, crs: context.crs },
    about: aboutAnswer(context, question, { unit: "initiatives", title, fields: FIELDS }),
  };
}

/** Initiative -> the outline that holds on the date. */
function validOutlines({ loaded: { study } }: ExportContext, { at }: Question) {
  return new Map(
    study.outlines.flatMap(({ initiative }, outline) =>
      outlineValidOn(study, outline, at) ? [[initiative, outline] as const] : [],
    ),
  );
}

function rowOf(
  { db, loaded }: ExportContext,
  { at }: Question,
  index: number,
  outline: number | undefined,
  evidence: ReadonlyMap<string, Evidence>,
): Value[] {
  const { study } = loaded;
  const initiative = study.initiatives[index]!;
  const programme = study.programmes[initiative.programme]!;
  const said = evidence.get(initiative.id)!;
  const held = boundaryTable(db)
    .ofInitiative(initiative.id)
    .find(
      ({ valid_from: from, valid_to: to }) =>
        (from === null || from <= at) && (to === null || at < to),
    );
  return [
    initiative.id,
    programme.code,
    programme.name,
    programme.category,
    programme.department,
    initiative.name,
    initiative.round,
    initiative.start ?? null,
    initiative.end ?? null,
    initiative.end === undefined ? null : addDays(initiative.end, -1),
    endConfidence(initiative.end, said),
    initiative.end === undefined ? (endOf(study, index) ?? null) : null,
    initiative.budget ?? null,
    initiative.accountableBody,
    held?.grade ?? "located",
    outline === undefined ? null : printedOrNull(held?.area_m2),
    initiative.missing,
    said.confidence,
    said.source,
    said.notes,
  ];
}

const printedOrNull = (area: number | null | undefined) =>
  area === null || area === undefined ? null : printedArea(area);

/** Stored geometries as shapes; what is not drawn becomes a shape without a polygon. */
function withoutGround(geometries: readonly (Uint8Array | undefined)[]): Shapes {
  const drawn = geometries.flatMap((bytes, row) => (bytes ? [{ bytes, row }] : []));
  const shapes = decodeShapes(drawn.map(({ bytes }) => bytes));
  return {
    ...shapes,
    count: geometries.length,
    polygonShape: shapes.polygonShape.map((shape) => drawn[shape]!.row),
  };
}
