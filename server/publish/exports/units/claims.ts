import { type CalendarClaim, claimsCalendar } from "../../../core/funding/calendar.ts";
import { streamsAlive } from "../../../core/funding/select-streams.ts";
import type { Question } from "../../../core/hotspots/question.ts";
import { addMonths } from "../../../core/units.ts";
import type { Field, Table, Value } from "../export.ts";
import { aboutAnswer, type ExportContext, type ExportUnit } from "../unit.ts";

const FIELDS: readonly Field[] = [
  { name: "claim", type: "text", meaning: "Id of the stream, @ and the day." },
  { name: "stream", type: "text", meaning: "Id of the funding stream that asks for it." },
  { name: "name", type: "text", meaning: "Name of the stream." },
  { name: "initiative", type: "text", meaning: "Id of the initiative that it pays for." },
  { name: "initiative_name", type: "text", meaning: "Name of that initiative." },
  { name: "funder", type: "text", meaning: "Who pays, as the source writes it." },
  { name: "due", type: "text", meaning: "The day on which the claim falls due." },
  {
    name: "basis",
    type: "text",
    meaning:
      "stated: the source gives the day. period end, assumed: it gives the frequency alone, and the last day of the period is taken.",
  },
  { name: "closes_year", type: "text", meaning: "yes where it also closes the stream's year." },
  { name: "route", type: "list", meaning: "Offices that the claim passes, first to last." },
  {
    name: "confidence",
    type: "text",
    meaning: "Of the frequency: sourced or recalled, which is general knowledge.",
  },
];

/** Claims that fall due in the twelve months from the date, of the streams alive on it. */
export const claims = {
  id: "claims",
  title: "Claims that fall due in the twelve months from the date",
  hasGround: false,
  build: claimsTable,
} as const satisfies ExportUnit;

function claimsTable(context: ExportContext, question: Question): Table {
  const { study } = context.loaded;
  const { streams, placing, programmeOf } = context.funding();
  const alive = streamsAlive(streams, programmeOf, question);
  const calendar = claimsCalendar(alive, question.at, addMonths(question.at, 12));
  const nameOf = (id: string | undefined) =>
    study.initiatives[placing.initiativeAt.get(id ?? "") ?? -1]?.name ?? null;
  return {
    unit: "claims",
    fields: FIELDS,
    rows: calendar.claims.map((claim) => rowOf(claim, nameOf)),
    ground: undefined,
    about: aboutAnswer(context, question, {
      unit: "claims",
      title: `claims due in the twelve months from ${question.at}`,
      fields: FIELDS,
    }),
  };
}

function rowOf(
  { of, due, basis, closesYear }: CalendarClaim,
  nameOf: (id: string | undefined) => string | null,
): Value[] {
  return [
    `${of.id}@${due}`,
    of.id,
    of.name,
    of.initiative ?? null,
    nameOf(of.initiative),
    of.funder,
    due,
    basis,
    closesYear ? "yes" : "no",
    of.rules.claims.route,
    of.recalled.includes("claim_frequency") ? "recalled" : of.evidence.confidence,
  ];
}
