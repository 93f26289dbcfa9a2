import type { Evidence, Grade } from "../core/model.ts";
import type { IsoDate } from "../core/units.ts";
import type { Db } from "./db.ts";
import type { Drawing, MetreBox } from "./drawing.ts";
import { evidenceTable } from "./evidence.ts";
import { insertSql } from "./insert-sql.ts";

/** A point and a cited size, from which an indicative boundary is drawn as two discs. */
export interface Indication {
  readonly lon: number;
  readonly lat: number;
  readonly smallest_m2: number;
  readonly largest_m2: number;
  readonly citation: string;
}

export interface NewBoundary {
  readonly owner: { readonly initiative: string } | { readonly referenceArea: number };
  readonly version: number;
  readonly from: IsoDate | undefined;
  readonly to: IsoDate | undefined;
  readonly grade: Grade;
  readonly accuracy: number | undefined;
  /** In words: what the ground is made of. */
  readonly definition: string;
  /** With an outline grade only. */
  readonly drawn: Drawing | undefined;
  readonly indication: Indication | undefined;
  readonly evidence: Evidence;
}

export interface StoredBoundary {
  readonly id: number;
  readonly initiative_id: string | null;
  readonly reference_area_id: number | null;
  readonly version: number;
  readonly valid_from: IsoDate | null;
  readonly valid_to: IsoDate | null;
  readonly grade: Grade;
  readonly accuracy_m: number | null;
  readonly definition: string;
  readonly area_m2: number | null;
  readonly vertices: number;
}

export interface StoredIndication extends Indication {
  readonly initiative_id: string;
  readonly valid_from: IsoDate | null;
  readonly valid_to: IsoDate | null;
}

const FIELDS = `boundary.id, initiative_id, reference_area_id, version, valid_from, valid_to, grade,
  accuracy_m, definition, area_m2, vertices`;

/** The versions of every boundary, of initiatives and of reference areas alike. */
export function boundaryTable(db: Db) {
  const evidence = evidenceTable(db);
  const insert = db.prepare<[object]>(
    insertSql("boundary", [
      "initiative_id",
      "reference_area_id",
      "version",
      "valid_from",
      "valid_to",
      "grade",
      "accuracy_m",
      "definition",
      "area_m2",
      "vertices",
      "geometry",
      "evidence_id",
    ]),
  );
  const insertBox = db.prepare<[object]>(
    insertSql("boundary_box", ["id", "west", "east", "south", "north"]),
  );
  const insertIndication = db.prepare<[object]>(
    insertSql("indication", ["boundary_id", "lon", "lat", "smallest_m2", "largest_m2", "citation"]),
  );
  const outlines = db.prepare<[], StoredBoundary>(
    `SELECT ${FIELDS} FROM boundary
     WHERE geometry IS NOT NULL AND initiative_id IS NOT NULL ORDER BY initiative_id, version`,
  );
  const ofInitiative = db.prepare<[string], StoredBoundary>(
    `SELECT ${FIELDS} FROM boundary WHERE initiative_id = ? ORDER BY version`,
  );
  const indications = db.prepare<[], StoredIndication>(
    `SELECT initiative_id, valid_from, valid_to, lon, lat, smallest_m2, largest_m2, citation
     FROM indication JOIN boundary ON boundary.id = boundary_id ORDER BY initiative_id, version`,
  );
  const geometry = db
    .prepare<[number], Uint8Array>("SELECT geometry FROM boundary WHERE id = ?")
    .pluck();
  const inBox = db
    .prepare<[string, MetreBox], number>(
      `SELECT boundary.id FROM boundary_box
       JOIN boundary USING (id) JOIN reference_area ON reference_area.id = reference_area_id
       WHERE layer_id = ? AND boundary_box.west <= @east AND boundary_box.east >= @west
       AND boundary_box.south <= @north AND boundary_box.north >= @south ORDER BY boundary.id`,
    )
    .pluck();
  const boxes = db.prepare<[string], MetreBox & { id: number }>(
    `SELECT boundary_box.* FROM boundary_box
     JOIN boundary USING (id) JOIN reference_area ON reference_area.id = reference_area_id
     WHERE layer_id = ?`,
  );
  return {
    /** @returns the boundary's id */
    add(boundary: NewBoundary): number {
      const { owner, drawn, indication: disc } = boundary;
      const { lastInsertRowid } = insert.run({
        initiative_id: "initiative" in owner ? owner.initiative : null,
        reference_area_id: "referenceArea" in owner ? owner.referenceArea : null,
        version: boundary.version,
        valid_from: boundary.from ?? null,
        valid_to: boundary.to ?? null,
        grade: boundary.grade,
        accuracy_m: boundary.accuracy ?? null,
        definition: boundary.definition,
        area_m2: drawn?.area ?? null,
        vertices: drawn?.vertices ?? 0,
        geometry: drawn?.geometry ?? null,
        evidence_id: evidence.idOf(boundary.evidence),
      });
      const id = Number(lastInsertRowid);
      if (drawn) insertBox.run({ id, ...drawn.box });
      if (disc) insertIndication.run({ boundary_id: id, ...disc });
      return id;
    },
    /** Every drawn version of every initiative, by initiative. */
    outlines: () => outlines.all(),
    ofInitiative: (id: string) => ofInitiative.all(id),
    /** Every indicative version of every initiative, by initiative. */
    indications: () => indications.all(),
    /** The stored geometry, for `decodeShapes`; `undefined` where nothing is drawn. */
    geometry: (id: number): Uint8Array | undefined => geometry.get(id) ?? undefined,
    /** Boundaries of one layer whose box meets this one. */
    inBox: (layer: string, box: MetreBox) => inBox.all(layer, box),
    /** Boundary -> its box, of one layer. */
    boxes: (layer: string): ReadonlyMap<number, MetreBox> =>
      new Map(boxes.all(layer).map(({ id, ...box }) => [id, box])),
  };
}
