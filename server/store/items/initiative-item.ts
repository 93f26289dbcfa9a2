import type { Db } from "../db.ts";
import { initiativeTable, type StoredInitiative } from "../initiative.ts";
import { type MemberArea, memberAreaTable } from "../member-area.ts";
import { type OutlineMember, outlineMemberTable } from "../outline-member.ts";
import type { ItemKind } from "./item-kind.ts";
import { boundaryWriter, type KeptBoundary, keptBoundaries } from "./kept-boundary.ts";
import { lacking } from "./lacking.ts";

export interface InitiativeState {
  readonly initiative: Omit<StoredInitiative, "id">;
  readonly members: readonly Omit<MemberArea, "initiative_id">[];
  /** Areas of a loaded layer that it was composed of. */
  readonly composedOf: readonly Omit<OutlineMember, "initiative_id">[];
  /** Names of members that could not be drawn. */
  readonly missing: readonly string[];
  readonly boundaries: readonly KeptBoundary[];
}

/** An initiative with its members and every dated version of its boundary; not its money or partners. */
export const initiativeItem = {
  id: "initiative",
  title: "initiative",
  read(db: Db, id: string): InitiativeState | undefined {
    const stored = initiativeTable(db).find(id);
    if (!stored) return undefined;
    const { id: _, programme_code, name, round, start_date, end_date, ...rest } = stored;
    const own = <T extends { readonly initiative_id: string }>({ initiative_id, ...row }: T) => row;
    const members = memberAreaTable(db);
    return {
      initiative: {
        programme_code,
        name,
        round,
        start_date,
        end_date,
        budget_gbp: rest.budget_gbp,
        accountable_body: rest.accountable_body,
        region: rest.region,
        area_definition: rest.area_definition,
        member_wards: rest.member_wards,
        lon: rest.lon,
        lat: rest.lat,
        people: rest.people,
        people_basis: rest.people_basis,
        evidence: rest.evidence,
      },
      members: members.ofInitiative(id).map(own),
      composedOf: outlineMemberTable(db).ofInitiative(id).map(own),
      missing: members.missingOf(id),
      boundaries: keptBoundaries(db, "initiative_id").read(id),
    };
  },
  lacks: (db: Db, state: object) =>
    lacking(db, { programme: (state as InitiativeState).initiative.programme_code }),
  remove(db: Db, id: string): void {
    keptBoundaries(db, "initiative_id").remove(id);
    for (const table of ["member_area", "missing_member", "outline_member"]) {
      db.prepare<[string]>(`DELETE FROM ${table} WHERE initiative_id = ?`).run(id);
    }
    db.prepare<[string]>("DELETE FROM initiative WHERE id = ?").run(id);
  },
  write(db: Db, id: string, state: object): void {
    const { initiative, members, composedOf, missing, boundaries } = state as InitiativeState;
    initiativeTable(db).add({ id, ...initiative });
    const table = memberAreaTable(db);
    for (const member of members) table.add({ initiative_id: id, ...member });
    for (const name of missing) table.addMissing(id, name);
    const composed = outlineMemberTable(db);
    for (const member of composedOf) composed.add({ initiative_id: id, ...member });
    const write = boundaryWriter(db);
    for (const boundary of boundaries) write({ initiative: id }, boundary);
  },
} as const satisfies ItemKind;
