/** The registry's rows into the store's tables, geometry apart. For use inside a transaction. */
import type { Evidence } from "../../core/model.ts";
import { memberKind } from "../../core/partnership/member-kind.ts";
import { aimTable } from "../../store/aim.ts";
import type { Db } from "../../store/db.ts";
import { fundingStreamTable } from "../../store/funding-stream.ts";
import { initiativeTable } from "../../store/initiative.ts";
import { memberAreaTable } from "../../store/member-area.ts";
import { partnerTable } from "../../store/partner.ts";
import { programmeTable } from "../../store/programme.ts";
import { ruleChangeTable } from "../../store/rule-change.ts";
import { evidenceOf } from "./evidence-of.ts";
import { districtKey, memberCodes, type Registry } from "./read-registry.ts";
import { registryStreams } from "./registry-streams.ts";
import type { InitiativeLine, ProgrammeLine } from "./tables.ts";

/** Write everything but boundaries. Ids and joins were checked when the registry was read. */
export function storeRegistry(db: Db, registry: Registry): void {
  const programmes = programmeTable(db);
  for (const row of registry.programmes) programmes.add(toProgramme(row));
  storeInitiatives(db, registry);
  const partners = partnerTable(db);
  for (const { initiative_id, organisation, sector, role, ...said } of registry.partners) {
    partners.add({
      of: initiative_id,
      organisation,
      sector,
      kind: memberKind(organisation, sector),
      role,
      attendance: "present",
      evidence: evidenceOf(said),
    });
  }
  const streams = fundingStreamTable(db);
  for (const stream of registryStreams(registry)) streams.add(stream);
  const aims = aimTable(db);
  for (const { programme, aim, weight } of registry.aims) {
    aims.add({ programme_code: programme, aim, weight, evidence: OUR_READING });
  }
  const changes = ruleChangeTable(db);
  for (const { date, programme, what_changed, ...said } of registry.ruleChanges) {
    const evidence = evidenceOf({ ...said, notes: "" });
    changes.add({ date, programme_code: programme, what: what_changed, evidence });
  }
}

const OUR_READING: Evidence = {
  confidence: "recalled",
  source: "",
  notes: "Our reading of the programme's aims.",
  dateRead: undefined,
};

function toProgramme(row: ProgrammeLine) {
  const { lead_department, department_line, funding_year_basis, ...rest } = row;
  return {
    ...rest,
    department: department_line,
    lead_department,
    funding_year_basis: funding_year_basis === "" ? null : funding_year_basis,
    evidence: evidenceOf(row),
  };
}

function storeInitiatives(db: Db, registry: Registry) {
  const initiatives = initiativeTable(db);
  const members = memberAreaTable(db);
  for (const row of registry.initiatives) {
    initiatives.add({
      ...row,
      programme_code: row.programme,
      lon: row.centroid_lon,
      lat: row.centroid_lat,
      people: row.households_or_population,
      people_basis: row.population_basis,
      evidence: evidenceOf(row),
    });
    for (const { scheme, code } of memberCodes(row)) {
      const name = memberName(registry, row, scheme, code);
      members.add({ initiative_id: row.id, scheme, code, name });
    }
  }
}

/** The registry's own name for a member where names and codes run in step, else the district's. */
export function memberName(
  registry: Registry,
  row: InitiativeLine,
  scheme: "lad04" | "lad13",
  code: string,
): string {
  const codes = scheme === "lad04" ? row.member_lad04_codes : row.member_lad_codes;
  const own = codes.length === row.member_las.length && row.member_las[codes.indexOf(code)];
  return own || (registry.districts.get(districtKey(scheme, code))?.name ?? code);
}
