import type { Confidence, Evidence } from "../core/model.ts";
import type { IsoDate } from "../core/units.ts";
import type { Db } from "./db.ts";

/** The columns of evidence as the reading statements of other tables select them. */
export interface EvidenceColumns {
  readonly confidence: Confidence;
  readonly source: string;
  readonly notes: string;
  readonly date_read: IsoDate | null;
}

/** Who says so: one row for each distinct statement of a source. */
export function evidenceTable(db: Db) {
  const find = db
    .prepare<[EvidenceColumns], number>(
      `SELECT id FROM evidence WHERE source = @source AND notes = @notes
       AND confidence = @confidence AND ifnull(date_read, '') = ifnull(@date_read, '')`,
    )
    .pluck();
  const insert = db.prepare<[EvidenceColumns]>(
    `INSERT INTO evidence (confidence, source, notes, date_read)
     VALUES (@confidence, @source, @notes, @date_read)`,
  );
  return {
    /** The id of this evidence, written on first use. */
    idOf({ confidence, source, notes, dateRead }: Evidence): number {
      const row = { confidence, source, notes, date_read: dateRead ?? null };
      return find.get(row) ?? Number(insert.run(row).lastInsertRowid);
    },
  };
}

export const toEvidence = (row: EvidenceColumns): Evidence => ({
  confidence: row.confidence,
  source: row.source,
  notes: row.notes,
  dateRead: row.date_read ?? undefined,
});
