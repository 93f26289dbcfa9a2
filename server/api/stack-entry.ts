import type { PrintedMoney } from "../analysis/year-money.ts";
import { endConfidence } from "../contract/end-confidence.ts";
import { toEvidenceReply } from "../contract/evidence.ts";
import type { StackReply } from "../contract/replies.ts";
import type { StackEntry } from "../core/hotspots/stack.ts";
import type { Grade, Indication } from "../core/model.ts";
import type { IsoDate } from "../core/units.ts";
import { boundaryTable } from "../store/boundary.ts";
import type { Db } from "../store/db.ts";
import { initiativeTable } from "../store/initiative.ts";
import type { Held } from "./study-source.ts";

/** One initiative at a place: what the study knows, and what the registry says beside it. */
export function toStackEntry(
  { db, loaded }: Held,
  printed: PrintedMoney,
  at: IsoDate,
  { initiative: index, presence, outline, indication, share }: StackEntry,
): StackReply["entries"][number] {
  const { study } = loaded;
  const initiative = study.initiatives[index]!;
  const programme = study.programmes[initiative.programme]!;
  const stored = initiativeTable(db).find(initiative.id);
  if (!stored) throw new Error(`the study holds ${initiative.id} and the store does not`);
  const money = printed(initiative.id, at);
  return {
    id: initiative.id,
    presence,
    grade: outline === undefined ? gradeOn(db, initiative.id, at) : study.outlines[outline]!.grade,
    share: share ?? null,
    indication: indication === undefined ? null : citedSize(study.indications[indication]!),
    point: initiative.point ?? null,
    programme: programme.code,
    programmeName: programme.name,
    category: programme.category,
    name: initiative.name,
    round: initiative.round,
    start: initiative.start ?? null,
    end: initiative.end ?? null,
    endConfidence: endConfidence(initiative.end, stored.evidence),
    budget: initiative.budget ?? null,
    yearMoney: money?.amount ?? null,
    yearMoneyLabel: money?.label ?? null,
    department: programme.department,
    accountableBody: initiative.accountableBody,
    evidence: toEvidenceReply(stored.evidence),
  };
}

const citedSize = ({ lon, lat, smallest, largest, citation }: Indication) => ({
  lon,
  lat,
  smallest,
  largest,
  citation,
});

/** How the boundary that holds on the date is known; located where none is recorded. */
function gradeOn(db: Db, id: string, at: IsoDate): Grade {
  const held = boundaryTable(db)
    .ofInitiative(id)
    .find(
      ({ valid_from: from, valid_to: to }) =>
        (from === null || from <= at) && (to === null || at < to),
    );
  return held?.grade ?? "located";
}
