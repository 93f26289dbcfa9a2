import type {
  Attendance,
  Board,
  MemberKind,
  Membership,
  Sector,
} from "../core/partnership/model.ts";
import type { Db } from "./db.ts";
import { type EvidenceColumns, evidenceTable, toEvidence } from "./evidence.ts";

type BoardRow = EvidenceColumns & {
  readonly id: string;
  readonly name: string;
  readonly case_id: string | null;
  readonly initiative_id: string | null;
  readonly place_code: string | null;
  readonly meetings_a_year: number | null;
};

type SeatRow = EvidenceColumns & {
  readonly of: string;
  readonly organisation: string;
  readonly sector: Sector;
  readonly kind: MemberKind | null;
  readonly role: string;
  readonly attendance: Attendance;
};

/** Boards by id, and who has a seat on them. */
export function boardTable(db: Db) {
  const evidence = evidenceTable(db);
  const insert = db.prepare<unknown[]>("INSERT INTO board VALUES (?, ?, ?, ?, ?, ?, ?)");
  const insertPartner = db.prepare<[string]>(
    "INSERT INTO partner (name) VALUES (?) ON CONFLICT DO NOTHING",
  );
  const insertSeat = db.prepare<unknown[]>(
    "INSERT INTO seat SELECT ?, id, ?, ?, ?, ?, ? FROM partner WHERE name = ?",
  );
  const all = db.prepare<[], BoardRow>(
    `SELECT t.*, confidence, source, notes, date_read
     FROM board t JOIN evidence ON evidence.id = evidence_id ORDER BY t.id`,
  );
  const seats = db.prepare<[], SeatRow>(
    `SELECT board_id AS of, partner.name AS organisation, sector, kind, role, attendance,
       confidence, source, notes, date_read
     FROM seat JOIN partner ON partner.id = partner_id
     JOIN evidence ON evidence.id = evidence_id ORDER BY board_id, organisation, role`,
  );
  return {
    add({ id, name, meetingsAYear, evidence: said, ...where }: Board) {
      const { case: owner = null, initiative = null, place = null } = where;
      insert.run(id, name, owner, initiative, place, meetingsAYear ?? null, evidence.idOf(said));
    },
    addSeat({ of, organisation, sector, kind, role, attendance, evidence: said }: Membership) {
      insertPartner.run(organisation);
      const id = evidence.idOf(said);
      insertSeat.run(of, sector, kind ?? null, role, attendance, id, organisation);
    },
    all: (): Board[] =>
      all.all().map((row) => ({
        id: row.id,
        name: row.name,
        case: row.case_id ?? undefined,
        initiative: row.initiative_id ?? undefined,
        place: row.place_code ?? undefined,
        meetingsAYear: row.meetings_a_year ?? undefined,
        evidence: toEvidence(row),
      })),
    seats: (): Membership[] => seats.all().map(toMembership),
  };
}

/** A row of a membership or a seat. */
export const toMembership = (row: SeatRow): Membership => ({
  of: row.of,
  organisation: row.organisation,
  sector: row.sector,
  kind: row.kind ?? undefined,
  role: row.role,
  attendance: row.attendance,
  evidence: toEvidence(row),
});
