import { money as moneyWords, plural } from "../../../client/format.ts";
import { measureNamed } from "../../contract/measures.ts";
import { claimsBetween } from "../../core/funding/claim-dates.ts";
import { burden as burdenOf } from "../../core/funding/measures/burden.ts";
import type { Stream } from "../../core/funding/model.ts";
import type { PlaceFigure } from "../../core/hotspots/place-figures.ts";
import { rankedPlaces } from "../../core/hotspots/ranking.ts";
import { type Pence, toPounds } from "../../core/units.ts";
import { type YearHere, yearHere } from "./money-here.ts";
import type { FigureUnit } from "./place-figure-unit.ts";

/** Claims, audits and bids for each £100,000 of the year (M-B1), of streams whose money is held. */
export const burden = {
  id: "burden",
  title: "Burden",
  unit: "claims, audits and bids for each £100,000 of the financial year",
  find(sources, question) {
    const { index } = sources;
    const year = yearHere(sources, question);
    const places = rankedPlaces(index);
    return {
      rule: `${measureNamed("burden").meaning} Here of the streams with a figure for ${year.label}, each stream's claims whole and its money by ground covered. Meetings are not recorded by place.`,
      source: "Rules and figures as the streams or their programmes state them.",
      grade: "A floor: what a stream does not state is in no count.",
      missing: undefined,
      places: new Map(places.map((place) => [place, figureOf(year, place)])),
    };
  },
} as const satisfies FigureUnit;

function figureOf(year: YearHere, place: number): PlaceFigure {
  const own = year.money.get(place);
  if (!own) {
    const silent = (year.unknown.get(place) ?? 0) > 0;
    const note = silent
      ? `Streams were alive here, and none has a figure for ${year.label}.`
      : `No money is recorded here in ${year.label}.`;
    return { value: silent ? undefined : 0, atLeast: false, note };
  }
  const streams = [...own.streams];
  const counts = {
    claims: sumOf(streams, ({ claims }) => claims, year),
    audits: sumOf(streams, ({ audits }) => audits, year),
    bids: sumOf(streams, ({ bids }) => bids, year),
    meetings: undefined,
  };
  const found = burdenOf(counts, own.amount as Pence);
  const whole = `${plural(streams.length, "stream")} with ${moneyWords(toPounds(own.amount))} in ${year.label}`;
  if (!found)
    return {
      value: undefined,
      atLeast: false,
      note: `${whole}; no claim, audit or bid is stated.`,
    };
  const note = `${plural(found.count, "claim, audit or bid", "claims, audits and bids")} by ${whole}.`;
  return { value: found.perHundredThousand, atLeast: true, note };
}

interface Counts {
  readonly claims: number | undefined;
  readonly audits: number | undefined;
  readonly bids: number | undefined;
}

function countsOf(stream: Stream, { from, to }: YearHere): Counts {
  const { bidding, auditsAYear } = stream.rules;
  const bids = bidding.filter(({ closes }) => from <= closes && closes < to).length;
  return {
    claims: claimsBetween(stream, from, to)?.length,
    audits: auditsAYear,
    bids: bidding.length === 0 ? undefined : bids,
  };
}

/** The sum of what is stated; undefined where no stream states it. */
function sumOf(
  streams: readonly Stream[],
  pick: (counts: Counts) => number | undefined,
  year: YearHere,
): number | undefined {
  const stated = streams.flatMap((stream) => pick(countsOf(stream, year)) ?? []);
  return stated.length === 0 ? undefined : stated.reduce((sum, count) => sum + count, 0);
}
