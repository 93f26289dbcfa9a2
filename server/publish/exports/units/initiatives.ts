import { endConfidence } from "../../../contract/end-confidence.ts";
import { printedArea } from "../../../contract/printed-area.ts";
import { endOf, type Question, selectsInitiative } from "../../../core/hotspots/question.ts";
import type { Evidence } from "../../../core/model.ts";
import { addDays } from "../../../core/units.ts";
import { boundaryTable } from "../../../store/boundary.ts";
import { initiativeTable } from "../../../store/initiative.ts";
import type { Table, Value } from "../export.ts";
import { aboutAnswer, type ExportContext, type ExportUnit } from "../unit.ts";
import { INITIATIVE_FIELDS } from "./initiative-fields.ts";
import { groundOf, validOutlines } from "./initiative-ground.ts";

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
  const evidence = new Map(
    initiativeTable(context.db)
      .all()
      .map((row) => [row.id, row.evidence]),
  );
  const drawn = alive.map((i) => outlineOf.get(i));
  const rows = alive.map((i, row) => rowOf(context, question, i, drawn[row], evidence));
  const title = `initiatives alive on ${question.at}`;
  return {
    unit: "initiatives",
    fields: INITIATIVE_FIELDS,
    rows,
    ground: groundOf(context, drawn),
    about: aboutAnswer(context, question, {
      unit: "initiatives",
      title,
      fields: INITIATIVE_FIELDS,
    }),
  };
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
    programme.leadDepartment,
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
