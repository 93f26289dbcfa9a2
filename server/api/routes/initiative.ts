import { z } from "zod";
import { yearLabel } from "../../analysis/year-money.ts";
import { endConfidence } from "../../contract/end-confidence.ts";
import { toEvidenceReply } from "../../contract/evidence.ts";
import { parse } from "../../contract/parse.ts";
import { printedArea } from "../../contract/printed-area.ts";
import { type InitiativeReply, initiativeReply } from "../../contract/replies.ts";
import { initiativeNamed } from "../../contract/study-names.ts";
import { toPounds } from "../../core/units.ts";
import { aimTable } from "../../store/aim.ts";
import { boundaryTable } from "../../store/boundary.ts";
import type { Db } from "../../store/db.ts";
import { fundingStreamTable } from "../../store/funding-stream.ts";
import { initiativeTable } from "../../store/initiative.ts";
import { memberAreaTable } from "../../store/member-area.ts";
import { partnerTable } from "../../store/partner.ts";
import { versionTable } from "../../store/version.ts";
import { version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";
import type { Held } from "../study-source.ts";

const params = z.object({ id: z.string().describe("Id in the registry, such as HAZ-01.") });
const query = z.strictObject({ v: version });

/** One initiative with everything recorded about it. */
export const initiative: Route = {
  path: "/api/v1/initiatives/{id}",
  summary: "One initiative: dates, boundary, money, partners, aims, evidence.",
  params,
  query,
  replies: { "application/json": initiativeReply },
  handle(context, request, response) {
    parse(query, request.query);
    const held = context.held();
    const { id } = parse(params, request.params);
    sendFigures(response, held, toInitiativeReply(held, id));
  },
};

/** @throws AppError input/unknown-initiative */
export function toInitiativeReply({ db, loaded, dataVersion }: Held, id: string): InitiativeReply {
  const stored = initiativeTable(db).find(id);
  const initiative = loaded.study.initiatives[initiativeNamed(loaded.study, id)]!;
  if (!stored) throw new Error(`the study holds ${id} and the store does not`);
  const programme = loaded.study.programmes[initiative.programme]!;
  const boundaries = boundaryTable(db).ofInitiative(id);
  const drawn = boundaries.findLast(({ area_m2 }) => area_m2 !== null);
  return {
    dataVersion,
    id,
    programme: programme.code,
    programmeName: programme.name,
    category: programme.category,
    name: initiative.name,
    round: initiative.round,
    start: initiative.start ?? null,
    end: initiative.end ?? null,
    endConfidence: endConfidence(initiative.end, stored.evidence),
    budget: initiative.budget ?? null,
    accountableBody: initiative.accountableBody,
    grades: boundaries.map(({ grade, valid_from, valid_to }) => ({
      grade,
      from: valid_from,
      to: valid_to,
    })),
    area: typeof drawn?.area_m2 === "number" ? printedArea(drawn.area_m2) : null,
    members: [
      ...new Set(
        memberAreaTable(db)
          .ofInitiative(id)
          .map(({ name }) => name),
      ),
    ],
    missing: [...initiative.missing],
    evidence: toEvidenceReply(stored.evidence),
    lastConfirmed: versionTable(db).lastConfirmed().get(id) ?? stored.evidence.dateRead ?? null,
    money: moneyOf(db, id),
    partners: partnerTable(db)
      .ofInitiative(id)
      .map(({ organisation, sector, role, evidence }) => ({
        name: organisation,
        sector,
        role,
        evidence: toEvidenceReply(evidence),
      })),
    aims: aimTable(db)
      .all()
      .filter(({ programme_code }) => programme_code === programme.code)
      .map(({ aim, weight, evidence }) => ({ aim, weight, evidence: toEvidenceReply(evidence) })),
  };
}

/** Every printed figure, parts of others among them: the kind says which. */
function moneyOf(db: Db, id: string): InitiativeReply["money"] {
  return fundingStreamTable(db)
    .ofInitiative(id)
    .flatMap(({ part, funder, years }) =>
      years.map(({ start, end, amount, kind, evidence }) => ({
        label: yearLabel(start, end),
        amount: toPounds(amount),
        kind: part === "whole" ? kind : `${kind} (${part.replace("_", " ")})`,
        funder,
        evidence: toEvidenceReply(evidence),
      })),
    );
}
