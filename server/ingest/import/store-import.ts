/** A prepared import into the store. For use inside a transaction. */
import type { CheckReport } from "../../contract/check-report.ts";
import type { Proposal } from "../../core/check/propose.ts";
import type { RepairId } from "../../core/check/repairs/registry.ts";
import { AppError } from "../../core/errors.ts";
import type { Shapes } from "../../core/overlay/model.ts";
import { checkReportTable } from "../../store/check-report.ts";
import type { Db } from "../../store/db.ts";
import { encodePolygons } from "../../store/geometry-codec.ts";
import { keptGeometryTable } from "../../store/kept-geometry.ts";
import { sameState } from "../../store/packed-state.ts";
import { type ItemState, type RecordedVersion, recordVersion } from "../../store/record-version.ts";
import type { Accepted, KeepGeometry, PreparedImport, Provenance } from "./prepared-import.ts";

/** Ids of proposals, or all of them. */
export type Accept = "all" | readonly string[];

export interface StoreImportOptions {
  readonly provenance: Provenance;
  readonly madeAt: string;
  readonly accept: Accept;
}

export interface StoredImport {
  readonly check: number;
  /** As drawn. */
  readonly imported: RecordedVersion;
  /** With the accepted repairs; `undefined` where none was. */
  readonly repaired: RecordedVersion | undefined;
  /** How many were accepted. */
  readonly repairs: number;
}

/**
 * Write an import: a version with everything as drawn, then, where repairs were accepted, another with
 * them made. So the outline as drawn can always be restored.
 *
 * @throws AppError input/unknown-repair
 */
export function storeImport(
  db: Db,
  prepared: PreparedImport,
  { provenance, madeAt, accept }: StoreImportOptions,
): StoredImport {
  const accepted = acceptedOf(prepared, accept);
  const { keep } = keptGeometryTable(db);
  const check = storeReport(db, prepared, madeAt, keep);
  const head = {
    madeAt,
    ...provenance,
    file: prepared.file,
    sha256: prepared.sha256,
    check,
    restores: undefined,
  };
  const drawn = prepared.states(keep, new Map());
  const imported = recordVersion(
    db,
    {
      ...head,
      kind: "import",
      what: `Imported ${prepared.what} from ${prepared.file}.`,
      repairs: [],
    },
    drawn,
  );
  const repairs = idsOf(prepared, accepted);
  if (repairs.length === 0) return { check, imported, repaired: undefined, repairs: 0 };
  const mended = otherThan(drawn, prepared.states(keep, accepted));
  const what = `Made ${repairs.length === 1 ? "1 repair" : `${repairs.length} repairs`} of ${prepared.file}.`;
  const repaired = recordVersion(db, { ...head, kind: "repair", what, repairs }, mended);
  return { check, imported, repaired, repairs: repairs.length };
}

/** The report, with the outlines that its proposals are about. */
function storeReport(db: Db, prepared: PreparedImport, checkedAt: string, keep: KeepGeometry) {
  const { file, sha256, report, drawn = new Map<number, Shapes>() } = prepared;
  const table = checkReportTable(db);
  const standing = (wanted: CheckReport["problems"][number]["standing"]) =>
    report.problems.filter((problem) => problem.standing === wanted).length;
  const check = table.add({
    checkedAt,
    file,
    sha256,
    problems: report.problems.length,
    verdict: {
      features: report.features,
      decide: standing("decide"),
      repairable: standing("repairable"),
      note: standing("note"),
      proposals: report.proposals.length,
    },
    report,
  });
  for (const [index, shapes] of drawn) {
    table.addDrawing(
      check,
      index + 1,
      keep(encodePolygons(shapes, [...shapes.polygonShape.keys()])),
    );
  }
  return check;
}

/** @throws AppError input/unknown-repair where an id is no proposal of this file */
export function acceptedOf({ report }: Pick<PreparedImport, "report">, accept: Accept): Accepted {
  if (accept === "all") return "all";
  const accepted = new Map<number, Set<RepairId>>();
  for (const id of accept) {
    const proposal = report.proposals.find((one) => one.id === id);
    if (!proposal) {
      throw new AppError(
        "input/unknown-repair",
        `"${id}" is no repair that is proposed for this file. "patchwork check" lists those that are.`,
        { repair: id, proposed: report.proposals.slice(0, 10).map((one) => one.id) },
      );
    }
    const index = proposal.feature - 1;
    accepted.set(
      index,
      (accepted.get(index) ?? new Set()).add(proposal.repair as Proposal["repair"]),
    );
  }
  return accepted;
}

function idsOf({ report }: PreparedImport, accepted: Accepted): string[] {
  return report.proposals
    .filter(
      ({ feature, repair }) =>
        accepted === "all" || accepted.get(feature - 1)?.has(repair as RepairId),
    )
    .map(({ id }) => id);
}

/** What the repairs changed: the rest stands as it was imported. */
function otherThan(drawn: readonly ItemState[], mended: readonly ItemState[]): ItemState[] {
  return mended.filter(({ state }, i) => {
    const before = drawn[i]!.state;
    return !(state && before && sameState(state, before));
  });
}
