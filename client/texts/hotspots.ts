/** What the hotspots screen says. British English; figures come worded from format.ts. */
import { count, inWords, listing, plural } from "../format.ts";

export const texts = {
  headline: (date: string, places: number, pile: number, alive: number, where = "England") => {
    if (alive === 0) return `No recorded initiative was live on ${date}`;
    if (places === 0) return `On ${date}, no place in ${where} had a recorded initiative`;
    const noun = places === 1 ? "place" : "places";
    if (pile < 2)
      return `On ${date}, ${count(places)} ${noun} in ${where} had a recorded initiative`;
    return `On ${date}, ${count(places)} ${noun} in ${where} had ${inWords(pile)} or more recorded initiatives at once`;
  },
  alive: (alive: number, withAny: number, places: number) =>
    `${plural(alive, "recorded initiative was", "recorded initiatives were")} live, in ${count(withAny)} of ${count(places)} places.`,
  most: (names: readonly string[], most: number) =>
    names.length > 2
      ? `${count(names.length)} places had most, ${count(most)} each;`
      : `${listing(names)} had most, ${count(most)}${names.length > 1 ? " each" : ""};`,
  rest: (without: number, places: number) =>
    without === 0
      ? "every place had at least one."
      : `${without * 2 > places ? "most places" : count(without)} had no recorded initiative.`,
  nothingLive: "Try a later date, or take a filter off.",
  counting: (names: readonly string[]) => `Counting only ${listing(names)}.`,
  others: (more: number) => `${count(more)} others`,
  incomplete: (names: readonly string[]) =>
    names.length === 0
      ? ""
      : `${plural(names.length, "list is", "lists are")} incomplete, so counts are floors:`,
  incompleteMore: (more: number) => ` and ${count(more)} more`,
  mapLabel:
    "Map of depth. The ranked list and the Find a place box give the same facts without it. Arrow keys move, plus and minus zoom, Enter opens what lies at the centre.",
  atCentre: (name: string, counts?: string) =>
    `At the centre: ${name}${counts ? `, ${counts}` : ""}. Enter opens it.`,
  nothingAtCentre: "No ground of the study at the centre",
  legendTitle: "Depth; places wholly covered at each. Select to filter",
  legendClass: (depth: string, places: number) =>
    `Depth ${depth}: ${plural(places, "place")} wholly covered`,
  metricLegend: "Places in each class, the same whatever the date. Select to filter",
  metricClass: (word: string, places: number) => `${word}: ${plural(places, "place")}`,
  metricAll: "Show every class",
  classesShown: (shown: number, classes: string) =>
    `Only places in class ${classes}: ${plural(shown, "place")}.`,
  noPlaceInClass: "No place is in this class on this date.",
  figureLoading: "Reckoning",
  figureFailed: (message: string) => `The figures could not be had. ${message}`,
  figureUnit: "Unit",
  figureRule: "Rule",
  figureSource: "Source",
  figureGrade: "How well known",
  figureHow: "Unit, rule, source and how well known",
  lookAhead: "Months ahead",
  monthsAhead: (months: number) => `within ${plural(months, "month")}`,
  endingHeading: (months: number) => `Initiatives that end within ${plural(months, "month")}`,

  legendAll: "Show every depth",
  discNote:
    "Hatched: 1, 3 or 9 more lie somewhere within, outlines unknown, never added to depth. “4 + 5” reads: four cover the place, five lie within.",
  discsNote:
    "Hatched discs on the ground: the smallest and largest reach of a cited size, in no depth. 2 to 3 initiatives: the third may be there.",
  pointsNote: "Dashed rings, close up: approximate points, in no depth.",
  pointCard: "Approximate point, recalled: the outline is not known. Counted in no depth.",
  pointHead: "Point",
  pointAt: (lat: string, lon: string) => `${lat}, ${lon}: approximate and recalled`,
  citedSize: (sizes: string, citation: string) => `Size cited: ${sizes} (${citation})`,
  range: (depth: number, depthMax: number) =>
    `${count(depth)} to ${plural(depthMax, "initiative")}`,
  deepest: (range: string) => `On its deepest ground ${range}, by how far the cited sizes reach.`,
  inset: "London, enlarged",
  hold: "Hold to compare",
  holdTitle:
    "Keeps this date and these filters. Then change either: the map shows both sides of a line, the list what changed",
  heldIs: (what: string) => `Compared with ${what}:`,
  heldOnly: (date: string, filters: string) => `${date}, only ${filters}`,
  heldSince: (more: number, fewer: number, same: number) =>
    `${plural(more, "place has", "places have")} more initiatives, ${count(fewer)} fewer, ${count(same)} as many.`,
  heldFigure: (more: number, less: number, same: number, untold: number) =>
    `${plural(more, "place has", "places have")} a higher figure, ${count(less)} a lower one, ${count(same)} the same${untold > 0 ? `; of ${count(untold)} it cannot be told on both sides` : ""}.`,
  letGo: "Stop comparing",
  heldSlider: "Line between what is held, on the left, and what is looked at",
  heldShare: (share: number) => `${share}% of the map shows what is held`,
  change: "Change",
  changeTitle: "Initiatives of any kind, against what is held",
  figureChangeTitle: "The figure now, and what it was in what is held",
  changeFrom: (before: number) => `from ${count(before)}`,
  figureFrom: (before: string) => `before ${before}`,
  metricHeadline: (
    date: string,
    names: readonly string[],
    noun: string,
    figure: string,
    where: string,
  ) =>
    names.length > 2
      ? `On ${date}, ${count(names.length)} places in ${where} had the highest ${noun}, ${figure} each`
      : `On ${date}, ${listing(names)} had the highest ${noun} of any place in ${where}, ${figure}`,
  metricNone: (date: string, noun: string, where: string) =>
    `On ${date}, no place in ${where} had any recorded ${noun}`,
  metricWaiting: (date: string, noun: string, where: string) =>
    `The ${noun} of places in ${where} on ${date}`,
  changeSpoken: (before: number, now: number) => `${count(now)}, before ${count(before)}`,
  north: "North is up",
  fullScreen: "Full screen",
  leaveFullScreen: "Leave full screen",
  wholeOf: (part: string) => `Whole of ${part}`,
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  mapLoading: "Drawing the map",
  mapFailed:
    "This browser cannot draw the map, because WebGL is switched off or missing. The list, the stack and the downloads work without it.",
  basemapFault:
    "The basemap could not be had, so the map is drawn without it. Nothing else depends on it.",
  mapFault: "Part of the map could not be fetched. The list and the stack are complete.",
  generalised: (title: string, vintage: string, accuracy: string) =>
    `Approximate outlines: ${title} (${vintage}). 19 in 20 points of the real edges lie within ${accuracy} of the drawn ones; not for judging whether boundaries match.`,
  someKm: "some km",
  geography: (title: string, vintage: string) =>
    `Places: ${title}${vintage ? `, ${vintage}` : ""}.`,
  unranked: "Places outside England can be opened but are not ranked.",
  listLabel: "Ranked places",
  rankBy: "Places by",
  rankByLabel: "Rank places by",
  rank: "Rank",
  noRankTitle: "Nothing here that this ranking goes by",
  placeColumn: "Place; a square each",
  covers: "Covers",
  coversTitle: "Initiatives whose outline covers the whole place",
  within: "Within",
  withinTitle: "Initiatives somewhere within the place, outline unknown",
  all: "All",
  allTitle: "Covers, covers part, and within",
  figureColumns: {
    people: "By people",
    money: "£ a head",
    claims: "Claims",
    burden: "Burden",
    need: "Not met",
  },
  lastYear: "Last year",
  lastYearTitle: "Started and ended in the 12 months to the date",
  funders: "Depts",
  fundersTitle: "Different lead departments behind the initiatives alive here",
  ending: "Ending",
  endingTitle: (months: number) =>
    `Initiatives that end within ${plural(months, "month")}, and their recorded money`,
  churn: "Churn",
  churnTitle: "Starts, ends and rule changes a year, for each initiative alive on average",
  changes: (started: number, ended: number) => `+${started} −${ended}`,
  changesSpoken: (started: number, ended: number) => `${started} started, ${ended} ended`,
  squares: (covers: number, touches: number, within: number) =>
    listing(
      [
        covers > 0 ? `${covers} cover` : "",
        touches > 0 ? `${touches} cover part` : "",
        within > 0 ? `${within} within` : "",
      ].filter(Boolean),
    ) || "nothing live",
  waiting: "…",
  pinned: "Chosen place, further down the list",
  seeAll: (places: number) => `See all ${count(places)}`,
  seeTop: (places: number) => `Show the first ${count(places)} only`,
  listNote: (undated: number) =>
    undated > 0
      ? `${plural(undated, "initiative has", "initiatives have")} no recorded start and ${undated === 1 ? "is" : "are"} left out. Ties share a rank.`
      : "Ties share a rank.",
  depthsShown: (shown: number, depths: string) =>
    `Only places at depth ${depths}: ${plural(shown, "place")}.`,
  noPlaceAtDepth: "No place is at this depth on this date.",
  outside: "Ground outside every place",
  outsideNote: "No places are loaded here, so only the outlines that cover this ground are told.",
  coverGround: "Cover this ground",
  notRanked: "Not ranked: the registry is England’s",
  rankWaiting: "Rank on its way",
  rankOf: (rank: string, places: number) => `Rank ${rank} of ${count(places)}`,
  liveHere: "initiatives live",
  coversWithin: "cover + within",
  partly: (touches: number) => plural(touches, "covers part", "cover part"),
  undatedHere: (undated: number) => `${count(undated)} undated`,
  bodies: "accountable bodies",
  bodiesUnknown: (unknown: number) => `accountable bodies, ${count(unknown)} not recorded`,
  known: (known: number, of: number) => `known, ${count(known)} of ${count(of)}`,
  knownTitle:
    "The sum of what is recorded. Spans differ: some are lifetime awards, some the years that were printed.",
  noMoney: "£ unknown",
  noneKnown: "money, none recorded",
  emptyStack: (date: string) => `No recorded initiative was live here on ${date}.`,
  emptyStackHint: "Try a later date, or take a filter off.",
  goTo: (date: string) => `Go to ${date}`,
  groupCount: (entries: number, ground: string) => `${count(entries)}: ${ground}`,
  ofPlace: (percent: string) => `${percent} of the place`,
  lifetime: "recorded budget",
  bodyUnknown: "Accountable body not recorded",
  missing: (names: readonly string[]) =>
    `Outline incomplete: ${listing(names)} cannot be drawn on this geography.`,
  evidenceOf: (name: string) => `Evidence for ${name}`,
  endRecalled: "end recalled",
  recalledNote: "Recalled: no document was read for this row.",
  noSource: "No document was read",
  sourceHead: "Source",
  noteHead: "Note",
  fundedBy: "Lead department",
  dateRead: (date: string) => `Read on ${date}.`,
  evidenceLoading: "Reading the evidence",
  versionsOf: "Its versions, and the files that they came from",
  aimsHead: "Programme’s aims",
  aimsNone: "Aims not recorded",
  partnersHead: "Partners",
  partnersNone: "Partners not recorded",
  partnerPart: (role: string, sector: string) => `${role} (${sector})`,
  recordLoading: "Reading aims and partners",
  recordFailed: "The aims and partners could not be read.",
  evidenceFailed: "The money and evidence could not be read.",
  restsOn: "What the counts rest on",
  restsIntro:
    "Choose a place on the map or in the list to see everything recorded there. Until then: how much of each programme the registry holds.",
  programmeColumn: "Programme",
  liveColumn: "Live",
  heldColumn: "Held",
  existedColumn: "Of how many",
  onePage: "Print one page",
  downloadIntro: "Of what is shown: this date and these filters.",
  downloadRegion:
    "Of this date and these filters. Places are the region’s; overlaps and initiatives are England’s.",
  openPlace: "Open place",
  placeGeojson: "GeoJSON",
  placeGeojsonTitle: "This place with its outline and every measure, as GeoJSON",
  overlaps: "Overlaps, GeoJSON",
  overlapsNote: "Ground by how many initiatives cover it",
  placesCsv: "Places, CSV",
  placesCsvNote: "The ranked list with every measure",
  figuresCsv: "Figures of places, CSV",
  figuresCsvNote: "By people, money per head, claims, burden and need, with what each is made of",
  initiativesCsv: "Initiatives, CSV",
  initiativesCsvNote: "What was live, with dates, money and sources",
} as const;
