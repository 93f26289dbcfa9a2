/** What every kind of import has in common. */
import type { CheckReport } from "../../contract/check-report.ts";
import type { RepairId } from "../../core/check/repairs/registry.ts";
import type { Progress, Shapes } from "../../core/overlay/model.ts";
import type { IsoDate } from "../../core/units.ts";
import type { Db } from "../../store/db.ts";
import type { ItemState } from "../../store/record-version.ts";

/** Where the file comes from, as the person who takes it in says. */
export interface Provenance {
  readonly who: string;
  readonly source: string;
  readonly licence: string;
  readonly dateRead: IsoDate;
}

/** How the file is to be read. */
export interface ReadingOptions {
  readonly crs?: string | undefined;
  /** The layer of a file with several, or the sheet of a workbook. */
  readonly layer?: string | undefined;
  /** The column that names features. */
  readonly id?: string | undefined;
  readonly map: ReadonlyMap<string, string>;
  readonly today: IsoDate;
  readonly progress?: Progress | undefined;
}

export interface ImportContext {
  /** Read from while the import is prepared; written when it is stored. */
  readonly db: Db;
  readonly reading: ReadingOptions;
  readonly provenance: Provenance;
}

/** Repairs that were accepted: of all features, or by a feature's position. */
export type Accepted = "all" | ReadonlyMap<number, ReadonlySet<RepairId>>;

/** Keeps a geometry and says what it is called in a state. */
export type KeepGeometry = (geometry: Uint8Array) => string;

/** A file that was read and checked, ready to be written; nothing is written yet. */
export interface PreparedImport {
  readonly file: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly report: CheckReport;
  /** Outlines with repairs proposed, as they came in, by the feature's position; absent for tables. */
  readonly drawn?: ReadonlyMap<number, Shapes>;
  /** What it is, for the history: `3 initiatives of HAZ`. */
  readonly what: string;
  /** How things are to stand, with the accepted repairs made. */
  readonly states: (keep: KeepGeometry, accepted: Accepted) => readonly ItemState[];
  /** What was left out or read otherwise, in sentences. */
  readonly warnings: readonly string[];
}
