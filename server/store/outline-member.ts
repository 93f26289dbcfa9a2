import type { Db } from "./db.ts";

/** An area of a loaded reference layer that an imported outline is composed of. */
export interface OutlineMember {
  readonly initiative_id: string;
  readonly layer: string;
  readonly code: string;
  readonly name: string;
}

/** Members of imported outlines, of any layer and vintage; those of the registry are districts. */
export function outlineMemberTable(db: Db) {
  const insert = db.prepare<[OutlineMember]>(
    "INSERT INTO outline_member VALUES (@initiative_id, @layer, @code, @name)",
  );
  const ofInitiative = db.prepare<[string], OutlineMember>(
    "SELECT * FROM outline_member WHERE initiative_id = ? ORDER BY layer, code",
  );
  return {
    add: (row: OutlineMember) => void insert.run(row),
    ofInitiative: (id: string) => ofInitiative.all(id),
  };
}
