import type { Attendance, MemberKind, Membership, Sector } from "../core/partnership/model.ts";
import { toMembership } from "./board.ts";
import type { Db } from "./db.ts";
import { type EvidenceColumns, evidenceTable } from "./evidence.ts";

type Row = EvidenceColumns & {
  readonly of: string;
  readonly organisation: string;
  readonly sector: Sector;
  readonly kind: MemberKind | null;
  readonly role: string;
  readonly attendance: Attendance;
};

/** Organisations, one for each exact name, and the initiatives they take part in. The sector is that
 * of the role: a council may act as local authority in one and as education authority in another. */
export function partnerTable(db: Db) {
  const evidence = evidenceTable(db);
  const insert = db.prepare<[string]>(
    "INSERT INTO partner (name) VALUES (?) ON CONFLICT DO NOTHING",
  );
  const insertMembership = db.prepare<unknown[]>(
    "INSERT INTO membership SELECT ?, id, ?, ?, ?, ?, ? FROM partner WHERE name = ?",
  );
  const select = `SELECT initiative_id AS of, partner.name AS organisation, sector, kind, role,
      attendance, confidence, source, notes, date_read
    FROM membership JOIN partner ON partner.id = partner_id
    JOIN evidence ON evidence.id = evidence_id`;
  const all = db.prepare<[], Row>(`${select} ORDER BY initiative_id, organisation, role`);
  const ofInitiative = db.prepare<[string], Row>(
    `${select} WHERE initiative_id = ? ORDER BY organisation, role`,
  );
  const names = db.prepare<[], string>("SELECT name FROM partner ORDER BY name").pluck();
  return {
    add({ of, organisation, sector, kind, role, attendance, evidence: said }: Membership) {
      insert.run(organisation);
      const id = evidence.idOf(said);
      insertMembership.run(of, sector, kind ?? null, role, attendance, id, organisation);
    },
    all: () => all.all().map(toMembership),
    ofInitiative: (id: string) => ofInitiative.all(id).map(toMembership),
    names: (): string[] => names.all(),
  };
}
