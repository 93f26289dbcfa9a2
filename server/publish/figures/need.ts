import { count, percent, plural } from "../../../client/format.ts";
import { DEFAULT_SHARE } from "../../contract/need.ts";
import type { PlaceFigure, PlaceFigures } from "../../core/hotspots/place-figures.ts";
import { rankedPlaces } from "../../core/hotspots/ranking.ts";
import type { StudyIndex } from "../../core/hotspots/study-index.ts";
import { noneShare, sumOf } from "../../core/need/by-reach.ts";
import { type UncoveredNeed, uncoveredNeed } from "../../core/need/uncovered-need.ts";
import { needCaveats } from "../need-words.ts";
import type { FigureUnit } from "./place-figure-unit.ts";

/** The share of a place's people in need of whom nothing is recorded (M-W3). */
export const need = {
  id: "need",
  title: "Uncovered need",
  unit: "share of the people in need with nothing recorded",
  find(sources, question) {
    const { index, loaded } = sources;
    const small = sources.smallAreas();
    if (!small) {
      const missing =
        "No small areas are loaded, so nobody can say where need lies: load --boundaries and --statistics bring them.";
      const note = "No small areas are loaded.";
      const places = rankedPlaces(index).map((place): [number, PlaceFigure] => [
        place,
        { value: undefined, atLeast: false, note },
      ]);
      return { rule: "", source: "", grade: "", missing, places: new Map(places) };
    }
    const found = uncoveredNeed(index, small.smallAreas, question, DEFAULT_SHARE);
    const { people, need } = small.smallAreas;
    return {
      rule: `People of the most deprived ${percent(DEFAULT_SHARE)} of small areas on ground with no recorded initiative of those counted, over all such people of the place.`,
      source: [people, need].map(({ title, vintage }) => `${title}, ${vintage}`).join("; "),
      grade: needCaveats(loaded.study, small.smallAreas, found).join(" "),
      missing: undefined,
      places: figuresOf(index, found),
    };
  },
} as const satisfies FigureUnit;

function figuresOf(index: StudyIndex, found: UncoveredNeed): PlaceFigures {
  const figureOf = (place: number): PlaceFigure => {
    const counts = found.places.get(place);
    if (!counts)
      return { value: undefined, atLeast: false, note: "No small area lies in this place." };
    const share = noneShare(counts.people);
    const lacking =
      counts.peopleUnknown === 0
        ? ""
        : ` Of ${plural(counts.peopleUnknown, "small area")} the people are not known.`;
    if (share === undefined)
      return {
        value: undefined,
        atLeast: false,
        note: `None of its small areas is among the most deprived.${lacking}`,
      };
    const { none } = counts.people;
    const all = sumOf(counts.people);
    const note = `${count(Math.round(none))} of ${plural(Math.round(all), "person", "people")} in need.${lacking}`;
    return { value: share, atLeast: false, note };
  };
  return new Map(rankedPlaces(index).map((place) => [place, figureOf(place)]));
}
