import { plural } from "../../../client/format.ts";
import { DUE_RULE } from "../../contract/claims.ts";
import { claimsCalendar } from "../../core/funding/calendar.ts";
import { claimsByPlace } from "../../core/funding/place-claims.ts";
import { streamsAlive } from "../../core/funding/select-streams.ts";
import type { PlaceFigure } from "../../core/hotspots/place-figures.ts";
import { rankedPlaces } from "../../core/hotspots/ranking.ts";
import { addMonths } from "../../core/units.ts";
import { placesOf } from "./money-here.ts";
import type { FigureUnit } from "./place-figure-unit.ts";

/** Claims that fall due at a place in the twelve months from the date (M-T4). */
export const claims = {
  id: "claims",
  title: "Claims a year",
  unit: "claims due in the twelve months from the date",
  find(sources, question) {
    const { index } = sources;
    const { streams, programmeOf } = sources.funding();
    const end = addMonths(question.at, 12);
    const alive = streamsAlive(streams, programmeOf, question).filter(
      ({ part }) => part === "whole",
    );
    const calendar = claimsCalendar(alive, question.at, end);
    const found = claimsByPlace(calendar, alive, (stream) =>
      placesOf(sources, stream, question.at, end),
    );
    const figureOf = (place: number): PlaceFigure => {
      const own = found.get(place);
      if (!own) return { value: 0, atLeast: false, note: "No recorded stream was alive here." };
      const { claims, days, notStated } = own;
      const silent =
        notStated === 0
          ? ""
          : `${plural(notStated, "stream does", "streams do")} not say when they claim.`;
      if (claims === 0 && notStated > 0) return { value: undefined, atLeast: false, note: silent };
      const note = `${plural(claims, "claim")} on ${plural(days, "day")}. ${silent}`.trim();
      return { value: claims, atLeast: notStated > 0, note };
    };
    return {
      rule: `Claims of every stream alive on the date whose money lies in the place, whole in each. ${DUE_RULE}`,
      source: "Rules of claims as the streams or their programmes state them.",
      grade:
        "A floor wherever a stream does not say when it claims; days that follow from a frequency alone are assumed.",
      missing: undefined,
      places: new Map(rankedPlaces(index).map((place) => [place, figureOf(place)])),
    };
  },
} as const satisfies FigureUnit;
