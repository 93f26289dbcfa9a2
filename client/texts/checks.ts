/** What the screen of stored check reports says. British English. */
import { count, plural } from "../format.ts";

type Standing = "decide" | "repairable" | "note";
type Change = "added" | "changed" | "confirmed" | "removed" | "kept";

const squareMetres = (m2: number) =>
  `${m2 < 0 ? "−" : ""}${Math.abs(m2).toLocaleString("en-GB", { maximumFractionDigits: 1 })} m²`;
const shareOf = (share: number) =>
  Math.abs(share) > 10
    ? "many times what it was"
    : `${share < 0 ? "−" : ""}${Math.abs(100 * share).toFixed(4)} %`;

/** How a report of a file came out, as a person says it. */
interface Verdict {
  readonly decide: number;
  readonly repairable: number;
  readonly note: number;
}

/** Each kind of problem in two or three words; the report has the sentence. */
export const KIND_WORDS: Readonly<Record<string, string>> = {
  "damaged-record": "damaged record",
  "bad-coordinate": "bad coordinate",
  "no-geometry": "no outline",
  "not-polygon": "point or line",
  "stray-hole": "hole outside",
  "outside-country": "outside Great Britain",
  "constant-shift": "whole file off",
  "unknown-area": "area not known",
  "ambiguous-area": "name of several areas",
  "duplicate-id": "id twice",
  "rows-differ": "rows disagree",
  "dates-reversed": "ends before it starts",
  "date-unreadable": "date not readable",
  "boundary-dates-meet": "boundary dates overlap",
  "amount-unreadable": "amount not readable",
  "self-intersection": "crosses itself",
  "self-touch": "touches itself",
  spike: "spike",
  "flat-ring": "ring without ground",
  "repeated-ring": "ring twice",
  "unclosed-ring": "ring not closed",
  "parts-overlap": "parts overlap",
  "tiny-hole": "tiny hole",
  "wrong-winding": "wrong way round",
  "ground-twice": "ground drawn twice",
  "date-in-future": "starts in the future",
  "amount-not-plain": "amount with symbols",
};

/** The words of a kind; one that a later version wrote stands by its id. */
export const kindWord = (problem: string): string => KIND_WORDS[problem] ?? problem;

