/** Claims as iCalendar (RFC 5545), which any diary reads. */
import { addDays, type IsoDate } from "../core/units.ts";

/** One all-day event. */
export interface CalendarEvent {
  /** What it is of, the same from one making to the next. */
  readonly id: string;
  readonly on: IsoDate;
  readonly title: string;
  readonly words: string;
  /** True where the day is assumed. */
  readonly assumed: boolean;
}

/** Octets of a line before it is folded. */
const LINE = 75;
const encoder = new TextEncoder();

/**
 * A calendar with one all-day event a claim. UIDs are made of the event's id and day, so that a diary
 * that takes the file again replaces its events. No time of making is kept: the stamp is that of the
 * day before, so the same claims give the same bytes.
 */
export function calendarText(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Patchwork//Claims//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function eventLines({ id, on, title, words, assumed }: CalendarEvent): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${uid(id)}-${on}@patchwork.invalid`,
    `DTSTAMP:${compact(addDays(on, -1))}T000000Z`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(words)}`,
    `CATEGORIES:${assumed ? "ASSUMED" : "STATED"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

const compact = (date: IsoDate) => date.replaceAll("-", "");

/** An id may hold anything; a UID should not need escaping. */
const uid = (id: string) => encodeURIComponent(id).replaceAll("%", "_");

const escaped = (text: string) => text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\n|\r/g, "\\n");

/** Lines of at most 75 octets; the rest goes on after a space. No character is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let size = 0;
  for (const character of line) {
    const length = encoder.encode(character).length;
    if (size + length > LINE) {
      parts.push(part);
      part = "";
      size = 1; // the space before a line that goes on
    }
    part += character;
    size += length;
  }
  return [...parts, part].join("\r\n ");
}
