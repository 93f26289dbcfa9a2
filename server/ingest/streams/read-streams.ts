/** The public file of streams as values. Nothing is stored, so a wrong file changes nothing. */
import {
  type Budget,
  type PlaceShare,
  STREAM_PARTS,
  type Stream,
  type WorkedCase,
} from "../../core/funding/model.ts";
import { dayAfter } from "../../core/funding/read-cells.ts";
import type { Evidence } from "../../core/model.ts";
import { SECTORS } from "../../core/partnership/model.ts";
import { groupBy } from "../../store/group-by.ts";
import type { Table } from "../tables/table.ts";
import { type FileNote, spellingNotes, unreadNote } from "./file-notes.ts";
import { mapRows } from "./mapped-rows.ts";
import { budgetsIn, casesIn } from "./read-cases.ts";
import { expectTotal, type ReadRow, readProfile } from "./read-profile.ts";
import { readRules } from "./read-rules.ts";
import { distinct, type FileProblem, rowReader } from "./row-cells.ts";
import { STREAM_COLUMNS, type StreamColumn } from "./stream-columns.ts";

/** What the store holds that a file may refer to. */
export interface KnownNames {
  /** Initiative -> its programme. */
  readonly initiatives: ReadonlyMap<string, string>;
  /** Programme -> its department. */
  readonly programmes: ReadonlyMap<string, string>;
  readonly streams: ReadonlySet<string>;
  readonly organisations: readonly string[];
}

export interface ReadStreams {
  readonly streams: readonly Stream[];
  readonly budgets: readonly Budget[];
  readonly cases: readonly WorkedCase[];
  readonly problems: readonly FileProblem[];
  /** What a person may want to look at; nothing was changed for it. */
  readonly notes: readonly FileNote[];
}

/**
 * Read a table of streams: a row a stream, or a row a stream and year.
 *
 * @param source who says so where a row does not; general knowledge without it
 * @throws AppError funding/column where the header does not do
 */
export function readStreams(
  table: Table,
  map: ReadonlyMap<string, string>,
  known: KnownNames,
  source = "",
): ReadStreams {
  const columns = Object.keys(STREAM_COLUMNS) as StreamColumn[];
  const { rows, unread } = mapRows(table, columns, ["stream", "funder"], map);
  const problems: FileProblem[] = [];
  const read = rows.map((mapped): ReadRow => {
    const reader = rowReader(mapped, table.file, problems);
    return {
      mapped,
      reader,
      evidence: evidenceIn(reader.text("source") || source, reader.text("notes")),
    };
  });
  const groups = groupBy(read, ({ reader }) => reader.text("stream"));
  const streams = [...groups].map(([id, own]) => toStream(id, own, known));
  const ids = new Set([...known.streams, ...groups.keys()]);
  for (const own of groups.values()) expectReferences(own, ids, known);
  return {
    streams,
    budgets: budgetsIn(read),
    cases: casesIn(read),
    problems: distinct(problems),
    notes: [
      ...unread.map((heading) => unreadNote(table.file, heading)),
      ...spellingNotes(
        streams.flatMap(({ funder, recipient }) => [funder, recipient?.organisation ?? ""]),
        known.organisations,
      ),
    ],
  };
}

const evidenceIn = (source: string, notes: string): Evidence => ({
  confidence: source === "" ? "recalled" : "sourced",
  source,
  notes,
  dateRead: undefined,
});

