import { plural } from "../../../client/format.ts";
import { liveOutlines } from "../../core/hotspots/depth.ts";
import type { PlaceFigure } from "../../core/hotspots/place-figures.ts";
import { rankedPlaces } from "../../core/hotspots/ranking.ts";
import { peopleDepth } from "../../core/need/people-depth.ts";
import type { FigureUnit } from "./place-figure-unit.ts";

/** Depth as people meet it. */
export const people = {
  id: "people",
  title: "Depth by people",
  unit: "outlines over the home of the average person",
  find(sources, question) {
    const { index } = sources;
    const { areaSplit, source, bestFit } = sources.peopled();
    const found = peopleDepth(areaSplit, liveOutlines(index, question));
    const people = sources.people();
    const figureOf = (place: number): PlaceFigure => {
      const [depth, heads] = [found.get(place), people[place]];
      if (depth === undefined || heads === undefined)
        return { value: undefined, atLeast: false, note: "Its people are not known." };
      const note = `Over ${plural(Math.round(heads), "person", "people")}.`;
      return { value: depth, atLeast: false, note };
    };
    return {
      rule: `The mean number of outlines over the people of a place, who are spread evenly over the ground of their ${bestFit ? "small area" : "place"}. What lies somewhere within is in no depth.`,
      source: source ? `${source.title}, ${source.vintage}. ${source.attribution}` : "",
      grade:
        "People are of one year, whatever the date; how they lie within their area is assumed.",
      missing: source
        ? undefined
        : "No people are loaded, so nothing can be weighted by them: load --statistics brings them.",
      places: new Map(rankedPlaces(index).map((place) => [place, figureOf(place)])),
    };
  },
} as const satisfies FigureUnit;
