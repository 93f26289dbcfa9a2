/** The columns of the export of streams: those of the public file, and what the register adds. */

import type { MonthDay, Stream } from "../../../core/funding/model.ts";
import { addDays, type Pence, toPounds } from "../../../core/units.ts";
import { profileText } from "../../../ingest/streams/profile-cell.ts";
import { STREAM_COLUMNS, type StreamColumn } from "../../../ingest/streams/stream-columns.ts";
import type { Field, Value } from "../export.ts";

type Write = (stream: Stream) => Value;

const NUMBERS: readonly string[] = [
  "total",
  "risk_money",
  "payment_lag_months",
  "advance_share",
  "match_up_to",
  "audits_a_year",
];

const pounds = (value: Pence | undefined) => (value === undefined ? null : toPounds(value));
const yes = (value: boolean | undefined) => (value === undefined ? null : value ? "yes" : "no");
const text = (value: string | undefined) => (value ? value : null);
const joined = (values: readonly string[], between = "; ") => text(values.join(between));
const two = (value: number) => String(value).padStart(2, "0");
const day = (value: MonthDay | undefined) => value && `${two(value.month)}-${two(value.day)}`;

/** How each cell is written, in the order of the file. */
const CELLS: Partial<Record<StreamColumn, Write>> = {
  stream: ({ id }) => id,
  name: ({ name }) => name,
  project: ({ project }) => text(project),
  initiative: ({ initiative }) => text(initiative),
  programme: ({ programme }) => text(programme),
  places: ({ places }) => joined(places.map(({ place, weight }) => `${place}=${weight}`)),
  funder: ({ funder }) => funder,
  department: ({ department }) => text(department),
  part: ({ part }) => part,
  in_kind: ({ inKind }) => yes(inKind),
  start_date: ({ start }) => text(start),
  end_date: ({ end }) => (end === undefined ? null : addDays(end, -1)),
  total: ({ total }) => pounds(total),
  profile: ({ years }) => text(profileText(years)),
  recipient: ({ recipient }) => text(recipient?.organisation),
  recipient_sector: ({ recipient }) => text(recipient?.sector),
  risk_money: ({ recipient }) => pounds(recipient?.riskMoney),
  year_start: ({ rules }) => text(day(rules.yearStart)),
  year_note: ({ rules }) => text(rules.yearNote),
  claim_frequency: ({ rules }) => text(rules.claims.frequency),
  claim_due: ({ rules }) => joined((rules.claims.due ?? []).map((one) => day(one)!)),
  claim_milestones: ({ rules }) => joined(rules.claims.milestones),
  claim_route: ({ rules }) => joined(rules.claims.route, " > "),
  claim_words: ({ rules }) => text(rules.claims.words),
  payment_basis: ({ rules }) => text(rules.payment.basis),
  payment_lag_months: ({ rules }) => rules.payment.lagMonths ?? null,
  volume_guaranteed: ({ rules }) => yes(rules.payment.volumeGuaranteed),
  advance_share: ({ rules }) => rules.payment.advance?.share ?? null,
  advance_recovery: ({ rules }) => text(rules.payment.advance?.recovery),
  advance_to: ({ rules }) => joined(rules.payment.advance?.to ?? []),
  may_match: ({ rules }) => joined(rules.match.mayMatch),
  may_not_match: ({ rules }) => joined(rules.match.mayNotMatch),
  match_up_to: ({ rules }) => pounds(rules.match.upTo),
  match_words: ({ rules }) => text(rules.match.words),
  outputs: ({ rules }) =>
    joined(
      rules.outputs.map(({ topic, unit, definition }) => `${topic} | ${unit} | ${definition}`),
    ),
  exclusive: ({ rules }) => yes(rules.exclusive),
  bidding_windows: ({ rules }) =>
    joined(rules.bidding.map(({ opens, closes }) => `${opens}/${addDays(closes, -1)}`)),
  bidding_words: ({ rules }) => text(rules.biddingWords),
  reporting: ({ rules }) => text(rules.reporting),
  audit: ({ rules }) => text(rules.audit),
  audits_a_year: ({ rules }) => rules.auditsAYear ?? null,
  source: ({ evidence }) => text(evidence.source),
  notes: ({ evidence }) => text(evidence.notes),
};

const sentence = (text: string) => `${text[0]!.toUpperCase()}${text.slice(1)}.`;

const COLUMNS = (Object.keys(CELLS) as StreamColumn[]).map((name) => ({
  field: {
    name,
    type: NUMBERS.includes(name) ? "real" : "text",
    meaning: name === "source" ? "The documents that say so." : sentence(STREAM_COLUMNS[name]),
  } satisfies Field,
  write: CELLS[name]!,
}));

export const STREAM_FIELDS: readonly Field[] = [
  ...COLUMNS.map(({ field }) => field),
  {
    name: "yearly",
    type: "text",
    meaning:
      "printed, or spread evenly, assumed: how its yearly figures are known; empty where no year is stated.",
  },
  { name: "confidence", type: "text", meaning: "Of the stream: sourced or recalled." },
  { name: "recalled", type: "list", meaning: "Columns of which the rule is general knowledge." },
];

export const streamCells = (stream: Stream): Value[] => [
  ...COLUMNS.map(({ write }) => write(stream)),
  stream.years[0]?.basis ?? null,
  stream.evidence.confidence,
  stream.recalled,
];
