/**
 * Everything that is measured of a set of streams at once: what the streams screen shows, and what
 * `/api/v1/fragmentation` answers. Each figure is a measure of its own; none is added to another.
 */
import { addMonths, type IsoDate, pounds, toPence } from "../units.ts";
import type { CashPeak } from "./cash-flow.ts";
import { type Claim, claimsAYear, claimsBetween } from "./claim-dates.ts";
import { deliverability, type Verdict } from "./deliverability.ts";
import { type ClaimsLoad, claimsLoad } from "./measures/claims-load.ts";
import { type Cliff, cliffs, shareEnding } from "./measures/cliff.ts";
import { type CoincidingEnds, coincidingEnds } from "./measures/coinciding-ends.ts";
import { type CycleMisalignment, cycleMisalignment } from "./measures/cycle-misalignment.ts";
import { type Cycles, cyclesOf } from "./measures/cycles.ts";
import { type FunderConcentration, funderConcentration } from "./measures/funder-concentration.ts";
import { type OutputClash, outputClashes } from "./measures/output-clashes.ts";
import {
  type PlanningWindow,
  planningWindow,
  windowInProgress,
  type YearEnds,
  yearEnds,
} from "./measures/planning-window.ts";
import { type SmallGrants, smallGrants } from "./measures/small-grants.ts";
import type { Budget, MonthDay, Stream } from "./model.ts";
import { yearBegan } from "./month-day.ts";
import type { AtLeast } from "./range.ts";
import { nextOn } from "./spread.ts";
import { undertakingOf } from "./undertaking.ts";
import { yearOn } from "./year-on.ts";

/** Two streams whose years begin on different days. */
export interface OutOfStep extends CycleMisalignment {
  readonly a: string;
  readonly b: string;
}

/** One project's claims: unknown where no stream of it says how many. */
export interface ProjectClaims {
  readonly project: string;
  readonly streams: readonly string[];
  readonly claimsAYear: AtLeast | undefined;
}

/** A yearly sum of which the split among its streams is not published. */
export interface BudgetPicture {
  readonly budget: Budget;
  readonly streams: readonly string[];
  readonly concentration: FunderConcentration | undefined;
}

/** What a stream may, or may not, be set against as match. */
export interface MatchPair {
  readonly stream: string;
  readonly other: string;
  readonly may: boolean;
}

export interface StreamCliffs {
  readonly stream: string;
  readonly cliffs: readonly Cliff[];
}

export interface Picture {
  /** The financial year of the date: what claims are listed for. */
  readonly year: { readonly start: IsoDate; readonly end: IsoDate };
  readonly claims: readonly Claim[];
  readonly load: ClaimsLoad;
  readonly claimsAYear: AtLeast;
  readonly projects: readonly ProjectClaims[];
  readonly cycles: Cycles;
  readonly yearEnds: YearEnds;
  readonly coinciding: CoincidingEnds | undefined;
  /** Worst first. */
  readonly outOfStep: readonly OutOfStep[];
  readonly window: PlanningWindow | undefined;
  readonly inProgress: PlanningWindow | undefined;
  readonly budgets: readonly BudgetPicture[];
  /** By department, else by funder, of the amounts of the year that holds the date. */
  readonly funders: FunderConcentration | undefined;
  readonly smallGrants: SmallGrants;
  /** Of those running on the date. */
  readonly ending: ReturnType<typeof shareEnding>;
  readonly clashes: readonly OutputClash[];
  readonly matches: readonly MatchPair[];
  readonly cliffs: readonly StreamCliffs[];
  /** Of the streams whose recipient is recorded: whether it can live with the way it is paid. */
  readonly tests: readonly StreamTest[];
}

/** The cash-flow test of one stream, in short. */
export interface StreamTest {
  readonly stream: string;
  readonly verdict: Verdict;
  /** The least and the most that has to be laid out, and the month by which. */
  readonly least: CashPeak;
  readonly most: CashPeak;
}

/** Below £100,000 a year. */
export const SMALL_GRANT = toPence(pounds(100_000));
const FINANCIAL_YEAR: MonthDay = { month: 4, day: 1 };

