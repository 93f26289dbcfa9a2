import { type Question, selectsInitiative } from "../../../core/hotspots/question.ts";
import type { Board, Membership } from "../../../core/partnership/model.ts";
import type { Field, Table, Value } from "../export.ts";
import { aboutAnswer, type ExportContext, type ExportUnit } from "../unit.ts";

/** Named as the columns of the public file of partners, so that what is taken away can come back. */
const FIELDS: readonly Field[] = [
  { name: "part", type: "text", meaning: "Initiative or board, organisation and role." },
  {
    name: "body",
    type: "text",
    meaning: "Id of the board; empty for a part in the initiative itself.",
  },
  { name: "body_name", type: "text", meaning: "Name of the board." },
  { name: "initiative", type: "text", meaning: "Id of the initiative." },
  { name: "place", type: "text", meaning: "Code of the place that the board sits in." },
  { name: "meetings_a_year", type: "real", meaning: "How often the board meets." },
  { name: "organisation", type: "text", meaning: "Who takes part. No person is recorded." },
  { name: "sector", type: "text", meaning: "The part it plays there." },
  {
    name: "kind",
    type: "text",
    meaning: "Which kind of member of PAT 17 §5.17 and §5.19 it is; empty where that is not known.",
  },
  { name: "role", type: "text", meaning: "Its role." },
  { name: "attendance", type: "text", meaning: "present, absent or unknown." },
  { name: "confidence", type: "text", meaning: "sourced, or recalled: general knowledge." },
  { name: "source", type: "text", meaning: "The documents that say so." },
  { name: "notes", type: "text", meaning: "What a reader should know." },
];

/** Who takes part in the initiatives alive on the date, and on which boards. */
export const partners = {
  id: "partners",
  title: "Partners in the initiatives alive on the date, and seats on their boards",
  hasGround: false,
  build: partnersTable,
} as const satisfies ExportUnit;

function partnersTable(context: ExportContext, question: Question): Table {
  const { study } = context.loaded;
  const funding = context.funding();
  const alive = new Set(
    study.initiatives.flatMap(({ id }, i) => (selectsInitiative(study, question, i) ? [id] : [])),
  );
  const boards = new Map(
    funding.boards
      .filter(
        (board) =>
          board.case === undefined &&
          (board.initiative === undefined || alive.has(board.initiative)),
      )
      .map((board) => [board.id, board]),
  );
  const rows = [
    ...funding.memberships.filter(({ of }) => alive.has(of)).map((row) => rowOf(row, undefined)),
    ...funding.seats.flatMap((row) => {
      const board = boards.get(row.of);
      return board === undefined ? [] : [rowOf(row, board)];
    }),
  ];
  return {
    unit: "partners",
    fields: FIELDS,
    rows,
    ground: undefined,
    about: aboutAnswer(context, question, {
      unit: "partners",
      title: `partners in initiatives alive on ${question.at}`,
      fields: FIELDS,
    }),
  };
}

function rowOf(row: Membership, board: Board | undefined): Value[] {
  return [
    `${row.of}: ${row.organisation} (${row.role})`,
    board?.id ?? null,
    board?.name ?? null,
    board === undefined ? row.of : (board.initiative ?? null),
    board?.place ?? null,
    board?.meetingsAYear ?? null,
    row.organisation,
    row.sector,
    row.kind ?? null,
    row.role,
    row.attendance,
    row.evidence.confidence,
    row.evidence.source,
    row.evidence.notes,
  ];
}
