/** A prepared import into the store: all of it in one transaction, or nothing. */
import type { ErrorDetail } from "../../core/errors.ts";
import { AppError } from "../../core/errors.ts";
import { type Db, withStoreErrors } from "../../store/db.ts";
import type { ItemChange } from "../../store/version.ts";
import type { PreparedImport, Provenance } from "./prepared-import.ts";
import { type Accept, type StoredImport, storeImport } from "./store-import.ts";

export type { Accept };

export interface ImportOptions {
  readonly provenance: Provenance;
  /** The moment, for the record; it does not enter the data version. */
  readonly madeAt: string;
  readonly accept: Accept;
  /** Do everything, say what it came to, and take it back. */
  readonly dryRun: boolean;
  /** Done within the transaction once the content stands: its analysis. */
  readonly afterwards: () => void;
}

export interface ImportSummary {
  readonly dryRun: boolean;
  readonly file: string;
  readonly sha256: string;
  readonly what: string;
  /** The version as drawn, and the stored report of the check. */
  readonly version: number;
  readonly check: number;
  /** The version with the accepted repairs made; null where none was. */
  readonly repair: { readonly version: number; readonly repairs: number } | null;
  readonly dataVersion: string;
  /** How many things were added, changed, or stood so already. */
  readonly changes: Readonly<Record<"added" | "changed" | "confirmed", number>>;
  readonly items: readonly {
    readonly id: string;
    readonly kind: string;
    readonly change: ItemChange;
  }[];
  readonly problems: number;
  readonly proposals: number;
  readonly warnings: readonly string[];
  /** What holds for the file as a whole. */
  readonly notes: readonly string[];
}

/**
 * Write a prepared import. A process killed at any moment, or a machine that loses power, leaves what was
 * there before or all of the new.
 *
 * @throws AppError input/unknown-repair, import/in-use, certificate/failed, store/locked, file/write
 */
export function importInto(
  db: Db,
  prepared: PreparedImport,
  options: ImportOptions,
): ImportSummary {
  // Written through to the disk before it is said to be done: an import is not made again by itself.
  db.pragma("synchronous = FULL");
  let stored: StoredImport | undefined;
  const write = db.transaction(() => {
    stored = storeImport(db, prepared, options);
    options.afterwards();
    if (options.dryRun) throw TAKE_BACK;
  });
  try {
    withStoreErrors(db, () => write.immediate());
  } catch (cause) {
    if (cause !== TAKE_BACK) throw inUse(cause);
  } finally {
    db.pragma("synchronous = NORMAL");
  }
  return summaryOf(prepared, stored!, options.dryRun);
}

/** Thrown inside the transaction to take it back. */
const TAKE_BACK = Symbol("take back");

/** Something that would go is referred to by what stays. */
export function inUse(cause: unknown): unknown {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  if (code !== "SQLITE_CONSTRAINT_FOREIGNKEY") return cause;
  const detail: ErrorDetail = { sqlite: code };
  return new AppError(
    "import/in-use",
    "Something that would be taken out has money, partners or outlines of its own that stay. Nothing " +
      "was changed; take those out first.",
    detail,
  );
}

function summaryOf(
  { file, sha256, what, report, warnings }: PreparedImport,
  { check, imported, repaired, repairs }: StoredImport,
  dryRun: boolean,
): ImportSummary {
  const count = (wanted: ItemChange) =>
    imported.items.filter(({ change }) => change === wanted).length;
  return {
    dryRun,
    file,
    sha256: `sha256:${sha256}`,
    what,
    version: imported.id,
    check,
    repair: repaired ? { version: repaired.id, repairs } : null,
    dataVersion: (repaired ?? imported).dataVersion,
    changes: { added: count("added"), changed: count("changed"), confirmed: count("confirmed") },
    items: imported.items.map(({ kind, item, change }) => ({ id: item, kind, change })),
    problems: report.problems.length,
    proposals: report.proposals.length,
    warnings,
    notes: report.notes,
  };
}
