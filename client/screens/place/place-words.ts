/** What the place screen says at its top: one sentence, and what stands behind it. */
import { area, capital, listing, longDate } from "../../format.ts";
import { rankWords } from "../../ranking-words.ts";
import { texts } from "../../texts/place.ts";
import { regionInText } from "../../texts/words.ts";
import type { PlaceFacts } from "./place-facts.ts";

export function headingOf({ place, live, question }: PlaceFacts): string {
  return texts.heading(place.name, live.length, longDate(question.at));
}

export function leadOf({ place, live, stack, row, answer }: PlaceFacts): string {
  const of = (presence: string) => live.filter((entry) => entry.presence === presence).length;
  const parts = [
    of("covers") > 0 ? texts.cover(of("covers")) : "",
    of("touches") > 0 ? texts.coverPart(of("touches")) : "",
    of("within") > 0 ? texts.within(of("within")) : "",
  ].filter(Boolean);
  const undated = stack.length - live.length;
  return [
    parts.length > 0 ? `${capital(listing(parts))}.` : "",
    undated > 0 ? texts.undated(undated) : "",
    texts.where(area(place.area), place.region ? regionInText(place.region) : place.country),
    `${rankWords(row, answer)}.`,
  ]
    .filter(Boolean)
    .join(" ");
}
