/** Studies of earlier data, kept whole as they were answered from. */
import { type Db, withStoreErrors } from "./db.ts";
import { insertSql } from "./insert-sql.ts";

export interface KeptStudyRow {
  readonly data_version: string;
  readonly study: Uint8Array;
  readonly certificate: string;
  readonly cells: Uint8Array;
  readonly places: Uint8Array;
}

/** Versions kept; the one kept longest ago goes first. */
export const KEPT_STUDIES = 24;

export function keptStudyTable(db: Db) {
  const insert = db.prepare<[KeptStudyRow & { number: number }]>(
    insertSql("kept_study", ["data_version", "number", "study", "certificate", "cells", "places"]),
  );
  const last = db.prepare<[], number>("SELECT ifnull(max(number), 0) FROM kept_study").pluck();
  const trim = db.prepare<[number]>("DELETE FROM kept_study WHERE number <= ?");
  const find = db.prepare<[{ readonly version: string }], KeptStudyRow>(
    `SELECT data_version, study, certificate, cells, places FROM kept_study
     WHERE substr(data_version, 1, length(@version)) = @version ORDER BY number DESC LIMIT 1`,
  );
  const versions = db
    .prepare<[], string>("SELECT data_version FROM kept_study ORDER BY number DESC")
    .pluck();
  return {
    /** Keep a study, unless another process has done so. */
    add(row: KeptStudyRow): void {
      withStoreErrors(db, () =>
        db
          .transaction(() => {
            if (find.get({ version: row.data_version })) return;
            const number = last.get()! + 1;
            insert.run({ ...row, number });
            trim.run(number - KEPT_STUDIES);
          })
          .immediate(),
      );
    },
    /** The study whose data version begins so. */
    find: (version: string): KeptStudyRow | undefined => find.get({ version }),
    /** Data versions, the one kept last first. */
    versions: (): readonly string[] => versions.all(),
  };
}
