import type { Db } from "./db.ts";
import { groupBy } from "./group-by.ts";

/** lad04: districts before April 2009 (England). lad13: districts of December 2013. */
export const DISTRICT_SCHEMES = ["lad04", "lad13"] as const;
export type DistrictScheme = (typeof DISTRICT_SCHEMES)[number];

export interface MemberArea {
  readonly initiative_id: string;
  readonly scheme: DistrictScheme;
  readonly code: string;
  readonly name: string;
}

/** An initiative and a place that stands for one of its member districts. */
export interface MemberPlace {
  readonly initiative_id: string;
  readonly reference_area_id: number;
}

/** A district that a place stands for. */
export interface PlaceDistrict {
  readonly reference_area_id: number;
  readonly scheme: DistrictScheme;
  readonly code: string;
}

/** The districts that initiatives are made of or lie in, and those that could not be drawn. */
export function memberAreaTable(db: Db) {
  const insert = db.prepare<[MemberArea]>(
    "INSERT INTO member_area VALUES (@initiative_id, @scheme, @code, @name)",
  );
  const insertMissing = db.prepare<[string, string]>("INSERT INTO missing_member VALUES (?, ?)");
  const ofInitiative = db.prepare<[string], MemberArea>(
    "SELECT * FROM member_area WHERE initiative_id = ? ORDER BY scheme, code",
  );
  const missing = db.prepare<[], { initiative_id: string; name: string }>(
    "SELECT * FROM missing_member ORDER BY initiative_id, name",
  );
  const missingOf = db
    .prepare<[string], string>(
      "SELECT name FROM missing_member WHERE initiative_id = ? ORDER BY name",
    )
    .pluck();
  const places = db.prepare<[], MemberPlace>(
    `SELECT DISTINCT initiative_id, reference_area_id
     FROM member_area JOIN area_district_code USING (scheme, code)
     JOIN reference_area ON reference_area.id = reference_area_id
     JOIN reference_layer ON reference_layer.id = layer_id AND role = 'places'
     ORDER BY initiative_id, reference_area_id`,
  );
  const all = db.prepare<[], MemberArea>(
    "SELECT * FROM member_area ORDER BY initiative_id, scheme, code",
  );
  const districts = db.prepare<[], PlaceDistrict>(
    `SELECT DISTINCT reference_area_id, area_district_code.scheme, area_district_code.code
     FROM area_district_code
     JOIN reference_area ON reference_area.id = reference_area_id
     JOIN reference_layer ON reference_layer.id = layer_id AND role = 'places'
     ORDER BY reference_area_id, area_district_code.scheme, area_district_code.code`,
  );
  return {
    all: () => all.all(),
    /** The districts that each place stands for. */
    districts: () => districts.all(),
    add: (row: MemberArea) => void insert.run(row),
    addMissing: (initiative: string, name: string) => void insertMissing.run(initiative, name),
    ofInitiative: (id: string) => ofInitiative.all(id),
    /** Initiative -> names of the members that could not be drawn. */
    missing: () => groupBy(missing.all(), (row) => row.initiative_id),
    /** Names of the members of one initiative that could not be drawn. */
    missingOf: (id: string) => missingOf.all(id),
    /** Which places stand for a member district of which initiative. */
    places: () => places.all(),
  };
}
