/** The public file of partners, boards, aims and targets as values. Nothing is stored. */
import { readDay } from "../../core/funding/read-cells.ts";
import type { Evidence } from "../../core/model.ts";
import { memberKind } from "../../core/partnership/member-kind.ts";
import {
  type Aim,
  ATTENDANCE,
  type Board,
  MEMBER_KINDS,
  type Membership,
  SECTORS,
  type Target,
} from "../../core/partnership/model.ts";
import { groupBy } from "../../store/group-by.ts";
import { type FileNote, spellingNotes, unreadNote } from "../streams/file-notes.ts";
import { mapRows } from "../streams/mapped-rows.ts";
import { distinct, type FileProblem, type RowReader, rowReader } from "../streams/row-cells.ts";
import type { Table } from "../tables/table.ts";
import { PARTNER_COLUMNS, type PartnerColumn } from "./partner-columns.ts";

/** What the store holds that a file may refer to. */
export interface KnownBodies {
  readonly initiatives: ReadonlySet<string>;
  readonly cases: ReadonlySet<string>;
  readonly aims: ReadonlySet<string>;
  readonly organisations: readonly string[];
}

export interface ReadPartners {
  readonly boards: readonly Board[];
  /** Of boards and of initiatives. */
  readonly seats: readonly Membership[];
  readonly memberships: readonly Membership[];
  readonly aims: readonly Aim[];
  readonly targets: readonly Target[];
  readonly problems: readonly FileProblem[];
  readonly notes: readonly FileNote[];
}

type Reader = RowReader<PartnerColumn>;

interface Row {
  readonly row: number;
  readonly reader: Reader;
  readonly evidence: Evidence;
}

export const partKey = (of: string, organisation: string, role: string) =>
  JSON.stringify([of, organisation, role]);

/**
 * Read a table of partners: a row a seat, or a row a part in an initiative.
 *
 * @param fallback who says so where a row does not; general knowledge without it
 * @throws AppError funding/column where the header does not do
 */
export function readPartners(
  table: Table,
  map: ReadonlyMap<string, string>,
  known: KnownBodies,
  fallback = "",
): ReadPartners {
  const columns = Object.keys(PARTNER_COLUMNS) as PartnerColumn[];
  const { rows: mapped, unread } = mapRows(table, columns, ["organisation"], map);
  const problems: FileProblem[] = [];
  const rows = mapped.map((one): Row => {
    const reader = rowReader(one, table.file, problems);
    return { row: one.row, reader, evidence: evidenceIn(reader, fallback) };
  });
  const boards = groupBy(
    rows.filter(({ reader }) => reader.text("body") !== ""),
    ({ reader }) => reader.text("body"),
  );
  const parts = new Set<string>();
  const members = rows.flatMap((row) => memberIn(row, known, parts) ?? []);
  const bodies = [...boards].map(([id, own]) => toBoard(id, own, known));
  return {
    boards: bodies,
    seats: members.filter(({ of }) => boards.has(of)),
    memberships: members.filter(({ of }) => !boards.has(of)),
    aims: distinctAims(rows.flatMap((row) => aimsIn(row, known))),
    targets: rows.flatMap((row) => targetsIn(row, known)),
    problems: distinct(problems),
    notes: [
      ...unread.map((heading) => unreadNote(table.file, heading)),
      ...spellingNotes(
        members.map(({ organisation }) => organisation),
        known.organisations,
      ),
    ],
  };
}

function evidenceIn(reader: Reader, fallback: string): Evidence {
  const source = reader.text("source") || fallback;
  return {
    confidence: source === "" ? "recalled" : "sourced",
    source,
    notes: reader.text("notes"),
    dateRead: undefined,
  };
}

/** The board, or else the initiative, that a row is about. */
const bodyOf = (reader: Reader) => reader.text("body") || reader.text("initiative");

