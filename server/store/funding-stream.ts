import type {
  PlaceShare,
  Recipient,
  Stream,
  StreamPart,
  StreamRules,
  StreamScope,
  YearAmount,
} from "../core/funding/model.ts";
import { type IsoDate, type Pence, pence } from "../core/units.ts";
import type { Db } from "./db.ts";
import { type EvidenceColumns, evidenceTable, toEvidence } from "./evidence.ts";
import { groupBy } from "./group-by.ts";
import { insertSql } from "./insert-sql.ts";

/** The columns that say what a stream is; the data version is made of them. */
export const STREAM_COLUMNS = [
  "key",
  "name",
  "case_id",
  "project",
  "initiative_id",
  "programme_code",
  "places_json",
  "scope",
  "line",
  "part",
  "funder",
  "department",
  "in_kind",
  "start_date",
  "end_date",
  "total_pence",
  "budget_id",
  "recipient_json",
  "rules_json",
  "recalled_json",
] as const;

type StreamRow = EvidenceColumns & {
  readonly id: number;
  readonly key: string;
  readonly name: string;
  readonly case_id: string | null;
  readonly project: string;
  readonly initiative_id: string | null;
  readonly programme_code: string | null;
  readonly places_json: string;
  readonly scope: StreamScope;
  readonly line: string;
  readonly part: StreamPart;
  readonly funder: string;
  readonly department: string;
  readonly in_kind: number;
  readonly start_date: IsoDate | null;
  readonly end_date: IsoDate | null;
  readonly total_pence: number | null;
  readonly budget_id: string | null;
  readonly recipient_json: string | null;
  readonly rules_json: string;
  readonly recalled_json: string;
};

type YearRow = Pick<YearAmount, "kind" | "basis"> &
  EvidenceColumns & {
    readonly stream_id: number;
    readonly start_date: IsoDate;
    readonly end_date: IsoDate;
    readonly amount_pence: number;
  };

/**
 * Streams of money with their rules and yearly figures, by row. Figures are as printed: not all of
 * them add up. Rules are kept as one text, since nothing asks for a part of them.
 */
export function fundingStreamTable(db: Db) {
  const evidence = evidenceTable(db);
  const insert = db.prepare<[object]>(
    insertSql("funding_stream", [...STREAM_COLUMNS, "evidence_id"]),
  );
  const insertYear = db.prepare<[object]>(
    insertSql("stream_year", [
      "stream_id",
      "start_date",
      "end_date",
      "amount_pence",
      "kind",
      "basis",
      "evidence_id",
    ]),
  );
  const said = "confidence, source, notes, date_read";
  const select = `SELECT t.*, ${said} FROM funding_stream t JOIN evidence ON evidence.id = evidence_id`;
  const selectYears = `SELECT t.*, ${said} FROM stream_year t JOIN evidence ON evidence.id = evidence_id`;
  const order = "ORDER BY start_date, t.id";
  const all = db.prepare<[], StreamRow>(`${select} ORDER BY t.id`);
  const years = db.prepare<[], YearRow>(`${selectYears} ${order}`);
  const ofInitiative = db.prepare<[string], StreamRow>(
    `${select} WHERE initiative_id = ? ORDER BY t.id`,
  );
  const byKey = db.prepare<[string], StreamRow>(`${select} WHERE key = ?`);
  const yearsOf = db.prepare<[number], YearRow>(`${selectYears} WHERE stream_id = ? ${order}`);
  return {
    add(stream: Stream) {
      const stream_id = insert.run({
        ...toColumns(stream),
        evidence_id: evidence.idOf(stream.evidence),
      }).lastInsertRowid;
      for (const { start, end, amount, kind, basis, evidence: said } of stream.years) {
        insertYear.run({
          stream_id,
          start_date: start,
          end_date: end,
          amount_pence: amount,
          kind,
          basis,
          evidence_id: evidence.idOf(said),
        });
      }
    },
    all(): Stream[] {
      const profiles = groupBy(years.all(), (row) => row.stream_id);
      return all.all().map((row) => toStream(row, profiles.get(row.id) ?? []));
    },
    find(id: string): Stream | undefined {
      const row = byKey.get(id);
      return row && toStream(row, yearsOf.all(row.id));
    },
    ofInitiative: (id: string): Stream[] =>
      ofInitiative.all(id).map((row) => toStream(row, yearsOf.all(row.id))),
  };
}

function toColumns(stream: Stream) {
  return {
    key: stream.id,
    name: stream.name,
    case_id: stream.case ?? null,
    project: stream.project,
    initiative_id: stream.initiative ?? null,
    programme_code: stream.programme ?? null,
    places_json: JSON.stringify(stream.places),
    scope: stream.scope,
    line: stream.line,
    part: stream.part,
    funder: stream.funder,
    department: stream.department,
    in_kind: Number(stream.inKind),
    start_date: stream.start ?? null,
    end_date: stream.end ?? null,
    total_pence: stream.total ?? null,
    budget_id: stream.budget ?? null,
    recipient_json: stream.recipient ? JSON.stringify(stream.recipient) : null,
    rules_json: JSON.stringify(stream.rules),
    recalled_json: JSON.stringify(stream.recalled),
  };
}

function toStream(row: StreamRow, years: readonly YearRow[]): Stream {
  return {
    id: row.key,
    name: row.name,
    case: row.case_id ?? undefined,
    project: row.project,
    initiative: row.initiative_id ?? undefined,
    programme: row.programme_code ?? undefined,
    places: read<PlaceShare[]>(row.places_json),
    scope: row.scope,
    line: row.line,
    part: row.part,
    funder: row.funder,
    department: row.department,
    inKind: row.in_kind === 1,
    start: row.start_date ?? undefined,
    end: row.end_date ?? undefined,
    total: optionalPence(row.total_pence),
    years: years.map((year) => ({
      start: year.start_date,
      end: year.end_date,
      amount: pence(year.amount_pence),
      kind: year.kind,
      basis: year.basis,
      evidence: toEvidence(year),
    })),
    budget: row.budget_id ?? undefined,
    recipient: row.recipient_json === null ? undefined : read<Recipient>(row.recipient_json),
    rules: read<StreamRules>(row.rules_json),
    recalled: read<string[]>(row.recalled_json),
    evidence: toEvidence(row),
  };
}

/** A plain value as it was written: members that were undefined are absent, and read as undefined. */
const read = <T>(text: string): T => JSON.parse(text) as T;

const optionalPence = (value: number | null): Pence | undefined =>
  value === null ? undefined : pence(value);
