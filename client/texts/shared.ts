/** What every screen says: header, notices, loading, empty, failed and offline. British English. */

import { clip, count, plural } from "../format.ts";
import type { Doubt } from "../view.ts";

const DOUBT_WORDS: Record<Doubt["part"], (value: string) => string> = {
  screen: (value) => `There is no page “${value}”, so the start is shown.`,
  d: (value) =>
    `“${value}” in the address is not a date between 1 January 1994 and 31 December 2009, so the nearest sensible date is shown.`,
  cat: (value) => `There is no category “${value}”, so it was left out.`,
  prog: (value) => `There is no programme “${value}” in this data, so it was left out.`,
  dep: (value) => `There is no department “${value}” in this data, so it was left out.`,
  aim: (value) => `No programme in this data works towards “${value}”, so it was left out.`,
  fund: (value) => `There is no funder “${value}” in this data, so it was left out.`,
  region: (value) => `There is no region “${value}” in this data, so England is shown.`,
  by: (value) => `There is no ranking “${value}”, so places are ranked by covers.`,
  months: (value) => `“${value}” is no number of months from 1 to 120, so 12 are looked ahead.`,
  depth: (value) => `There is no depth “${value}”, so it was left out. Depths run from 0 to 6.`,
  place: (value) => `There is no place with the code “${value}” in this data.`,
  cell: (value) => `There is no ground “${value}” outside the places in this data.`,
  vs: () => "What the address compares with could not be read, so nothing is compared.",
  v: () => "The map position in the address could not be read, so the whole of England is shown.",
};

const FAILED_HINTS: Readonly<Record<string, string>> = {
  "client/offline":
    "No answer came from the server. Check that it is running (npm start), then try again.",
  "client/cancelled": "You stopped waiting. Nothing was changed.",
};

export const shared = {
  product: "Patchwork",
  title: (headline: string) => `${headline} | Patchwork`,
  doubt: ({ part, value }: Doubt) => DOUBT_WORDS[part](clip(value)),
  otherVersion: (asked: string, held: string) =>
    `This link was made with data ${asked}. The figures shown are of data ${held} and may differ.`,
  changedSince: (asked: string, held: string, changes: readonly string[]) =>
    `This link was made with data ${asked}. The figures shown are of data ${held}. ${changes.join(" ")}`,
  nav: "Main",
  menu: "Menu",
  screens: {
    start: "Start",
    hotspots: "Hotspots",
    coterminosity: "Coterminosity",
    streams: "Streams",
    export: "Export",
  },
  england: "England",
  skipToMain: "Skip to the main part",
  skipToList: "Skip to the ranked list",
  version: (version: string) => `Data ${version}`,
  plainPages: "Pages without script",
  filesTaken: "Files taken in",
  versionTitle: (version: string) =>
    `Data version ${version}. The same question on the same data gives the same figures.`,
  find: "Find a place",
  findHint: "A place, an initiative, an accountable body or an organisation that takes part",
  findNone: (text: string) =>
    `No place, initiative, accountable body or partner is called “${text}”`,
  findCount: (found: number) => `${plural(found, "match", "matches")} found`,
  foundInitiative: (programme: string, place: string) => `${programme}, opens ${place}`,
  foundBody: (initiatives: number) =>
    `accountable body of ${plural(initiatives, "initiative")}: list them`,
  foundOrganisation: (initiatives: number) =>
    `takes part in ${plural(initiatives, "initiative")}: list them`,
  findMembers: (name: string, initiatives: number) =>
    `${plural(initiatives, "initiative")} of ${name}`,
  to: (least: string, most: string) => (least === most ? least : `${least} to ${most}`),
  close: "Close, Esc",
  unknown: "not recorded",
  howReckoned: (unit: string) => `How “${unit}” is reckoned`,
  howWord: "how it is reckoned",
  ruleWord: "Rule",
  gradeWord: "How well known",
  evidenceWord: "Evidence",
  noDocument: "No document was read",
  takeTable: "Download table, CSV",
  allRows: (shown: number, all: number) =>
    `Show ${shown === all ? "all " : ""}${count(shown)} rows`,
  rowsBeyond: (shown: number, all: number, file: boolean) =>
    `${count(shown)} of ${count(all)} rows can be shown here${file ? "; the file has them all" : ""}.`,
  firstRows: (rows: number) => `Show only the first ${count(rows)}`,
  sourced: "sourced",
  recalled: "recalled",
  download: "Download",
  copyAddress: "Copy address",
  copyCommand: "Copy command",
  copyLink: "Copy link",
  copied: "Copied",
  notCopied: (text: string) => `The browser did not allow copying. The text is: ${text}`,
  loading: "Loading the study",
  screenLoading: "Opening the page",
  screenFailed: "The page could not be opened",
  partFailed: "This part could not be read",
  failedHead: "The data could not be read",
  failedHint: (code: string) =>
    FAILED_HINTS[code] ?? "What the server said is above. Put it right, then try again.",
  codeWord: (code: string) => `Code: ${code}`,
  stillWorking: ". The server is still at work on it.",
  stopWaiting: "Stop waiting",
  retry: "Try again",
  offline:
    "You are offline: no answer comes from the server. What was loaded still works, the date and the filters too. Evidence, downloads and what was not opened yet wait for the connection.",
  dismiss: "Put this message away",
} as const;
