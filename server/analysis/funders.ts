/** Who pays for each initiative, as its own streams say. */
import { payerOf, tellsOf } from "../core/funding/derived-stream.ts";
import type { Programme } from "../core/model.ts";
import type { Db } from "../store/db.ts";
import { fundingStreamTable } from "../store/funding-stream.ts";
import { groupBy } from "../store/group-by.ts";
import type { StoredInitiative } from "../store/initiative.ts";

export interface Funders {
  /** In order of name. */
  readonly names: readonly string[];
  /** Initiative, by its row -> indices of names, ascending. */
  readonly of: readonly (readonly number[])[];
}

/**
 * The funders of stored streams; where no stream tells of an initiative's own money its programme's
 * departments pay, as for the stream that is derived for it. Worked cases pay for nothing here.
 */
export function readFunders(
  db: Db,
  initiatives: readonly StoredInitiative[],
  programmes: readonly Programme[],
): Funders {
  const streams = fundingStreamTable(db)
    .all()
    .filter((stream) => stream.case === undefined);
  const told = groupBy(streams, ({ initiative }) => initiative);
  const programmeAt = new Map(programmes.map((programme) => [programme.code, programme]));
  const payers = initiatives.map(({ id, programme_code: programme }) => {
    const own = [...(told.get(id) ?? [])];
    const names = own.map(({ funder }) => funder);
    if (own.some((stream) => tellsOf({ id, programme }, stream))) return names;
    return [...names, payerOf(programmeAt.get(programme)!) ?? ""];
  });
  const all = [...streams.map(({ funder }) => funder), ...payers.flat()];
  const names = [...new Set(all)].filter((name) => name !== "").sort();
  const at = new Map(names.map((name, i) => [name, i]));
  const of = payers.map((own) =>
    [...new Set(own)].flatMap((name) => at.get(name) ?? []).sort((a, b) => a - b),
  );
  return { names, of };
}