function toStream(id: string, rows: readonly ReadRow[], known: KnownNames): Stream {
  const { reader, evidence } = rows[0]!;
  expectAgreement(rows);
  if (id === "") reader.refuse("funding/value", "stream", "a stream has no id");
  const start = reader.day("start_date");
  const last = reader.day("end_date");
  if (start !== undefined && last !== undefined && last < start)
    reader.refuse(
      "funding/date",
      "end_date",
      `the last day, ${last}, comes before the first, ${start}`,
    );
  const end = last === undefined ? undefined : dayAfter(last);
  const rules = readRules(reader);
  const years = readProfile(rows, { start, end, yearStart: rules.yearStart });
  const total = reader.money("total");
  expectTotal(rows, years, total);
  const initiative = reader.text("initiative") || undefined;
  const programme =
    reader.text("programme") || known.initiatives.get(initiative ?? "") || undefined;
  const places = placesIn(rows[0]!);
  if (reader.text("funder") === "")
    reader.refuse("funding/value", "funder", "it is not said who pays");
  if (initiative === undefined && reader.text("project") === "")
    reader.refuse(
      "funding/value",
      "project",
      "it is said neither which initiative nor which project the money is for",
    );
  return {
    id,
    name: reader.text("name") || id,
    case: reader.text("case") || undefined,
    project: reader.text("project"),
    initiative,
    programme,
    places,
    scope: "initiative",
    line: "",
    part: reader.oneOf("part", STREAM_PARTS) ?? "whole",
    funder: reader.text("funder"),
    department: reader.text("department") || known.programmes.get(programme ?? "") || "",
    inKind: reader.yesNo("in_kind") ?? false,
    start,
    end,
    total,
    years,
    budget: reader.text("budget") || undefined,
    recipient: recipientIn(rows[0]!),
    rules,
    recalled: [],
    evidence,
  };
}

/** What a stream's rows say of the stream itself, they say alike or leave empty. */
const OF_A_YEAR: readonly StreamColumn[] = ["year", "amount", "kind", "profile", "source", "notes"];

function expectAgreement(rows: readonly ReadRow[]) {
  const [first, ...others] = rows;
  for (const { mapped, reader } of others) {
    for (const column of Object.keys(mapped.cells) as StreamColumn[]) {
      const [here, there] = [mapped.cells[column], first!.mapped.cells[column]];
      if (OF_A_YEAR.includes(column) || here === "" || here === there) continue;
      reader.refuse(
        "funding/duplicate",
        column,
        `it says "${here}", and row ${first!.mapped.row} says "${there}" of the same stream`,
      );
    }
  }
}

function placesIn({ reader }: ReadRow): PlaceShare[] {
  const parts = reader.list("places").flatMap((text) => {
    const [place = "", weight = "1"] = text.split("=").map((part) => part.trim());
    if (place !== "" && /^\d+(\.\d+)?%?$/.test(weight))
      return { place, weight: Number.parseFloat(weight) };
    return (
      reader.refuse(
        "funding/value",
        "places",
        `"${text}" is not a code and a part, such as 00BN=60`,
      ) ?? []
    );
  });
  if (new Set(parts.map(({ place }) => place)).size < parts.length)
    reader.refuse("funding/duplicate", "places", "a place is named twice");
  if (parts.length > 0 && !parts.some(({ weight }) => weight > 0))
    reader.refuse("funding/value", "places", "no place has a part above 0");
  return parts;
}

function recipientIn({ reader }: ReadRow): Stream["recipient"] {
  const organisation = reader.text("recipient");
  const sector = reader.oneOf("recipient_sector", SECTORS);
  const riskMoney = reader.money("risk_money");
  if (organisation !== "") return { organisation, sector, riskMoney };
  if (sector !== undefined || riskMoney !== undefined)
    reader.refuse(
      "funding/value",
      "recipient",
      "a sector or risk money is given and no recipient is named",
    );
  return undefined;
}

function expectReferences(rows: readonly ReadRow[], ids: ReadonlySet<string>, known: KnownNames) {
  const { reader } = rows[0]!;
  const initiative = reader.text("initiative");
  const programme = reader.text("programme");
  if (initiative !== "" && !known.initiatives.has(initiative))
    reader.refuse("funding/unknown", "initiative", `there is no initiative "${initiative}"`);
  if (programme !== "" && !known.programmes.has(programme))
    reader.refuse("funding/unknown", "programme", `there is no programme "${programme}"`);
  for (const column of ["may_match", "may_not_match"] as const)
    for (const id of reader.list(column))
      if (!ids.has(id)) reader.refuse("funding/unknown", column, `there is no stream "${id}"`);
}
