import type { Evidence } from "../core/model.ts";
import type { Sector } from "../core/partnership/model.ts";
import type { Db } from "./db.ts";
import { type EvidenceColumns, evidenceTable, toEvidence } from "./evidence.ts";

/** An organisation's part in an initiative. The sector is that of this role: a council may act as
 * local authority in one initiative and as education authority in another. */
export interface Membership {
  readonly initiative_id: string;
  readonly organisation: string;
  readonly sector: Sector;
  readonly role: string;
  readonly evidence: Evidence;
}

type Row = Omit<Membership, "evidence"> & EvidenceColumns;

/** Organisations, one for each exact name, and what they take part in. */
export function partnerTable(db: Db) {
  const evidence = evidenceTable(db);
  const insert = db.prepare<[string]>(
    "INSERT INTO partner (name) VALUES (?) ON CONFLICT DO NOTHING",
  );
  const insertMembership = db.prepare<[string, string, string, number, string]>(
    `INSERT INTO membership SELECT ?, id, ?, ?, ? FROM partner WHERE name = ?`,
  );
  const select = `SELECT initiative_id, partner.name AS organisation, sector, role,
      confidence, source, notes, date_read
    FROM membership JOIN partner ON partner.id = partner_id
    JOIN evidence ON evidence.id = evidence_id`;
  const all = db.prepare<[], Row>(`${select} ORDER BY initiative_id, organisation, role`);
  const ofInitiative = db.prepare<[string], Row>(
    `${select} WHERE initiative_id = ? ORDER BY organisation, role`,
  );
  const toMembership = (row: Row): Membership => ({
    initiative_id: row.initiative_id,
    organisation: row.organisation,
    sector: row.sector,
    role: row.role,
    evidence: toEvidence(row),
  });
  return {
    add({ initiative_id, organisation, sector, role, evidence: said }: Membership) {
      insert.run(organisation);
      insertMembership.run(initiative_id, sector, role, evidence.idOf(said), organisation);
    },
    all: () => all.all().map(toMembership),
    ofInitiative: (id: string) => ofInitiative.all(id).map(toMembership),
  };
}
