import { isoDate } from "../../../core/units.ts";
import { type CalendarEvent, calendarText } from "../../calendar.ts";
import type { Chunk, ExportFormat, Table, Value } from "../export.ts";

/** RFC 5545: an all-day event a claim. */
export const ics = {
  id: "ics",
  title: "iCalendar (RFC 5545)",
  mediaType: "text/calendar; charset=utf-8",
  about: "beside",
  needsGround: false,
  units: ["claims"],
  write: writeIcs,
} as const satisfies ExportFormat;

function* writeIcs(table: Table): Generator<Chunk> {
  yield calendarText(
    table.about.title,
    table.rows.map((row) => toEvent(table, row)),
  );
}

/** @throws Error for a table without the columns of claims: only their unit is written so */
function toEvent({ fields }: Table, row: readonly Value[]): CalendarEvent {
  const cell = (name: string) => {
    const at = fields.findIndex((field) => field.name === name);
    if (at < 0) throw new Error(`a calendar needs the column ${name}`);
    return row[at] ?? "";
  };
  const route = cell("route");
  return claimEvent({
    stream: String(cell("stream")),
    name: String(cell("name")),
    place: String(cell("initiative_name")),
    funder: String(cell("funder")),
    due: String(cell("due")),
    stated: cell("basis") === "stated",
    closesYear: cell("closes_year") === "yes",
    route: typeof route === "object" ? route : [],
  });
}

export interface ClaimWords {
  readonly stream: string;
  readonly name: string;
  /** Whom it is for; empty where that is in the name. */
  readonly place: string;
  readonly funder: string;
  readonly due: string;
  readonly stated: boolean;
  readonly closesYear: boolean;
  readonly route: readonly string[];
}

/** A claim as an event of a diary. */
export function claimEvent(claim: ClaimWords): CalendarEvent {
  const { stream, name, place, funder, due, stated, closesYear, route } = claim;
  const words = [
    `Funder: ${funder}.`,
    stated
      ? "The source gives this day."
      : "The source gives only how often: the end of the period is assumed.",
    ...(closesYear ? ["It also closes the stream's year."] : []),
    ...(route.length > 0 ? [`Route: ${route.join(" > ")}.`] : []),
  ];
  return {
    id: stream,
    on: isoDate(due)!,
    title: `Claim due: ${name}${place === "" ? "" : `, ${place}`}`,
    words: words.join(" "),
    assumed: !stated,
  };
}
