/** The claims of several streams in order of their day. */

import type { IsoDate } from "../units.ts";
import { type Claim, claimsAYear, claimsBetween } from "./claim-dates.ts";
import type { Stream } from "./model.ts";

export interface CalendarClaim extends Claim {
  readonly of: Stream;
}

export interface ClaimsCalendar {
  readonly claims: readonly CalendarClaim[];
  /** Streams of which the dates cannot be told, with claims a year where at least that is known. */
  readonly notStated: readonly { readonly stream: Stream; readonly perYear: number | undefined }[];
}

/** Claims due in `[from, to)`, by day and then by stream. A part of another figure asks for nothing. */
export function claimsCalendar(
  streams: readonly Stream[],
  from: IsoDate,
  to: IsoDate,
): ClaimsCalendar {
  const claims: CalendarClaim[] = [];
  const notStated: { stream: Stream; perYear: number | undefined }[] = [];
  for (const stream of streams) {
    if (stream.part !== "whole") continue;
    const due = claimsBetween(stream, from, to);
    if (due === undefined) notStated.push({ stream, perYear: claimsAYear(stream) });
    else claims.push(...due.map((claim) => ({ ...claim, of: stream })));
  }
  claims.sort((a, b) =>
    a.due === b.due ? (a.stream < b.stream ? -1 : 1) : a.due < b.due ? -1 : 1,
  );
  return { claims, notStated };
}
