/** Every word of the server-made pages, maps and briefings that the app does not say itself. */
import { count, plural, rank } from "../../../client/format.ts";
import { regionInText } from "../../../client/texts/words.ts";

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
  behind: (funders: number, ending: number) =>
    `${plural(funders, "lead department stands", "lead departments stand")} behind them; ${ending === 0 ? "none ends" : `${count(ending)} end${ending === 1 ? "s" : ""}`} within twelve months.`,
  whereIs: (
    name: string,
    region: string,
    area: string,
    row: { readonly rank: number; readonly tied: boolean } | undefined,
    places: number,
  ) =>
    `${name} is ${area}${region ? ` in ${regionInText(region)}` : ""}${row ? `, rank ${rank(row.rank, row.tied)} of ${count(places)} places` : ""}.`,
  rule: "Covers: the outline holds at least 99.5 % of the place. Within: it lies in the place and its outline is unknown; never added to depth. Counts are of recorded initiatives: none recorded is not none.",

  mapWithin: "somewhere within, outline unknown",
  mapCited: "smallest and largest reach of a cited size",
  mapPlaces: (places: number) => plural(places, "place"),
  mapInset: "London, enlarged",
  numbersAre: "A figure is what covers a place; “4 + 5” reads: four cover it, five lie within.",
  heights: "North is up, on the national grid.",

  hotspots: "Hotspots",
  places: "Places",
  programmes: "Programmes",
  checks: "Files taken in",
  firstOf: (shown: number, all: number) =>
    `The first ${count(shown)} of ${count(all)}; the reply of the API has all.`,
  coterminosity: "Coterminosity",
  streams: "Streams",
  need: "Need",
  classes: "What each class means",
  classWord: "Class",
  tier: "Tier",
  degreeOfFit: "Degree of fit by tier",
  jaccardBy: { ground: "Jaccard by ground", people: "Jaccard by people" },
  smallerPieces: (pieces: number) =>
    `${count(pieces)} smaller pieces are not listed; “All of it, JSON” has every one.`,
  peopleOf: (people: string) => `people: ${people}`,
  fitKey: (body: string, area: string) =>
    `Blue lines: gap, in ${area} and not in ${body}. Vermilion dots: overspill, in ${body} and not in ${area}. Plain: in both.`,
  skip: "Skip to the content",
  toApp: "This in the app, with its map",
  version: (version: string) => `Data version ${version}.`,
  plainNote:
    "These pages need no script. Their figures are those of the app, the API and the command line.",
  startHeading: "Where area-based initiatives overlap",
  lead: "Which initiatives fell on which places of England, when, what for, with whose money and through whom, 1994 to 2009: with what each statement rests on.",
  doorsHeading: "What do you want to do?",
  doorNotes: {
    "/plain/hotspots":
      "places in order of what falls on them, on any date, with filters, a map and files.",
    "/plain/places": "everything recorded at one place.",
    "/plain/coterminosity":
      "whether outlines match districts, police areas and regions, and why not.",
    "/plain/streams":
      "whose money runs on which year, what it asks for, and what may match what: worked cases and places.",
    "/plain/need": "people in deprived small areas, and whether an initiative was recorded there.",
    "/plain/programmes": "what each programme is, and how much of it is held.",
    "/plain/checks": "what was found in each file, what was repaired, and every version.",
  } as Readonly<Record<string, string>>,
  api: "The API",
  apiNote: "the same replies as JSON, described by OpenAPI.",
  problem: "This page could not be made",
  backToStart: "Back to the start",

  all: "all",
  show: "Show",
  region: "Region",
  allRegions: "All of England",
  category: "Kind of initiative",
  rankedPlaces: (shown: number, places: number) =>
    shown < places
      ? `The first ${count(shown)} of ${count(places)} places, in order`
      : `${plural(places, "place")}, in order`,
  tiesShare: "Places that tie share a rank.",
  place: "Place",
  touches: "Covers part",
  figureNote: "Made of",
  figuresNotKept:
    "Figures of people, money, claims and need are not kept with earlier data: places stand in order of cover.",
  touchesMeaning: "Initiatives whose outline covers part of the place",
  money: "Money",
  moneyMeaning: "Recorded budgets of those ending: often lifetime awards",
  map: "Map",
  mapAlt: (headline: string) => `Map of depth. ${headline}. The tables of this page say the same.`,
  mapSvg: "The map as SVG",
  mapPng: "as PNG",
  rests: "What this rests on",
  downloadsOf: "Files of this date and these filters. Each carries what it rests on.",
  reply: "The reply behind this page, as JSON",
  command: "The list from the command line, the same bytes:",
  emptyTable: "None.",

  stackHeading: "What was here",
  noneHere: "No recorded initiative was live here on this date.",
  measuresHeading: "Figures of the place",
  measuresCaption: "Every figure of the place, and what it means",
  measure: "Figure",
  figure: "Value",
  meaning: "What it means",
  initiative: "Initiative",
  dates: "Dates",
  ground: "How its ground is known",
  body: "Accountable body",
  evidence: "Evidence",
  placesLead: (places: string, regions: string) => `${places} places, in ${regions}.`,

  pinnedLabel: "About the data of this link",
  pinnedKept: (version: string) =>
    `These are the figures of data ${version}, as this link pins them.`,
  pinnedLost: (version: string) =>
    `This link was made with data ${version}, of which nothing is kept here.`,
  pinnedChanges: (version: string) => `This link was made with data ${version}.`,
  nowIs: (version: string) => `The data are now ${version}.`,
  shownIs: (version: string) => `The figures shown are of data ${version} and may differ.`,
  seeToday: "The same question asked of today’s data",

  briefing: "Briefing",
  briefingOf: "On one printed page",
  briefingFile: "as one file",
  lasting: "An address of this page that keeps its figures when the data change",
  qr: (address: string) => `QR code of ${address}`,
  online: "The same figures, with evidence",
  badgesAre: "Numbers on the map are those of the table.",
  certificate: (
    passed: boolean,
    conservation: number,
    violations: number,
    engine: string,
    crs: string,
  ) =>
    `Certificate: the areas ${passed ? "passed" : "failed"} their own check (area gained or lost in cutting: ${conservation === 0 ? "none" : `${conservation.toExponential(1)} of the whole`}; breaches of bounds: ${count(violations)}; engine ${engine}). Areas are grid areas on ${crs}.`,
  leading: (number: string, places: number, where: string, by: string, date: string) =>
    places === 1
      ? `The one place in ${where} with ${by}, ${date}`
      : `The ${number === String(places) ? count(places) : number} places in ${where} with ${by}, ${date}`,
  noneRanked: (where: string, date: string) =>
    `No place in ${where} has anything to rank on ${date}. Try a later date, or take a filter off.`,
  onMap: "Number on the map",
  part: "Part",
  which: "Programmes there",
  stackCaption: (entries: number) => `${plural(entries, "initiative")} live here`,
  how: "How it is here",
  coversShort: "covers the place",
  withinShort: "somewhere within, outline unknown",
  moreOnline: (more: string) => `And ${more} more, at the address above.`,

  notRecorded: "Not recorded",
  notKnown: "Not known",
  round: "Round",
  start: "First day",
  lastDay: "Last day",
  budget: "Recorded budget",
  area: "Ground",
  members: "Drawn from",
  missing: "Cannot be drawn",
  id: "Id in the registry",
  moneyCaption: "Every recorded figure",
  noMoney: "No money is recorded.",
  workedCase: "Worked case",
  about: "What it is",
  asPrinted: "As a document describes it",
  nothingOpen: "Nothing is noted as left open.",
  placePage: (name: string) => `Everything recorded in ${name}`,
  claimsReply: "The claims by day, as JSON",
  budgets: "Budgets that several streams share",
  budgetsCaption: "Budgets; how each is divided among its streams is not published",
  budgetName: "Budget",
  aYear: "A year",
  roughly: (money: string) => `about ${money}`,
  paidBy: "Paid by",
  mayMatch: (what: string) => `may be set against ${what}`,
  mayNotMatch: (what: string) => `not against ${what}`,
  fromTo: (first: string, last: string) => `${first} to ${last}`,
  year: "Year",
  kind: "Kind",
  funder: "Funder",
  partner: "Partner",
  role: "Part",
  aim: "Aim",
  weight: "Weight",

  programmesLead:
    "A count is of recorded initiatives. Where a programme is not held whole, it is a floor.",
  programmesCaption: (programmes: number) => plural(programmes, "programme"),
  programmeWord: "Programme",
  department: "Lead department",
  held: "How much is held",
} as const;
