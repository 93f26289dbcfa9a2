/** Boundaries as states keep them. */
import type { IsoDate } from "../../core/units.ts";
import { boundaryTable, type Indication, type NewBoundary } from "../boundary.ts";
import type { Db } from "../db.ts";
import type { MetreBox } from "../drawing.ts";
import { type EvidenceColumns, toEvidence } from "../evidence.ts";
import { keptGeometryTable } from "../kept-geometry.ts";

/** What is not known is left out, so that a state is the same when it comes back from JSON. */
export interface KeptBoundary
  extends Pick<NewBoundary, "version" | "grade" | "definition" | "evidence"> {
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  readonly accuracy?: number;
  readonly indication?: Indication;
  readonly drawn?: {
    readonly geometry: string;
    readonly area: number;
    readonly vertices: number;
    readonly box: MetreBox;
  };
}

interface Row extends EvidenceColumns {
  readonly id: number;
  readonly version: number;
  readonly valid_from: IsoDate | null;
  readonly valid_to: IsoDate | null;
  readonly grade: NewBoundary["grade"];
  readonly accuracy_m: number | null;
  readonly definition: string;
  readonly area_m2: number | null;
  readonly vertices: number;
  readonly geometry: Uint8Array | null;
}

type OwnerColumn = "initiative_id" | "reference_area_id";

/** Reading and removing the boundaries of one owner. The column is one of our own names. */
export function keptBoundaries(db: Db, column: OwnerColumn) {
  const rows = db.prepare<[string | number], Row>(
    `SELECT boundary.*, confidence, source, notes, date_read
     FROM boundary JOIN evidence ON evidence.id = evidence_id
     WHERE ${column} = ? ORDER BY version`,
  );
  const box = db.prepare<[number], MetreBox>(
    "SELECT west, east, south, north FROM boundary_box WHERE id = ?",
  );
  const disc = db.prepare<[number], Indication>(
    "SELECT lon, lat, smallest_m2, largest_m2, citation FROM indication WHERE boundary_id = ?",
  );
  const ids = db
    .prepare<[string | number], number>(`SELECT id FROM boundary WHERE ${column} = ?`)
    .pluck();
  const removals = [
    "DELETE FROM indication WHERE boundary_id = ?",
    "DELETE FROM boundary_box WHERE id = ?",
    "DELETE FROM boundary WHERE id = ?",
  ].map((sql) => db.prepare<[number]>(sql));
  const geometries = keptGeometryTable(db);
  return {
    read: (owner: string | number): KeptBoundary[] =>
      rows.all(owner).map((row) => {
        const indication = disc.get(row.id);
        return {
          version: row.version,
          ...(row.valid_from === null ? {} : { from: row.valid_from }),
          ...(row.valid_to === null ? {} : { to: row.valid_to }),
          grade: row.grade,
          ...(row.accuracy_m === null ? {} : { accuracy: row.accuracy_m }),
          definition: row.definition,
          ...(row.geometry === null
            ? {}
            : {
                drawn: {
                  geometry: geometries.keep(row.geometry),
                  area: row.area_m2!,
                  vertices: row.vertices,
                  box: box.get(row.id)!,
                },
              }),
          ...(indication ? { indication } : {}),
          evidence: toEvidence(row),
        };
      }),
    remove(owner: string | number): void {
      for (const id of ids.all(owner)) for (const removal of removals) removal.run(id);
    },
  };
}

/** Writing them back. */
export function boundaryWriter(db: Db) {
  const boundaries = boundaryTable(db);
  const geometries = keptGeometryTable(db);
  return (owner: NewBoundary["owner"], kept: KeptBoundary): void => {
    const { drawn, from, to, accuracy, indication, ...boundary } = kept;
    const geometry = drawn && geometries.find(drawn.geometry);
    boundaries.add({
      ...boundary,
      owner,
      from,
      to,
      accuracy,
      indication,
      drawn: drawn && geometry && { ...drawn, geometry },
    });
  };
}