export const texts = {
  title: "Files taken in",
  heading: (files: number) =>
    files === 0
      ? "No file has been taken in here"
      : `${plural(files, "file has", "files have")} been taken in`,
  lead: "Each was checked first. Its report is kept as it was on that day, with what was repaired, and every version of what it changed can be brought back.",
  reading: "Reading the reports",
  readingOne: "Reading the report",
  readingVersions: "Reading the history",
  none: "What you see was loaded with Patchwork itself; no file of outlines, areas, streams or weights was imported since.",
  noneHint: "To look at a file first, then take it in, on the command line where Patchwork runs:",
  checkExample: "npm run -s patchwork -- check zones.geojson",
  importExample: "npm run -s patchwork -- import zones.geojson --programme HAZ",

  reports: "Reports",
  reportsNote: "Newest first. A report opens on every problem with its place.",
  reportsCaption: "Files that were taken in, with what was found in each",
  file: "File",
  taken: "Taken in",
  who: "By",
  source: "Source",
  found: "Found",
  repairs: "Repairs accepted",
  madeVersions: "Versions made",
  hash: "SHA-256",
  hashRule:
    "The hash of the file as it was stored: the first twelve figures. The whole stands in the report.",
  notRecorded: "not recorded",
  ofProposed: (accepted: number, proposed: number) =>
    proposed === 0 ? "none proposed" : `${count(accepted)} of ${count(proposed)}`,
  verdict: ({ decide, repairable, note }: Verdict): string => {
    const parts = [
      ...(decide > 0 ? [`${plural(decide, "kind", "kinds")} to decide`] : []),
      ...(repairable > 0 ? [`${plural(repairable, "kind", "kinds")} to repair`] : []),
      ...(note > 0 ? [`${plural(note, "kind", "kinds")} worth knowing`] : []),
    ];
    return parts.length === 0 ? "Nothing wrong" : parts.join(", ");
  },
  verdictRule: "Kinds of problem by what to do about them; a kind may concern many features.",
  kindsOnly: (kinds: number) =>
    kinds === 0 ? "Nothing wrong" : `${plural(kinds, "kind", "kinds")} of problem`,
  copyTable: "Copy as table",
  copyCall: "Copy as API call",
  copyCommand: "Copy as command",

  noReport: "There is no such report",
  noReportHint:
    "The number in the address is of no report in this data. The list has those there are.",
  back: "All files taken in",
  reportHeading: (file: string, kinds: number) =>
    kinds === 0
      ? `Nothing was wrong with ${file}`
      : `${file}: ${plural(kinds, "kind", "kinds")} of problem`,
  reportLead: (features: number, rows: boolean, checked: string) =>
    `${plural(features, rows ? "row" : "feature")}, checked on ${checked}. This is what was found then; nothing in it changes afterwards.`,
  about: "The file",
  coordinates: "Coordinates",
  noCoordinates: "a table has none",
  known: "How that is known",
  sure: "How sure",
  sureUnknown: "not said in a report of this age",
  format: "Read as",
  points: "Points",
  notes: "What holds for the file as a whole",
  columns: "What its columns hold",
  columnsCaption: "Columns of the file, what each was taken as, and how sure that was",
  column: "Column",
  holds: "Taken as",
  confidence: "Sure",
  filled: "Filled",
  example: "First value",
  notTaken: "nothing: it was passed over",
  noColumns: "The file has no columns beside its outlines.",

  kinds: "Kinds of problem, with the features of each",
  kindsAll: "Show all kinds",
  standings: {
    decide: "For you to decide",
    repairable: "Repairs proposed",
    note: "Worth knowing",
  } satisfies Record<Standing, string>,
  standingNotes: {
    decide: "Only a person can say what was meant.",
    repairable: "Nothing is mended before it is accepted.",
    note: "Nothing need be done.",
  } satisfies Record<Standing, string>,
  places: (places: number, features: number) =>
    places > features ? `in ${plural(places, "place")}` : "",
  repairIs: "Repair",
  repairChange: (m2: number) => `Area changes by ${squareMetres(m2)}.`,
  findingsCaption: (sentence: string) => `Where: ${sentence}`,
  feature: "Feature",
  featureRule: "Counted from 1, in the order of the file.",
  id: "Id",
  name: "Name",
  place: "Place",
  placeRule: "Longitude, latitude. Opens the map there.",
  ring: "Ring",
  ringRule: "Counted from 1, over all rings of the feature.",
  size: (unit: "m2" | "m" | null) => (unit === "m" ? "Metres" : "m²"),
  field: "Column",
  value: "Value",
  seeMore: (more: number, rest: number) =>
    more === rest ? `See the other ${count(rest)}` : `See ${count(more)} more of ${count(rest)}`,
  noProblems: "Nothing was wrong with it.",
  noneOfKind: "No problem of this kind is in the report.",

  proposals: (n: number) => plural(n, "repair was proposed", "repairs were proposed"),
  proposalsNote: (accepted: number, proposed: number) =>
    accepted === 0
      ? "None was accepted: the outlines stand as they were drawn."
      : accepted === proposed
        ? "All were accepted. The outlines as drawn are the version before."
        : `${count(accepted)} accepted, ${count(proposed - accepted)} left as drawn.`,
  together: (outlines: number, before: number, after: number, change: number, share: number) =>
    `All together, of ${plural(outlines, "outline")}: ${squareMetres(before)} before, ${squareMetres(after)} after, ${squareMetres(change)} (${shareOf(share)}).`,
  largerNone: "No outline changes by more than 0.01 %.",
  larger: (n: number) => `${plural(n, "outline changes", "outlines change")} by more than 0.01 %`,
  largerCaption: "Outlines that all repairs together change by more than 0.01 % of their area",
  cause: "Since",
  shareOf,
  share: "Share",
  proposalsHead: "Each repair",
  proposalsCaption: "Repairs proposed, what each does to the area, and whether it was accepted",
  proposal: "Repair",
  before: "Before, m²",
  after: "After, m²",
  change: "Change, m²",
  accepted: "Accepted",
  yes: "yes",
  no: "no, as drawn",
  picture: "Before and after",
  show: "Show",
  hide: "Hide",
  noPicture: "not kept",
  showing: (what: string) => `Before and after: ${what}`,
  pictureFailed: "The picture could not be drawn. The figures beside it stand.",
  acceptMore:
    "Repairs are accepted where a file is taken in. To accept what was left as drawn, import the file again with:",

  pictureOf: (name: string, title: string) =>
    `${name}, before and after: ${title}. Places that it mends are ringed.`,

  history: "Versions",
  historyNote:
    "Oldest first. Every change of the data, what it concerns, and how to go back to it.",
  historyCaption: "Every change of the data",
  historyOf: (thing: string) => `Versions of ${thing}`,
  historyOfReport: "Versions that it made",
  thing: "Of",
  everything: "everything",
  confirmedOn: (day: string) => `Last confirmed by a file on ${day}.`,
  neverConfirmed: "No file has confirmed it yet: it stands as it was loaded.",
  version: "Version",
  what: "What",
  when: "Made",
  dateRead: "Source read",
  licence: "Licence",
  concerns: "Concerns",
  fromReport: "Report",
  toReport: (id: number) => `Report ${count(id)}`,
  thingKinds: {
    initiative: "initiative",
    layer: "reference layer",
    programme: "programme",
    weights: "set of weights",
    stream: "funding stream",
    board: "board",
    case: "worked case",
  } as Readonly<Record<string, string>>,
  changes: {
    added: "added",
    changed: "changed",
    confirmed: "confirmed",
    removed: "taken out",
    kept: "as it stood before",
  } satisfies Record<Change, string>,
  concernsMany: (counts: readonly (readonly [Change, number])[]) =>
    counts.length === 0
      ? "everything that is loaded"
      : counts.map(([change, n]) => `${count(n)} ${texts.changes[change]}`).join(", "),
  goBack: "Go back to it",
  outlines: "Outlines as they stood",
  copyRestore: "Copy command",
  restoreNote:
    "The server only reads, so going back is a command where Patchwork runs. It makes a new version; nothing is lost.",
  loadedAs: "loaded",
} as const;
