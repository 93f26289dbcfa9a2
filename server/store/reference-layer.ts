import { type Grade, OUTLINE_GRADES, type ReferenceLayer } from "../core/model.ts";
import { metres } from "../core/units.ts";
import type { Db } from "./db.ts";
import { groupBy } from "./group-by.ts";
import { insertSql } from "./insert-sql.ts";
import type { DistrictScheme } from "./member-area.ts";

/** `places` is the one layer that the study looks at; the others are looked at beside it. */
export type LayerRole = "places" | "reference";

interface LayerColumns {
  readonly id: string;
  readonly title: string;
  readonly vintage: string;
  readonly grade: Grade;
  readonly accuracy_m: number | null;
  readonly attribution: string;
  readonly licence: string;
  readonly role: LayerRole;
  /** The file's name, without its folder, and its hash. */
  readonly file: string;
  readonly sha256: string;
  /** Which codes its areas have, as sets of weights name them; empty is not stated. */
  readonly scheme: string;
}

export interface StoredLayer extends ReferenceLayer {
  readonly role: LayerRole;
  readonly file: string;
  readonly sha256: string;
  readonly scheme: string;
  readonly areas: number;
}

export interface NewReferenceArea {
  readonly layer_id: string;
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly country: string;
  readonly lon: number;
  readonly lat: number;
  /** West, south, east, north, WGS 84. */
  readonly bounds: readonly [number, number, number, number];
  readonly districts: readonly { readonly scheme: DistrictScheme; readonly code: string }[];
}

type AreaRow = Omit<NewReferenceArea, "bounds" | "districts"> & {
  readonly id: number;
  readonly bounds_json: string;
};

const REMOVALS = [
  `DELETE FROM area_district_code WHERE reference_area_id IN
     (SELECT id FROM reference_area WHERE layer_id = ?)`,
  "DELETE FROM reference_area WHERE layer_id = ?",
  "DELETE FROM reference_layer WHERE id = ?",
];

const LAYER_COLUMNS = [
  "id",
  "title",
  "vintage",
  "grade",
  "accuracy_m",
  "attribution",
  "licence",
  "role",
  "file",
  "sha256",
  "scheme",
] as const satisfies readonly (keyof LayerColumns)[];

/**
 * As outlines are composed: by the districts before 2009 where an initiative has any, else by those of
 * 2013, and of areas whose districts are all members.
 */
const DRAWERS = `
  WITH member AS (
    SELECT * FROM member_area WHERE scheme = 'lad04' OR initiative_id NOT IN
      (SELECT initiative_id FROM member_area WHERE scheme = 'lad04')),
  part AS (
    SELECT initiative_id, reference_area_id, count(*) AS members
    FROM member JOIN area_district_code USING (scheme, code)
    GROUP BY initiative_id, reference_area_id)
  SELECT DISTINCT initiative_id, layer_id FROM part
  JOIN reference_area ON reference_area.id = part.reference_area_id
  WHERE members = (SELECT count(*) FROM area_district_code AS own
    WHERE own.reference_area_id = part.reference_area_id)
  ORDER BY initiative_id, layer_id`;

/** Full sets of areas with a vintage, and the districts that each area stands for. */
export function referenceLayerTable(db: Db) {
  const insertLayer = db.prepare<[LayerColumns]>(insertSql("reference_layer", LAYER_COLUMNS));
  const insertArea = db.prepare<[object]>(
    insertSql("reference_area", [
      "layer_id",
      "code",
      "name",
      "region",
      "country",
      "lon",
      "lat",
      "bounds_json",
    ]),
  );
  const insertDistrict = db.prepare<[number, string, string]>(
    "INSERT INTO area_district_code VALUES (?, ?, ?)",
  );
  const all = db.prepare<[], LayerColumns & { areas: number }>(
    `SELECT reference_layer.*,
       (SELECT count(*) FROM reference_area WHERE layer_id = reference_layer.id) AS areas
     FROM reference_layer ORDER BY id`,
  );
  const areas = db.prepare<[string], AreaRow>(
    `SELECT id, layer_id, code, name, region, country, lon, lat, bounds_json
     FROM reference_area WHERE layer_id = ? ORDER BY code`,
  );
  const districtsOf = db.prepare<[number], NewReferenceArea["districts"][number]>(
    `SELECT scheme, code FROM area_district_code WHERE reference_area_id = ?
     ORDER BY scheme, code`,
  );
  const drawers = db.prepare<[], { initiative_id: string; layer_id: string }>(DRAWERS);
  return {
    add(layer: Omit<StoredLayer, "areas">) {
      insertLayer.run({ ...layer, accuracy_m: layer.accuracy ?? null });
    },
    /** @returns the area's id */
    addArea({ districts, bounds, ...area }: NewReferenceArea): number {
      const row = { ...area, bounds_json: JSON.stringify(bounds) };
      const id = Number(insertArea.run(row).lastInsertRowid);
      for (const { scheme, code } of districts) insertDistrict.run(id, scheme, code);
      return id;
    },
    all: (): StoredLayer[] => all.all().map(toLayer),
    /** The areas of a layer by code, each as {@link addArea} takes it. */
    areasOf: (layer: string): (NewReferenceArea & { readonly id: number })[] =>
      areas.all(layer).map(({ bounds_json, ...row }) => ({
        ...row,
        bounds: JSON.parse(bounds_json),
        districts: districtsOf.all(row.id),
      })),
    /** Take a layer out with its areas, whose boundaries must be gone. */
    remove(layer: string): void {
      for (const sql of REMOVALS) db.prepare<[string]>(sql).run(layer);
    },
    /** Initiative -> ids of the layers with an area that its outline is made of. */
    drawers: (): ReadonlyMap<string, readonly string[]> =>
      new Map(
        [...groupBy(drawers.all(), (row) => row.initiative_id)].map(([id, rows]) => [
          id,
          rows.map(({ layer_id }) => layer_id),
        ]),
      ),
  };
}

function toLayer({ accuracy_m, ...row }: LayerColumns & { areas: number }): StoredLayer {
  if (!OUTLINE_GRADES.includes(row.grade)) throw new Error(`layer ${row.id} has no outlines`);
  return { ...row, accuracy: accuracy_m === null ? undefined : metres(accuracy_m) };
}
