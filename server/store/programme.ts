import type { ProgrammeCells } from "../core/funding/programme-rules.ts";
import type { Category, Evidence, Programme } from "../core/model.ts";
import { type IsoDate, pounds } from "../core/units.ts";
import type { Db } from "./db.ts";
import { type EvidenceColumns, evidenceTable, toEvidence } from "./evidence.ts";
import { insertSql } from "./insert-sql.ts";

/** A programme's rules of money, in the registry's words; empty where not known. */
export interface ProgrammeRules extends ProgrammeCells {
  readonly code: string;
  readonly administering_body: string;
  readonly duration_years: number | null;
  readonly evidence: Evidence;
}

interface ProgrammeColumns extends Omit<ProgrammeRules, "evidence"> {
  readonly name: string;
  readonly category: Category;
  readonly department: string;
  readonly lead_department: string;
  readonly start_date: IsoDate | null;
  readonly end_date: IsoDate | null;
  readonly budget_gbp: number | null;
  readonly existed: number | null;
  readonly existed_note: string;
  readonly existed_source: string;
}

export interface NewProgramme extends ProgrammeColumns {
  readonly evidence: Evidence;
}

type ProgrammeRow = Omit<ProgrammeColumns, "claim_offices"> & {
  readonly claim_offices: string;
} & EvidenceColumns & { readonly held: number; readonly aims: string };

/** The columns that say what it is; the data version is made of them. */
export const PROGRAMME_COLUMNS = [
  "code",
  "name",
  "category",
  "department",
  "lead_department",
  "administering_body",
  "start_date",
  "end_date",
  "budget_gbp",
  "funding_year_basis",
  "claim_frequency",
  "payment_basis",
  "output_measure",
  "duration_years",
  "claim_route",
  "claim_offices",
  "advance_share",
  "match_rule",
  "bidding",
  "reporting",
  "audit",
  "existed",
  "existed_note",
  "existed_source",
] as const satisfies readonly (keyof ProgrammeColumns)[];

/** Between the offices of a route: no name holds it. */
const OFFICES = "; ";

const officesIn = (text: string) => text.split(OFFICES).filter((office) => office !== "");

/** Programmes by code. `held` is counted, never stored. */
export function programmeTable(db: Db) {
  const evidence = evidenceTable(db);
  const insert = db.prepare<[object]>(
    insertSql("programme", [...PROGRAMME_COLUMNS, "evidence_id"]),
  );
  const all = db.prepare<[], ProgrammeRow>(
    `SELECT programme.*, confidence, source, notes, date_read,
       (SELECT count(*) FROM initiative WHERE programme_code = programme.code) AS held,
       (SELECT json_group_array(aim ORDER BY aim) FROM programme_aim
        WHERE programme_code = programme.code) AS aims
     FROM programme JOIN evidence ON evidence.id = evidence_id ORDER BY code`,
  );
  const byCode = db.prepare<[string], Omit<ProgrammeRow, "held">>(
    `SELECT ${PROGRAMME_COLUMNS.join(", ")}, confidence, source, notes, date_read
     FROM programme JOIN evidence ON evidence.id = evidence_id WHERE code = ?`,
  );
  return {
    add(row: NewProgramme) {
      insert.run({
        ...row,
        claim_offices: row.claim_offices.join(OFFICES),
        evidence_id: evidence.idOf(row.evidence),
      });
    },
    /** One programme's row, as {@link add} takes it. */
    row(code: string): NewProgramme | undefined {
      const found = byCode.get(code);
      if (!found) return undefined;
      const { confidence, source, notes, date_read, ...row } = found;
      return { ...row, claim_offices: officesIn(row.claim_offices), evidence: toEvidence(found) };
    },
    all: (): Programme[] => all.all().map(toProgramme),
    /** The rules of every programme, in the same order as {@link all}. */
    rules: (): ProgrammeRules[] =>
      all.all().map((row) => ({
        ...row,
        claim_offices: officesIn(row.claim_offices),
        evidence: toEvidence(row),
      })),
  };
}

function toProgramme(row: ProgrammeRow): Programme {
  return {
    code: row.code,
    name: row.name,
    category: row.category,
    department: row.department,
    leadDepartment: row.lead_department,
    start: row.start_date ?? undefined,
    end: row.end_date ?? undefined,
    budget: row.budget_gbp === null ? undefined : pounds(row.budget_gbp),
    held: row.held,
    existed: row.existed ?? undefined,
    longest: row.duration_years ?? undefined,
    existedNote: row.existed_note,
    aims: JSON.parse(row.aims),
    evidence: toEvidence(row),
  };
}
