/** What the coterminosity screen says. British English; wording is advisory. */
import type { FitMatrixReply } from "../../server/contract/fit-matrix.ts";
import { count, plural } from "../format.ts";

type Cell = FitMatrixReply["bodies"][number]["cells"][number];
export type FitClassWord = NonNullable<Cell["class"]> | "untested";

/** The class in words, and the mark beside it: one never stands without the other. */
export const CLASS_WORDS: Record<FitClassWord, { mark: string; word: string; rule: string }> = {
  identical: {
    mark: "=",
    word: "identical",
    rule: "No point of either boundary is farther than the tolerance from the other.",
  },
  near: {
    mark: "≃",
    word: "near",
    rule: "Jaccard 0.95 or more, and all that differs is slivers or drawing artefacts.",
  },
  almost: { mark: "≈", word: "almost", rule: "Jaccard 0.90 or more." },
  inside: {
    mark: "⊂",
    word: "nested, inside",
    rule: "The body lies inside the area, but for slivers or 0.5 % of its ground.",
  },
  holds: {
    mark: "⊃",
    word: "nested, holds",
    rule: "The body holds the whole area, but for slivers or 0.5 % of its ground.",
  },
  partial: {
    mark: "∩",
    word: "partial",
    rule: "They share ground; neither matches nor holds the other.",
  },
  touching: { mark: "|", word: "touching", rule: "They share a line or a point, and no ground." },
  disjoint: { mark: "∅", word: "apart", rule: "They share nothing." },
  untested: {
    mark: "–",
    word: "not tested",
    rule: "Only the district or a size is known, or the outline is drawn in part: there is no whole outline to compare.",
  },
};

export const texts = {
  title: "Coterminosity",
  heading: (bodies: number, identical: number, crossing: number, date: string) =>
    bodies === 0
      ? `No recorded initiative had a known outline on ${date}`
      : `Of ${plural(bodies, "known outline")} on ${date}, ${count(identical)} match one place exactly; ${crossing === 0 ? "none crosses" : `${count(crossing)} cross${crossing === 1 ? "es" : ""}`} the boundary of another tier`,
  lead: (untested: number) =>
    `Each cell: the class, Jaccard (what both share over what either has, 0 to 1), and the closest area of that tier.${untested > 0 ? ` ${plural(untested, "more is", "more are")} not tested: only the district or a size is known, or the outline is drawn in part.` : ""}`,
  wholeEngland: "All of England is compared: the region is for the map and the briefing.",
  loading: "Comparing outlines with every tier",
  classes: "Classes; select to filter",
  showAll: "Show every class",
  body: "Initiative",
  tierNote: (areas: number, tolerance: string, grade: string) =>
    `${plural(areas, "area")}, ${grade}; lines within ${tolerance} are one`,
  byLegend: "Jaccard and degree of fit",
  by: { ground: "by ground", people: "by people" },
  byNote: {
    ground: "Square metres on the national grid.",
    people: "People who live there, spread evenly over their small areas; classes stay by ground.",
  },
  noPeople: "By ground; no people by small area are loaded, so nothing can be told by people.",
  peopleNotKnown: "people not known",
  degree: (whole: string, fit: string, bodies: number) =>
    `${whole} of ${plural(bodies, "outline")} wholly in one, degree of fit ${fit}`,
  degreeRule: {
    ground:
      "Share of the outlines with at least 99.5 % of their ground in one area; mean of each outline’s largest share in one.",
    people:
      "Share of the outlines with at least 99.5 % of their people in one area; mean of each outline’s largest share in one. Outlines whose people are not known are left out.",
  },
  noDegree: "no outline to tell a degree of fit by",
  holdsCount: (whole: number) => `holds ${count(whole)}`,
  byConstruction: "exact by construction",
  byConstructionTitle: "Composed from the very areas it is compared with.",
  open: (body: string, reference: string, word: string) =>
    `${body} against ${reference}: ${word}. Open.`,
  none: "No outline is in the classes chosen on this date.",
  seeAll: (all: number) => `See all ${count(all)}`,
  caption: "Bodies against tiers: class, Jaccard and closest area",
  pick: "Choose a cell to see where the two differ, why, and what would have to move.",
  pickHeading: "What a cell opens on",
  close: "Close",
  against: (body: string, reference: string) => `${body} against ${reference}`,
  opening: "Measuring gap, overspill and what would have to move",
  mapAlt: (body: string, reference: string) =>
    `Map of ${body} and ${reference}: gap in blue lines, overspill in vermilion dots. The table gives the same.`,
  gap: "gap",
  gapNote: (reference: string, body: string) => `in ${reference}, not in ${body}`,
  overspill: "overspill",
  overspillNote: (body: string, reference: string) => `in ${body}, not in ${reference}`,
  both: "in both",
  wholeAgain: "Show the whole of both",
  pieceShown: (name: string) => `The map shows ${name}, in the dashed frame.`,
  measures: "Ground and people",
  ground: "Ground",
  people: "People",
  shared: "Shared",
  gapRow: "Gap",
  overspillRow: "Overspill",
  jaccard: "Jaccard",
  notKnown: "not known",
  readBoth: "Jaccard by ground and by people differ: read both.",
  peopleFrom: (title: string, vintage: string, rule: string) =>
    `People: ${title}, ${vintage}. ${rule}`,
  whyHeading: "Why they differ",
  cause: (words: string) => `Likely cause: ${words}.`,
  noCause: "No cause is given.",
  fragments: (pieces: number, ground: string, widest: string) =>
    `${plural(pieces, "piece")} of ground to explain, ${ground} in all, the widest ${widest}.`,
  shiftBy: (east: string, north: string, before: string, after: string) =>
    `Moved ${east} east and ${north} north, the lines agree over ${after} instead of ${before}.`,
  twoDrawings: (followed: string, median: string, bound: string) =>
    `${followed} of the lines follow each other, half within ${median}, all within ${bound}.`,
  othersHeading: "Other areas of the tier",
  others: "Areas of the tier that share ground, the closest first",
  area: "Area",
  inside: "Of the body",
  moveHeading: "What would have to move",
  moveCaption: "Areas that would have to join or leave, the most helpful first",
  moveNote: (title: string, reached: boolean, target: string) =>
    `The shortest list found of ${title}${reached ? "" : `; it does not reach Jaccard ${target}`}. Possible, not advised.`,
  moveNone: "Nothing would have to move.",
  change: "Change",
  add: "join",
  drop: "leave",
  reaches: "Jaccard then",
  takeJson: "All of it, JSON",
  takeGaps: "Gap and overspill, GeoJSON",
  takeMatrix: "The matrix, CSV",
} as const;
