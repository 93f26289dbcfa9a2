/** The columns of a stream's rules. */

import {
  type Advance,
  CLAIM_FREQUENCIES,
  type ClaimRules,
  type MatchRules,
  type MonthDay,
  type Output,
  PAYMENT_BASES,
  RECOVERIES,
  type StreamRules,
  type Window,
} from "../../core/funding/model.ts";
import { dayAfter, readDay, readMonthDay } from "../../core/funding/read-cells.ts";
import { topicOf } from "../../core/funding/topics.ts";
import { SECTORS, type Sector } from "../../core/partnership/model.ts";
import { type IsoDate, type Share, share } from "../../core/units.ts";
import type { RowReader } from "./row-cells.ts";
import type { StreamColumn } from "./stream-columns.ts";

type Reader = RowReader<StreamColumn>;

export function readRules(row: Reader): StreamRules {
  return {
    yearStart: monthDayIn(row, "year_start", row.text("year_start")),
    yearNote: row.text("year_note"),
    claims: readClaims(row),
    payment: {
      basis: row.oneOf("payment_basis", PAYMENT_BASES),
      lagMonths: row.number("payment_lag_months"),
      volumeGuaranteed: row.yesNo("volume_guaranteed"),
      advance: readAdvance(row),
    },
    match: readMatch(row),
    outputs: row.list("outputs").map(toOutput),
    exclusive: row.yesNo("exclusive"),
    bidding: readWindows(row),
    biddingWords: row.text("bidding_words"),
    reporting: row.text("reporting"),
    audit: row.text("audit"),
    auditsAYear: row.number("audits_a_year"),
  };
}

function monthDayIn(row: Reader, column: StreamColumn, text: string): MonthDay | undefined {
  if (text === "") return undefined;
  const wanted = `"${text}" is not a day of the year, such as 1 April or 04-06`;
  return readMonthDay(text) ?? row.refuse("funding/date", column, wanted);
}

function readClaims(row: Reader): ClaimRules {
  const stated = row.list("claim_due");
  const due = stated.flatMap((text) => monthDayIn(row, "claim_due", text) ?? []);
  const route = row.list("claim_route", ">");
  const seen = new Set<string>();
  for (const office of route) {
    const key = office.toLowerCase();
    if (seen.has(key))
      row.refuse(
        "funding/route-loop",
        "claim_route",
        `the route passes "${office}" twice, so a claim would go round`,
      );
    seen.add(key);
  }
  if (new Set(due.map(({ month, day }) => `${month}-${day}`)).size < due.length)
    row.refuse("funding/cycle-overlap", "claim_due", "the same day is a due date twice");
  return {
    frequency: row.oneOf("claim_frequency", CLAIM_FREQUENCIES),
    due: stated.length > 0 ? due : undefined,
    milestones: readMilestones(row),
    route,
    words: row.text("claim_words"),
  };
}

function readMilestones(row: Reader): IsoDate[] {
  const starts = row.day("start_date");
  return row
    .list("claim_milestones")
    .flatMap((text) => {
      const day = readDay(text);
      if (day === undefined)
        row.refuse("funding/date", "claim_milestones", `"${text}" is not a day of the calendar`);
      else if (starts !== undefined && day < starts)
        row.refuse(
          "funding/before-start",
          "claim_milestones",
          `the claim of ${day} comes before the first day, ${starts}`,
        );
      return day ?? [];
    })
    .sort();
}

function readAdvance(row: Reader): Advance | undefined {
  const text = row.text("advance_share");
  const recovery = row.oneOf("advance_recovery", RECOVERIES);
  const to = row.text("advance_to") === "" ? undefined : sectorsIn(row);
  if (text === "") {
    if (recovery !== undefined)
      row.refuse(
        "funding/advance",
        "advance_recovery",
        "an advance is recovered, and advance_share does not say how large it is",
      );
    return undefined;
  }
  const size = shareOf(text);
  if (size === undefined)
    return row.refuse(
      "funding/advance",
      "advance_share",
      `"${text}" is not a share, such as 0.5 or 50%`,
    );
  if (size > 1)
    return row.refuse(
      "funding/advance",
      "advance_share",
      `an advance of ${text} is more than the whole. Write 50% or 0.5 for a half`,
    );
  if (size > 0 && recovery === undefined && row.text("advance_recovery") === "")
    row.refuse(
      "funding/advance",
      "advance_share",
      "there is an advance and advance_recovery does not say how it is recovered. Write pro_rata, last, or unspecified where the source does not say",
    );
  return { share: size, recovery: size > 0 ? recovery : undefined, to };
}

function shareOf(text: string): Share | undefined {
  const [, digits, percent] = /^(\d+(?:\.\d+)?)\s*(%|per cent)?$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  return share(percent === undefined ? Number(digits) : Number(digits) / 100);
}

function sectorsIn(row: Reader): Sector[] {
  return row.list("advance_to").flatMap((name) => {
    const sector = SECTORS.find((known) => known === name.toLowerCase().replaceAll(" ", "_"));
    if (sector === undefined)
      row.refuse("funding/value", "advance_to", `"${name}" is not one of ${SECTORS.join(", ")}`);
    return sector ?? [];
  });
}

function readMatch(row: Reader): MatchRules {
  const own = row.text("stream");
  const mayMatch = row.list("may_match");
  const mayNotMatch = row.list("may_not_match");
  if (mayMatch.includes(own))
    row.refuse("funding/self-match", "may_match", `the stream ${own} is said to match itself`);
  for (const id of mayMatch.filter((one) => mayNotMatch.includes(one)))
    row.refuse(
      "funding/self-match",
      "may_not_match",
      `${id} is said to be a match and not to be one`,
    );
  return {
    mayMatch,
    mayNotMatch,
    upTo: row.money("match_up_to"),
    words: row.text("match_words"),
  };
}

function toOutput(text: string): Output {
  const parts = text.split("|").map((part) => part.trim());
  const [topic, unit, definition = ""] = parts.length === 1 ? ["", parts[0]!] : parts;
  return { topic: topic || topicOf(unit ?? ""), unit: unit ?? "", definition };
}

function readWindows(row: Reader): Window[] {
  const windows = row.list("bidding_windows").flatMap((text) => {
    const [opens, last] = text.split("/").map((part) => readDay(part.trim()));
    if (opens === undefined || last === undefined || last < opens)
      return (
        row.refuse(
          "funding/date",
          "bidding_windows",
          `"${text}" is not a first and a last day, such as 1999-01-04/1999-03-31`,
        ) ?? []
      );
    return { opens, closes: dayAfter(last) };
  });
  const sorted = windows.toSorted((a, b) => (a.opens < b.opens ? -1 : 1));
  for (const [i, { opens }] of sorted.entries()) {
    const before = sorted[i - 1];
    if (before && opens < before.closes)
      row.refuse(
        "funding/cycle-overlap",
        "bidding_windows",
        `the window that opens on ${opens} opens before the one of ${before.opens} has closed`,
      );
  }
  return sorted;
}
