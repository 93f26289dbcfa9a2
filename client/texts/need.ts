/** What is said of need at a place: small areas, their people and what reaches them. British English. */
import type { PlaceNeedReply } from "../../server/contract/need.ts";
import { count, plural } from "../format.ts";

type Reach = PlaceNeedReply["small_areas"][number]["reach"];

export const texts = {
  heading: "Need, and what reaches it",
  note: "The most deprived tenth of England’s small areas, and what is recorded there on the date.",
  loading: "Reading the small areas",
  notLoaded: "No small areas are loaded, so need cannot be looked at.",
  notLoadedHint:
    "Whoever runs the server can load them: boundaries of small areas, with people and a score of need.",
  noneHere: (name: string) => `No small area with a score of need lies in ${name}.`,
  noneInNeed: (areas: number) =>
    areas === 1
      ? "Its one small area is not among the most deprived tenth of England."
      : `None of its ${count(areas)} small areas is among the most deprived tenth of England.`,
  sentence: (people: number, none: number, share: string) =>
    none === 0
      ? `All of the ${count(people)} people in need live where an initiative is recorded, or somewhere within its place.`
      : `Of the ${count(people)} people in need, ${count(none)} (${share}) live where no initiative of those counted is recorded.`,
  peopleUnknown: "Small areas here are in need, but how many people live in them is not known.",
  people: "people in need",
  peopleRule:
    "People who live in the small areas with the highest score of need: the most deprived tenth of the areas of England, not of its people.",
  areasUnknown: (areas: number) =>
    areas === 0
      ? "People are known for every one of these areas."
      : `${plural(areas, "area has", "areas have")} no people recorded and ${areas === 1 ? "is" : "are"} in no count of people.`,
  none: "of them with no recorded initiative",
  noneRule:
    "People on ground under no outline, in a place in which none of the initiatives counted lies. An area that an outline cuts counts by the share of its ground.",
  areas: "small areas in need",
  areasRule:
    "Small areas of the place among the most deprived tenth. Where areas tie, they share the better rank.",
  areasGrade: (carried: number) =>
    carried === 0
      ? "Every score was made for these areas."
      : `${plural(carried, "score was", "scores were")} carried over a change of areas.`,
  ofAreas: (inNeed: number, all: number) => `${count(inNeed)} of ${count(all)}`,
  caption: (name: string) => `Small areas in need in ${name}, most deprived first`,
  area: "Small area",
  code: "Code",
  rank: "Rank in England",
  rankTitle: "1 is the highest score of need; areas that tie share the better rank",
  peopleColumn: "People",
  peopleOf: (vintage: string) => `People who live in the area, ${vintage}`,
  reach: "What is recorded there",
  reachTitle: "By the point of the area: where most of its people may be thought to live",
  reached: {
    covers: "under an outline",
    within: "somewhere within the place",
    none: "nothing recorded",
  } satisfies Record<Reach, string>,
  covered: "Of its ground under an outline",
  caveats: "What to know before these figures are used",
  from: (layer: string, people: string, score: string) =>
    `Areas: ${layer}. People: ${people}. Score: ${score}.`,
} as const;
