/** Money, partners and boards as the core sees them, read from the store beside its study. */
import { derivedStream, tellsOf, withSpread } from "../core/funding/derived-stream.ts";
import { type Ledger, ledgerOf } from "../core/funding/ledger.ts";
import type { Budget, Stream, WorkedCase } from "../core/funding/model.ts";
import type { PlacingContext } from "../core/funding/placing.ts";
import { type ProgrammeOf, programmesOfStreams } from "../core/funding/select-streams.ts";
import type { StudyIndex } from "../core/hotspots/study-index.ts";
import type { Aim, Board, Membership, Target } from "../core/partnership/model.ts";
import { aimTable } from "../store/aim.ts";
import { boardTable } from "../store/board.ts";
import type { Db } from "../store/db.ts";
import { fundingStreamTable } from "../store/funding-stream.ts";
import { groupBy } from "../store/group-by.ts";
import { initiativeTable } from "../store/initiative.ts";
import { partnerTable } from "../store/partner.ts";
import { programmeTable } from "../store/programme.ts";
import { targetTable } from "../store/target.ts";
import { budgetTable, workedCaseTable } from "../store/worked-case.ts";
import { type Districts, districtsOf } from "./districts.ts";
import type { LoadedStudy } from "./load-study.ts";

export interface Funding {
  /** Stored ones, and one for each initiative of which no yearly money is printed. */
  readonly streams: readonly Stream[];
  readonly streamAt: ReadonlyMap<string, Stream>;
  /** What filters by programme go by. */
  readonly programmeOf: ProgrammeOf;
  readonly budgets: readonly Budget[];
  readonly cases: readonly WorkedCase[];
  readonly ledger: Ledger;
  readonly boards: readonly Board[];
  readonly seats: readonly Membership[];
  readonly memberships: readonly Membership[];
  /** Of programmes, initiatives and boards. */
  readonly aims: readonly Aim[];
  readonly targets: readonly Target[];
  readonly districts: Districts;
  readonly placing: Omit<PlacingContext, "people">;
}

/** @throws nothing of its own: the study was read from the same store */
export function loadFunding(db: Db, loaded: LoadedStudy, index: StudyIndex): Funding {
  const { study } = loaded;
  const stored = fundingStreamTable(db).all().map(withSpread);
  const told = groupBy(stored, ({ initiative }) => initiative);
  const rules = new Map(
    programmeTable(db)
      .rules()
      .map((row) => [row.code, row]),
  );
  const initiativeAt = new Map(study.initiatives.map(({ id }, i) => [id, i]));
  const programmes = new Map(study.programmes.map((row) => [row.code, row]));
  const derived = initiativeTable(db)
    .all()
    .filter(({ id, programme_code: programme }) => {
      const own = [...(told.get(id) ?? [])];
      return !own.some((stream) => tellsOf({ id, programme }, stream));
    })
    .map((row) => {
      const programme = programmes.get(row.programme_code)!;
      const { id, evidence } = row;
      const initiative = study.initiatives[initiativeAt.get(id)!]!;
      const { start, end, budget } = initiative;
      const cells = rules.get(row.programme_code)!;
      return derivedStream({ id, start, end, budget, evidence }, { ...programme, cells });
    });
  const streams = [...stored, ...derived];
  const districts = districtsOf(db, loaded);
  return {
    streams,
    streamAt: new Map(streams.map((stream) => [stream.id, stream])),
    programmeOf: programmesOfStreams(study, initiativeAt),
    budgets: budgetTable(db).all(),
    cases: workedCaseTable(db).all(),
    ledger: ledgerOf(streams, districts.whereabouts),
    ...partnersOf(db),
    districts,
    placing: { index, initiativeAt, placeAt: districts.placeAt, placeNamed: districts.placeNamed },
  };
}

function partnersOf(
  db: Db,
): Pick<Funding, "boards" | "seats" | "memberships" | "aims" | "targets"> {
  const boards = boardTable(db);
  const targets = targetTable(db);
  const ofProgrammes = aimTable(db)
    .all()
    .map(({ programme_code, aim, weight, evidence }) => ({
      of: programme_code,
      term: aim,
      weight,
      evidence,
    }));
  return {
    boards: boards.all(),
    seats: boards.seats(),
    memberships: partnerTable(db).all(),
    aims: [...ofProgrammes, ...targets.aims()],
    targets: targets.all(),
  };
}
