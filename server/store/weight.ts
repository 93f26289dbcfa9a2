import type { Change } from "../core/weights/carry.ts";
import type { Db } from "./db.ts";
import { insertSql } from "./insert-sql.ts";

/** People or a score of need, by area code. */
export interface WeightSet {
  readonly id: string;
  readonly title: string;
  readonly unit: "people" | "score";
  /** Which codes: lad04, lsoa01, lsoa11, ward98. */
  readonly scheme: string;
  readonly vintage: string;
  readonly attribution: string;
  readonly licence: string;
  readonly file: string;
  readonly sha256: string;
}

export function weightTable(db: Db) {
  const insert = db.prepare<[WeightSet]>(
    insertSql("weight_set", [
      "id",
      "title",
      "unit",
      "scheme",
      "vintage",
      "attribution",
      "licence",
      "file",
      "sha256",
    ]),
  );
  const insertValue = db.prepare<[string, string, number]>("INSERT INTO weight VALUES (?, ?, ?)");
  const sets = db.prepare<[], WeightSet>("SELECT * FROM weight_set ORDER BY id");
  const values = db.prepare<[string], { code: string; value: number }>(
    "SELECT code, value FROM weight WHERE weight_set_id = ? ORDER BY code",
  );
  const insertCarried = db.prepare("INSERT INTO carried_weight VALUES (?, ?, ?)");
  const carriedOf = db.prepare<[string], { code: string; change: Change }>(
    "SELECT code, change FROM carried_weight WHERE weight_set_id = ?",
  );
  return {
    /** @param carried codes of areas that a change of areas touched, and what it was */
    add(
      set: WeightSet,
      weights: Iterable<readonly [string, number]>,
      carried: Iterable<readonly [string, Change]> = [],
    ) {
      insert.run(set);
      for (const [code, value] of weights) insertValue.run(set.id, code, value);
      for (const [code, change] of carried) insertCarried.run(set.id, code, change);
    },
    /** Area code -> how the areas that its score was carried from changed; unchanged ones apart. */
    carried: (set: string): ReadonlyMap<string, Change> =>
      new Map(carriedOf.all(set).map(({ code, change }) => [code, change])),
    sets: () => sets.all(),
    /** Area code -> people or score. */
    values: (set: string): ReadonlyMap<string, number> =>
      new Map(values.all(set).map(({ code, value }) => [code, value])),
  };
}
