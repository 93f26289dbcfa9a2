import { money as moneyWords, plural } from "../../../client/format.ts";
import { COUNTING, RULE_WORDS } from "../../contract/money.ts";
import type { PlaceFigure } from "../../core/hotspots/place-figures.ts";
import { rankedPlaces } from "../../core/hotspots/ranking.ts";
import { toPounds } from "../../core/units.ts";
import { yearHere } from "./money-here.ts";
import type { FigureUnit } from "./place-figure-unit.ts";

/** Recorded money of the date's financial year for each person of the place. */
export const money = {
  id: "money",
  title: "Money per head",
  unit: "£ a head in the financial year of the date",
  find(sources, question) {
    const { index } = sources;
    const people = sources.people();
    const { label, money, unknown } = yearHere(sources, question);
    const figureOf = (place: number): PlaceFigure => {
      const own = money.get(place);
      const without = unknown.get(place) ?? 0;
      const lacking =
        without === 0 ? "" : ` ${plural(without, "stream has", "streams have")} no figure for it.`;
      const heads = people[place];
      if (own === undefined) {
        const note = `No money is recorded here in ${label}.${lacking}`;
        return { value: without === 0 && heads ? 0 : undefined, atLeast: false, note };
      }
      const amount = toPounds(own.amount);
      const whole = `${moneyWords(amount)} recorded in ${label}`;
      if (!heads)
        return { value: undefined, atLeast: false, note: `${whole}; its people are not known.` };
      const note = `${whole}, for ${plural(Math.round(heads), "person", "people")}.${lacking}`;
      return { value: amount / heads, atLeast: without > 0, note };
    };
    const places = rankedPlaces(index);
    const known = places.some((place) => people[place]);
    return {
      rule: `Money of ${label}, divided among places ${RULE_WORDS.area}, over the people of the place. ${COUNTING}`,
      source: "Streams as the register holds them; people from the weights that are loaded.",
      grade:
        "A floor wherever a stream that was alive has no figure for the year; what was spread evenly over a life is assumed.",
      missing: known
        ? undefined
        : "No people of places are loaded, so money cannot be told per head: load --statistics brings them.",
      places: new Map(places.map((place) => [place, figureOf(place)])),
    };
  },
} as const satisfies FigureUnit;
