import type { Certificate, Repair } from "../core/overlay/model.ts";
import { type Db, withStoreErrors } from "./db.ts";
import { insertSql } from "./insert-sql.ts";

/** Outlines held against one reference layer. What the fit is made of is the caller's. */
export interface StoredFit<Fit> {
  readonly key: string;
  readonly dataVersion: string;
  readonly layer: string;
  readonly certificate: Certificate;
  readonly repairs: readonly Repair[];
  readonly fit: Fit;
}

interface Row {
  readonly key: string;
  readonly data_version: string;
  readonly layer_id: string;
  readonly certificate_json: string;
  readonly repairs_json: string;
  readonly fit_json: string;
}

/** Fits by content hash. */
export function fitTable<Fit>(db: Db) {
  const byKey = db.prepare<[string], Row>("SELECT * FROM fit_analysis WHERE key = ?");
  const insert = db.prepare<[Row]>(
    `${insertSql("fit_analysis", [
      "key",
      "data_version",
      "layer_id",
      "certificate_json",
      "repairs_json",
      "fit_json",
    ])} ON CONFLICT DO NOTHING`,
  );
  return {
    /** Write a fit, unless another process has done so. */
    add(stored: StoredFit<Fit>): void {
      withStoreErrors(db, () =>
        insert.run({
          key: stored.key,
          data_version: stored.dataVersion,
          layer_id: stored.layer,
          certificate_json: JSON.stringify(stored.certificate),
          repairs_json: JSON.stringify(stored.repairs),
          fit_json: JSON.stringify(stored.fit),
        }),
      );
    },
    find(key: string): StoredFit<Fit> | undefined {
      const row = byKey.get(key);
      if (!row) return undefined;
      return {
        key,
        dataVersion: row.data_version,
        layer: row.layer_id,
        certificate: JSON.parse(row.certificate_json),
        repairs: JSON.parse(row.repairs_json),
        fit: JSON.parse(row.fit_json),
      };
    },
  };
}
