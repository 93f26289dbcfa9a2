/** Every word of the server-made pages, maps and briefings that the app does not say itself. */
import { count, plural, rank } from "../../../client/format.ts";

/** A region as it stands in a sentence: "the North East", "London". */
export const regionInText = (region: string) =>
  /^(North|South|East|West)\b/.test(region) ? `the ${region}` : region;

export const pageTexts = {
  placeHeadline: (name: string, all: number, date: string) =>
    all === 0
      ? `${name} had no recorded initiative on ${date}`
      : `${name} had ${plural(all, "recorded initiative")}${all > 1 ? " at once" : ""} on ${date}`,
  cover: (number: string, covers: number) =>
    `${number} cover${covers === 1 ? "s" : ""} the whole place`,
  coverPart: (number: string, touches: number) =>
    `${number} cover${touches === 1 ? "s" : ""} part of it`,
  within: (number: string, within: number) =>
    `${number} ${within === 1 ? "is" : "are"} somewhere within, outline unknown`,
  undated: (number: string, undated: number) =>
    `${number.charAt(0).toUpperCase()}${number.slice(1)} more ${undated === 1 ? "has" : "have"} no recorded start and ${undated === 1 ? "is" : "are"} in no count.`,
  whereIs: (
    name: string,
    region: string,
    area: string,
    row: { readonly rank: number; readonly tied: boolean } | undefined,
    places: number,
  ) =>
    `${name} is ${area}${region ? ` in ${regionInText(region)}` : ""}${row ? `, rank ${rank(row.rank, row.tied)} of ${count(places)} places` : ""}.`,
  rule: "Covers: the outline holds at least 99.5 % of the place. Within: it lies in the place and its outline is unknown; never added to depth. Counts are of recorded initiatives: none recorded is not none.",

  mapTitle: "Depth: initiatives that cover the ground",
  mapWithin: "somewhere within, outline unknown",
  mapCited: "smallest and largest reach of a cited size",
  mapPlaces: (places: number) => plural(places, "place"),
  mapInset: "London, enlarged",
  numbersAre: "A figure is what covers a place; “4 + 5” reads: four cover it, five lie within.",
  heights: "North is up, on the national grid.",
} as const;
