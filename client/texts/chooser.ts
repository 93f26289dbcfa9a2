/** What is said of possible boundaries of a partnership (PAT 17, 5.39 to 5.41). Advisory throughout. */
import { plural } from "../format.ts";

export const texts = {
  heading: "Possible boundaries for a partnership",
  note: "Districts alone, areas of another tier, and up to four districts together: what each would do to the initiatives.",
  legend: "For which initiatives",
  onlyThis: "This initiative",
  allAt: (place: string) => `All recorded at ${place}`,
  look: "See possible boundaries",
  looking: "Looking through districts, tiers and unions of up to four districts",
  sentence: (considered: number, initiatives: number) =>
    `${plural(considered, "possible arrangement")} for ${plural(initiatives, "initiative")}, those that leave most initiatives whole first.`,
  listed: (listed: number) => `The first ${listed} are listed.`,
  caption: "Possible boundaries, those that leave most initiatives whole first",
  rank: "Rank",
  possible: "Possible boundary",
  unsplit: "Initiatives whole",
  unsplitTitle: "Initiatives with at least 99.5 % of their people in one partnership",
  ofAll: (unsplit: number, all: number) => `${unsplit} of ${all}`,
  inside: "People inside",
  insideTitle: "Share of the people of these initiatives who live in one partnership with theirs",
  matches: "Partners whose patch matches",
  matchesTitle: "Areas of other layers, such as police forces, that a partnership fills",
  noMatch: "none",
  isOne: (areas: number) => (areas === 1 ? "it is one" : `they are ${areas}`),
  notKnown: "not known",
  unknown: (initiatives: number) =>
    `The people of ${plural(initiatives, "initiative is", "initiatives are")} not known, only the district: whole or not, but in no share of people.`,
  none: "There is nothing to choose between.",
} as const;
