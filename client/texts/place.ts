/** What the place screen says. British English; figures come worded from format.ts. */
import { count, inWords, listing, plural } from "../format.ts";

export const texts = {
  noPlace: "There is no such place",
  noPlaceHint:
    "The code in the address is of no place in this data. Find the place by its name above.",
  heading: (name: string, live: number, date: string) => {
    if (live === 0) return `${name} had no recorded initiative on ${date}`;
    const noun = live === 1 ? "recorded initiative" : "recorded initiatives at once";
    return `${name} had ${inWords(live)} ${noun} on ${date}`;
  },
  onePage: "Print one page",
  cover: (covers: number) => `${inWords(covers)} cover${covers === 1 ? "s" : ""} the whole place`,
  coverPart: (touches: number) => `${inWords(touches)} cover${touches === 1 ? "s" : ""} part of it`,
  within: (within: number) =>
    `${inWords(within)} ${within === 1 ? "is" : "are"} somewhere within, outline unknown`,
  undated: (undated: number) =>
    `${plural(undated, "more has", "more have")} no recorded start and ${undated === 1 ? "is" : "are"} in no count.`,
  where: (area: string, region: string) => `${area}, ${region}.`,

  liveUnit: "initiatives live",
  liveRule:
    "Recorded initiatives whose dates hold the date shown and that cover the place, cover part of it or lie somewhere within. Where no end is recorded the programme’s longest run is assumed.",
  coversUnit: "cover + within",
  coversRule:
    "Covers: the outline holds at least 99.5 % of the place. Within: it lies in the place and its outline is unknown. The two are never added into depth.",
  coversGrade: (touches: number) =>
    touches === 0
      ? "None covers a part only."
      : `${plural(touches, "more covers", "more cover")} a part only.`,
  deepestUnit: "at once on the deepest ground",
  deepestRule:
    "The most outlines over one piece of the place’s ground; as a range where a cited size may reach it.",
  deepestGrade: "Outlines only: what lies somewhere within is not counted.",
  bodiesUnit: "accountable bodies",
  bodiesRule:
    "Different organisations that answer for the money, by the name that the registry gives.",
  ofLive: (known: number, live: number) =>
    `Recorded for ${count(known)} of ${plural(live, "initiative")} live.`,
  moneyUnit: "recorded budgets",
  moneyRule:
    "The sum of what is recorded. Spans differ: some are lifetime awards, some the years that were printed. What is not recorded is not counted as 0.",
  moneyNone: "£ –",
  endingUnit: "end within 12 months",
  endingRule:
    "Live on the date, with a last day in the twelve months after it, recorded or assumed.",
  churnUnit: "changes a year for each one live",
  churnRule:
    "Starts, ends and recorded rule changes in the 12 months to the date, over the mean number live. A lower bound: not every rule change is recorded.",

  timelineHeading: (lives: number) => `Stack timeline: ${plural(lives, "initiative")}`,
  timelineNote:
    "Solid: an outline is known. Hatched: somewhere within. Open end: no end is recorded, so the longest run is assumed.",
  timelineSpoken: (name: string, lives: number, cliffs: string) =>
    `${plural(lives, "initiative")} in ${name} along the years.${cliffs ? ` ${cliffs}.` : ""} The table under it gives the same facts.`,
  liveThen: (date: string, live: number) => `${date}: ${count(live)} live`,
  cliff: (ending: number, month: string, assumed: number) =>
    `${count(ending)} end ${month}${assumed > 0 ? ` (${count(assumed)} assumed)` : ""}`,
  cliffs: (words: readonly string[]) => `End together: ${listing(words)}.`,
  part: (share: string) => `${share} of it`,
  whole: "whole place",
  somewhere: "within",
  nothingEver: (name: string) => `No initiative is recorded in ${name} under these filters.`,
  undatedLives: (undated: number) =>
    `Not drawn: ${plural(undated, "initiative")} with no recorded start.`,
  sameFacts: "Same facts as a table",
  livesCaption: (name: string) => `Initiatives recorded in ${name}, whatever the date`,
  programme: "Programme",
  initiative: "Initiative",
  start: "Start",
  lastDay: "Last day",
  lastDayTitle: "The last day alive, recorded or assumed from the programme’s longest run",
  open: "no end recorded",
  assumed: ", assumed",
  howThere: "How it is there",
  partOfPlace: (share: string) => `Covers ${share} of the place`,
  budget: "Recorded budget",
  body: "Accountable body",

  stackHeading: (live: number, date: string) => `${count(live)} live on ${date}`,
  stackNote: "Open an entry’s source for its evidence, aims and partners.",
  nothingThen: "No recorded initiative was live here on this date.",
  nothingThenHint: "Move the date, or take a filter off.",

  groundHeading: (name: string) => `What covers the ground of ${name}`,
  groundNote:
    "Grid areas of the place’s ground under each set of outlines. Initiatives without an outline are not in it.",
  groundCaption: (name: string) => `Ground of ${name} by what covers it`,
  noGround: "No ground of this place is known.",
  coveredBy: "Covered by",
  uncovered: "No outline",
  depth: "Depth",
  ground: "Ground",
  groundTitle: "Square kilometres on the national grid; square metres in the file",
  shareColumn: "Of the place",
  band: (share: string, initiatives: string) => `${share} under ${initiatives}`,

  moneyHeading: "Money in the year of the date",
  moneyNote:
    "Each pound once, in the places where its initiative lies. What is not recorded is not 0.",
  moneyLoading: "Reading the money",
  moneyYear: (year: string) => `recorded for ${year}`,
  moneyPlaced: (words: string, counting: string) => `Placed ${words}. ${counting}`,
  moneyGrade: (assumed: number, unknown: number) =>
    [
      assumed > 0
        ? `${Math.round(assumed * 100)}% is a lifetime award spread evenly, assumed.`
        : "",
      unknown > 0 ? `${plural(unknown, "initiative")} more with no figure.` : "",
    ]
      .filter(Boolean)
      .join(" ") || "Every figure was printed for this year.",
  moneyPerHead: "a head",
  moneyPerHeadRule:
    "The year’s recorded money over the people of the place in the loaded statistics.",
  moneyNoPeople: "No people of this place are loaded, so money a head cannot be told.",
  funders: "funders",
  fundersRule:
    "Different funders with recorded money here in the year; one renamed on the way is one.",
  moneyUnknown: (unknown: number) =>
    `${plural(unknown, "initiative was", "initiatives were")} alive here in the year with no figure on record.`,
  moneyCaption: (year: string) => `Recorded money in ${year}`,
  moneyNothing: (year: string) => `No figure is recorded here for ${year}.`,
  funder: "Funder",
  moneyHere: "Here",
  moneyHereTitle: "The part of the figure that falls in this place, by the rule above",
  moneyBasis: "What the figure is",
  source: "Source",

  fitHeading: "Do the boundaries match?",
  fitNote: "Each live outline against the loaded reference areas, the one it is most like.",
  fitLoading: "Comparing boundaries",
  fitNone: "Nothing live here has an outline to compare.",
  fitUntested: (initiatives: number) =>
    `Not tested: ${plural(initiatives, "initiative is", "initiatives are")} located only, so there is no outline to compare.`,
  fitNoVerdict: "No verdict.",
  jaccard: (ratio: string) => `Jaccard ${ratio}`,
  likelyCause: (cause: string) => `Likely cause: ${cause}`,

  bodiesHeading: (bodies: number) =>
    `Who answers for the money: ${plural(bodies, "body", "bodies")}`,
  bodiesNote: "Accountable bodies of what is live on the date.",
  bodiesCaption: (name: string) => `Accountable bodies in ${name}`,
  bodyUnknown: "Not recorded",
  initiatives: "Initiatives",
  programmes: "Programmes",
  knownOf: (known: number, of: number) =>
    known > 0 && known < of ? `, ${count(known)} of ${count(of)}` : "",

  aimsHeading: (shared: number) => `Aims: ${plural(shared, "is", "are")} shared`,
  aimsNote:
    "As each programme states them, from one list of terms; what an initiative added of its own is not recorded.",
  aimsCaption: (name: string) => `Aims of the initiatives live in ${name}`,
  aim: "Aim",
  ofThese: (some: string, all: string) => `${some} of ${all}`,
} as const;
