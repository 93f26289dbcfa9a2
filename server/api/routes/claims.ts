import type { Request } from "express";
import { z } from "zod";
import { DUE_RULE, toClaimReply } from "../../contract/claims.ts";
import { claimsReply } from "../../contract/money.ts";
import { questionParams, questionQuery } from "../../contract/question.ts";
import { AppError } from "../../core/errors.ts";
import { type ClaimsCalendar, claimsCalendar } from "../../core/funding/calendar.ts";
import { daysBetween } from "../../core/funding/spread.ts";
import { addMonths, type IsoDate, isoDate } from "../../core/units.ts";
import { calendarText } from "../../publish/calendar.ts";
import { claimEvent } from "../../publish/exports/formats/ics.ts";
import type { Context } from "../context.ts";
import { streamNames } from "../money-entries.ts";
import { questionOf, version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";
import { streamFilter, streamsFor } from "../stream-filter.ts";
import type { Held } from "../study-source.ts";

const query = z.strictObject({
  ...questionQuery.shape,
  ...streamFilter,
  from: z.string().optional().describe("First day; without it the question's date."),
  to: z.string().optional().describe("The day after the last; without it twelve months later."),
  v: version,
});

/** Longest calendar that is made at once, days. */
const LONGEST = 3700;

/** The claims calendar. */
export const claims: Route = {
  path: "/api/v1/claims",
  summary: "Claims by the day they fall due: of a place, an initiative, a case, or all.",
  query,
  replies: { "application/json": claimsReply },
  handle(context, request, response) {
    const held = context.held();
    const { calendar, question } = calendarOf(context, held, request);
    sendFigures(response, held, {
      dataVersion: held.dataVersion,
      question,
      rule: DUE_RULE,
      claims: calendar.claims.map(toClaimReply),
      notStated: calendar.notStated.map(({ stream, perYear }) => ({
        stream: stream.id,
        name: stream.name,
        perYear: perYear ?? null,
      })),
    } satisfies z.infer<typeof claimsReply>);
  },
};

/** The same claims for a diary. */
export const claimsDiary: Route = {
  path: "/api/v1/claims.ics",
  summary: "The claims calendar as iCalendar, for a diary.",
  query,
  replies: { "text/calendar; charset=utf-8": undefined },
  handle(context, request, response) {
    const held = context.held();
    const { calendar, question } = calendarOf(context, held, request);
    response.set("Patchwork-Data", held.dataVersion);
    response.set("Cache-Control", "no-cache");
    response.type("text/calendar; charset=utf-8");
    response.set("Content-Disposition", 'attachment; filename="patchwork-claims.ics"');
    const whose = question.case ?? question.initiative ?? question.place ?? "all recorded streams";
    const nameOf = streamNames(held).nameOf;
    const events = calendar.claims.map(({ of, due, basis, closesYear }) =>
      claimEvent({
        stream: of.id,
        name: of.name,
        place: of.case === undefined ? nameOf(of) : "",
        funder: of.funder,
        due,
        stated: basis === "stated",
        closesYear,
        route: of.rules.claims.route,
      }),
    );
    response.send(calendarText(`Claims, ${whose}`, events));
  },
};

function calendarOf(
  context: Context,
  held: Held,
  request: Request,
): { readonly calendar: ClaimsCalendar; readonly question: Record<string, string> } {
  const { question, rest } = questionOf(query, request.query, held);
  const from = rest.from === undefined ? question.at : dayOf(rest.from);
  const to = rest.to === undefined ? addMonths(from, 12) : dayOf(rest.to);
  if (to <= from || daysBetween(from, to) > LONGEST)
    throw new AppError(
      "input/invalid",
      "The calendar's last day must come after its first, by ten years at most.",
      { from, to },
    );
  const streams = streamsFor(context, held, question, rest);
  const named = Object.entries({ case: rest.case, place: rest.place, initiative: rest.initiative });
  return {
    calendar: claimsCalendar(streams, from, to),
    question: {
      ...Object.fromEntries(questionParams(question)),
      ...Object.fromEntries(
        named.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
      from,
      to,
    },
  };
}

function dayOf(text: string): IsoDate {
  const day = isoDate(text);
  if (day !== undefined) return day;
  throw new AppError(
    "input/date",
    `"${text}" is not a date. Write year-month-day, for example 2002-06-01.`,
    { text },
  );
}
