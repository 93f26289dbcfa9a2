import type { Db } from "../db.ts";
import { initiativeTable } from "../initiative.ts";
import { programmeTable } from "../programme.ts";
import { workedCaseTable } from "../worked-case.ts";

/** What a state may refer to. */
export interface References {
  readonly initiative?: string | undefined;
  readonly programme?: string | undefined;
  readonly case?: string | undefined;
}

/** The first of them that is not in the store, in words. */
export function lacking(db: Db, references: References): string | undefined {
  const { initiative, programme, case: owner } = references;
  if (programme !== undefined && programmeTable(db).row(programme) === undefined)
    return `its programme ${programme}`;
  if (initiative !== undefined && initiativeTable(db).find(initiative) === undefined)
    return `its initiative ${initiative}`;
  const cases = () => workedCaseTable(db).all();
  if (owner !== undefined && !cases().some(({ id }) => id === owner))
    return `its worked case ${owner}`;
  return undefined;
}
