import type { StreamKind, StreamPart, StreamScope } from "../core/funding/model.ts";
import type { Evidence } from "../core/model.ts";
import { type IsoDate, type Pounds, pounds } from "../core/units.ts";
import type { Db } from "./db.ts";
import { type EvidenceColumns, evidenceTable, toEvidence } from "./evidence.ts";
import { groupBy } from "./group-by.ts";
import { insertSql } from "./insert-sql.ts";

interface StreamColumns {
  readonly programme_code: string;
  readonly initiative_id: string | null;
  readonly scope: StreamScope;
  /** The part of the country a programme's own line is for; empty for an initiative's. */
  readonly line: string;
  readonly part: StreamPart;
  readonly funder: string;
  readonly kind: StreamKind;
}

/** One printed figure for one financial year, `[start, end)`. */
export interface StreamYear {
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly amount: Pounds;
  readonly evidence: Evidence;
}

export interface NewStream extends StreamColumns {
  readonly years: readonly StreamYear[];
}

export interface FundingStream extends NewStream {
  readonly id: number;
}

type YearRow = StreamColumns &
  EvidenceColumns & {
    readonly id: number;
    readonly start_date: IsoDate;
    readonly end_date: IsoDate;
    readonly amount_gbp: number;
  };

/** Lines of money with their yearly profile. Figures are as printed: not all of them add up. */
export function fundingStreamTable(db: Db) {
  const evidence = evidenceTable(db);
  const insert = db.prepare<[StreamColumns]>(
    insertSql("funding_stream", [
      "programme_code",
      "initiative_id",
      "scope",
      "line",
      "part",
      "funder",
      "kind",
    ]),
  );
  const insertYear = db.prepare<[object]>(
    insertSql("stream_year", ["stream_id", "start_date", "end_date", "amount_gbp", "evidence_id"]),
  );
  const select = `SELECT funding_stream.*, start_date, end_date, amount_gbp,
      confidence, source, notes, date_read
    FROM funding_stream JOIN stream_year ON stream_id = funding_stream.id
    JOIN evidence ON evidence.id = evidence_id`;
  const order = "ORDER BY funding_stream.id, start_date, stream_year.id";
  const all = db.prepare<[], YearRow>(`${select} ${order}`);
  const ofInitiative = db.prepare<[string], YearRow>(`${select} WHERE initiative_id = ? ${order}`);
  return {
    add({ years, ...stream }: NewStream) {
      const stream_id = insert.run(stream).lastInsertRowid;
      for (const { start, end, amount, evidence: said } of years) {
        insertYear.run({
          stream_id,
          start_date: start,
          end_date: end,
          amount_gbp: amount,
          evidence_id: evidence.idOf(said),
        });
      }
    },
    all: () => toStreams(all.all()),
    ofInitiative: (id: string) => toStreams(ofInitiative.all(id)),
  };
}

function toStreams(rows: readonly YearRow[]): FundingStream[] {
  return [...groupBy(rows, (row) => row.id).values()].map((years) => {
    const { id, programme_code, initiative_id, scope, line, part, funder, kind } = years[0]!;
    return {
      id,
      programme_code,
      initiative_id,
      scope,
      line,
      part,
      funder,
      kind,
      years: years.map((row) => ({
        start: row.start_date,
        end: row.end_date,
        amount: pounds(row.amount_gbp),
        evidence: toEvidence(row),
      })),
    };
  });
}