/** Measure a set of streams on a date. */
export function pictureOf(
  streams: readonly Stream[],
  budgets: readonly Budget[],
  at: IsoDate,
): Picture {
  const start = yearBegan(FINANCIAL_YEAR, at);
  const year = { start, end: nextOn(FINANCIAL_YEAR, start) };
  const dated = streams.map((stream) => claimsBetween(stream, year.start, year.end));
  const claims = dated.flatMap((each) => each ?? []);
  const starts = streams.map(({ rules }) => rules.yearStart);
  return {
    year,
    claims,
    load: claimsLoad(claims, dated.filter((each) => each === undefined).length),
    claimsAYear: sumClaims(streams) ?? { value: 0, complete: streams.length === 0 },
    projects: projectsOf(streams),
    cycles: cyclesOf(
      streams.map(({ id, rules }) => ({
        stream: id,
        yearStart: rules.yearStart,
        yearNote: rules.yearNote,
      })),
    ),
    yearEnds: yearEnds(starts),
    coinciding: coincidingEnds(starts),
    outOfStep: outOfStep(streams),
    window: planningWindow(starts, Number(year.start.slice(0, 4))),
    inProgress: windowInProgress(starts, at),
    budgets: budgets.map((budget) => budgetPicture(budget, streams)),
    funders: fundersOf(streams, at),
    smallGrants: smallGrants(
      streams.map(({ years }) => yearOn(years, at)?.amount),
      SMALL_GRANT,
    ),
    ending: shareEnding(
      streams.map(({ end }) => end),
      addMonths(at, 12),
    ),
    clashes: outputClashes(
      streams.map(({ id, rules }) => ({ stream: id, outputs: rules.outputs })),
    ),
    matches: matchPairs(streams),
    cliffs: streams.map((stream) => ({ stream: stream.id, cliffs: cliffsOf(stream) })),
    tests: streams.flatMap(testOf),
  };
}

/** Claims a year of all together; `undefined` where none says how many. */
function sumClaims(streams: readonly Stream[]): AtLeast | undefined {
  const counts = streams.map(claimsAYear);
  const known = counts.filter((count) => count !== undefined);
  if (known.length === 0) return undefined;
  return {
    value: known.reduce((sum, count) => sum + count, 0),
    complete: known.length === counts.length,
  };
}

function projectsOf(streams: readonly Stream[]): ProjectClaims[] {
  const names = [...new Set(streams.map(({ project }) => project))].filter((name) => name !== "");
  return names.map((project) => {
    const its = streams.filter((stream) => stream.project === project);
    return { project, streams: its.map(({ id }) => id), claimsAYear: sumClaims(its) };
  });
}

function outOfStep(streams: readonly Stream[]): OutOfStep[] {
  const pairs = streams.flatMap((a, i) =>
    streams.slice(i + 1).flatMap((b) => {
      const apart = cycleMisalignment(a.rules.yearStart, b.rules.yearStart);
      return apart && apart.days > 0 ? [{ a: a.id, b: b.id, ...apart }] : [];
    }),
  );
  return pairs.sort((x, y) => y.months - x.months);
}

function budgetPicture(budget: Budget, streams: readonly Stream[]): BudgetPicture {
  const its = streams.filter((stream) => stream.budget === budget.id);
  return {
    budget,
    streams: its.map(({ id }) => id),
    // A budget stands where only the sum is published: its streams' shares are open.
    concentration: funderConcentration(
      its.map(() => undefined),
      budget.amount,
    ),
  };
}

/** A department of which one amount is not recorded is itself not known. */
function fundersOf(streams: readonly Stream[], at: IsoDate): FunderConcentration | undefined {
  const amounts = new Map<string, number | undefined>();
  for (const stream of streams) {
    const name = stream.department || stream.funder;
    const amount = yearOn(stream.years, at)?.amount;
    const before = amounts.has(name) ? amounts.get(name) : 0;
    amounts.set(name, amount === undefined || before === undefined ? undefined : before + amount);
  }
  return funderConcentration([...amounts.values()]);
}

function matchPairs(streams: readonly Stream[]): MatchPair[] {
  return streams.flatMap(({ id, rules: { match } }) => [
    ...match.mayMatch.map((other) => ({ stream: id, other, may: true })),
    ...match.mayNotMatch.map((other) => ({ stream: id, other, may: false })),
  ]);
}

/** Falls of one stream's money, by its printed or spread years; of two figures for a year the first. */
function cliffsOf({ years, end }: Stream): Cliff[] {
  const once = years.filter((year, i) => i === 0 || year.start >= years[i - 1]!.end);
  const last = once.at(-1);
  return cliffs(
    once.map((year) => ({ ...year, assumed: year.basis !== "printed" })),
    last !== undefined && end !== undefined && end <= last.end,
  );
}

function testOf(stream: Stream): StreamTest[] {
  const undertaking = undertakingOf(stream);
  if (stream.recipient === undefined || "notRecorded" in undertaking) return [];
  const { verdict, least, most } = deliverability(undertaking);
  return [{ stream: stream.id, verdict, least: least.peak, most: most.peak }];
}

/**
 * The date to look at a case on: the one asked for where any stream runs then, else the day on which
 * the first begins. A case tells of its own time, whatever date a person comes with.
 */
export function caseDate(streams: readonly Stream[], at: IsoDate): IsoDate {
  const spans = streams.flatMap(({ start, end, years }) => {
    const from = start ?? years[0]?.start;
    return from === undefined ? [] : [{ from, to: end ?? years.at(-1)?.end }];
  });
  const runs = spans.some(({ from, to }) => from <= at && (to === undefined || at < to));
  return runs ? at : (spans.map(({ from }) => from).sort()[0] ?? at);
}
