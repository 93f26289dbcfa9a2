import type { IsoDate } from "../../units.ts";
import { daysBetween } from "../spread.ts";

/** One claim that falls due. */
export interface DueClaim {
  readonly stream: string;
  readonly due: IsoDate;
}

/** Claims of different streams that fall due on one day. */
export interface SharedDeadline {
  readonly due: IsoDate;
  readonly streams: readonly string[];
}

export interface ClaimsLoad {
  /** Claims counted. */
  readonly claims: number;
  /** False where a stream's claims are not stated: there are this many or more. */
  readonly complete: boolean;
  /** Different days on which a claim falls due. */
  readonly dates: number;
  /** The most claims in any seven days in a row, and the first of those days; 0 without claims. */
  readonly busiestWeek: number;
  readonly busiestFrom: IsoDate | undefined;
  /** Days on which claims of two streams or more fall due, by date. */
  readonly shared: readonly SharedDeadline[];
}

const WEEK = 7;

/**
 * M-T4. How many claims fall due, how they bunch and which coincide, over the span that the claims
 * were listed for (a year: then `claims` is claims a year).
 *
 * @param notStated how many streams say nothing of their claims; none of them is counted as 0
 */
export function claimsLoad(claims: readonly DueClaim[], notStated: number): ClaimsLoad {
  const byDate = new Map<IsoDate, string[]>();
  for (const { stream, due } of claims) byDate.set(due, [...(byDate.get(due) ?? []), stream]);
  const dates = [...byDate.keys()].sort();
  const shared = dates
    .map((due) => ({ due, streams: [...new Set(byDate.get(due))].sort() }))
    .filter(({ streams }) => streams.length > 1);
  const weeks = dates.map((from) => ({
    from,
    count: claims.filter(({ due }) => due >= from && daysBetween(from, due) < WEEK).length,
  }));
  const busiest = weeks.reduce<(typeof weeks)[number] | undefined>(
    (best, week) => (best && best.count >= week.count ? best : week),
    undefined,
  );
  return {
    claims: claims.length,
    complete: notStated === 0,
    dates: dates.length,
    busiestWeek: busiest?.count ?? 0,
    busiestFrom: busiest?.from,
    shared,
  };
}