function memberIn(
  { reader, evidence }: Row,
  known: KnownBodies,
  parts: Set<string>,
): Membership | undefined {
  const of = bodyOf(reader);
  const organisation = reader.text("organisation");
  const initiative = reader.text("initiative");
  if (initiative !== "" && !known.initiatives.has(initiative))
    reader.refuse("funding/unknown", "initiative", `there is no initiative "${initiative}"`);
  if (of === "")
    return reader.refuse(
      "funding/value",
      "body",
      "it is said neither which board nor which initiative",
    );
  if (organisation === "")
    return reader.refuse("funding/value", "organisation", "no organisation is named");
  const sector = reader.oneOf("sector", SECTORS) ?? "other";
  const role = reader.text("role") || "member";
  const key = partKey(of, organisation, role);
  if (parts.has(key))
    return reader.refuse(
      "funding/duplicate",
      "organisation",
      `${organisation} is ${role} of ${of} twice`,
    );
  parts.add(key);
  return {
    of,
    organisation,
    sector,
    kind: reader.oneOf("kind", MEMBER_KINDS) ?? memberKind(organisation, sector),
    role,
    attendance: reader.oneOf("attendance", ATTENDANCE) ?? "present",
    evidence,
  };
}

function toBoard(id: string, rows: readonly Row[], known: KnownBodies): Board {
  const first = rows[0]!;
  const { reader } = first;
  if (known.initiatives.has(id))
    reader.refuse(
      "funding/duplicate",
      "body",
      `${id} is an initiative, so no board can be called so`,
    );
  for (const column of ["body_name", "initiative", "place", "meetings_a_year", "case"] as const) {
    const said = reader.text(column);
    for (const other of rows.slice(1)) {
      const here = other.reader.text(column);
      if (here !== "" && here !== said)
        other.reader.refuse(
          "funding/duplicate",
          column,
          `it says "${here}", and row ${first.row} says "${said}" of the same board`,
        );
    }
  }
  const owner = reader.text("case");
  if (owner !== "" && !known.cases.has(owner))
    reader.refuse("funding/unknown", "case", `there is no worked case "${owner}"`);
  return {
    id,
    name: reader.text("body_name") || id,
    case: owner || undefined,
    initiative: reader.text("initiative") || undefined,
    place: reader.text("place") || undefined,
    meetingsAYear: reader.number("meetings_a_year"),
    evidence: first.evidence,
  };
}

function expectTerm(
  reader: Reader,
  column: PartnerColumn,
  term: string,
  known: KnownBodies,
): boolean {
  if (known.aims.has(term)) return true;
  reader.refuse(
    "funding/unknown",
    column,
    `"${term}" is not in the list of aims: ${[...known.aims].sort().join(", ")}`,
  );
  return false;
}

function aimsIn({ reader, evidence }: Row, known: KnownBodies): Aim[] {
  return reader.list("aims").flatMap((text): Aim[] => {
    const term = text.replace(/\s*\*$/, "");
    if (!expectTerm(reader, "aims", term, known)) return [];
    return [
      { of: bodyOf(reader), term, weight: text.endsWith("*") ? "primary" : "secondary", evidence },
    ];
  });
}

/** Rows of one body may repeat its aims; where they differ in weight the first stands. */
const distinctAims = (aims: readonly Aim[]): Aim[] => [
  ...new Map(aims.toReversed().map((aim) => [JSON.stringify([aim.of, aim.term]), aim])).values(),
];

function targetsIn({ reader, evidence }: Row, known: KnownBodies): Target[] {
  return reader.list("targets").flatMap((text): Target[] => {
    const [topic = "", measure = "", value = "", by = ""] = text
      .split("|")
      .map((part) => part.trim());
    if (!expectTerm(reader, "targets", topic, known)) return [];
    const amount = value === "" ? undefined : Number(value.replaceAll(",", ""));
    if (measure === "" || (amount !== undefined && !Number.isFinite(amount))) {
      reader.refuse("funding/value", "targets", `"${text}" is not a topic, a measure and a number`);
      return [];
    }
    const day = by === "" ? undefined : readDay(by);
    if (by !== "" && day === undefined)
      reader.refuse("funding/date", "targets", `"${by}" is not a day of the calendar`);
    return [{ of: bodyOf(reader), topic, measure, value: amount, by: day, evidence }];
  });
}
