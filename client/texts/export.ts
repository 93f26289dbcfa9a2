/** What the export screen says. British English. */

import { count, plural } from "../format.ts";

export const texts = {
  title: "Export",
  heading: "Take the answer away",
  lead: "A file of the question asked here: the same bytes as the command line writes, with what it rests on.",
  what: "What",
  whatNote: "One row of the file is …",
  rowIs: {
    cells: "ground by the set of initiatives whose outlines cover it",
    pairs: "two initiatives whose outlines share ground",
    places: "a place of England, best first",
    initiatives: "an initiative alive on the date",
    streams: "a funding stream alive on the date, with its rules",
    claims: "a claim that falls due in the twelve months from the date",
    partners: "an organisation in an initiative alive on the date",
    coterminosity: "an initiative held against a reference area",
    gaps: "the gap or the overspill of an initiative that nearly matches an area",
    need: "a small area in need, with what reaches it",
    uncovered: "a small area in need with no recorded initiative",
    "need-regions": "a region, with its people in need",
    "need-places": "a place, with its people in need",
    figures: "a place, with its people, money, claims, burden and need",
    contrast: "an edge of an initiative, with money a head on both sides",
  } as Readonly<Record<string, string>>,
  format: "Format",
  formatNotes: {
    geojson:
      "WGS 84, longitude first, seven decimals: about a centimetre. For the web and most tools.",
    gpkg: "National grid (EPSG:27700), every coordinate as computed. For QGIS and ArcGIS.",
    fgb: "National grid (EPSG:27700). For large maps.",
    csv: "No ground. For spreadsheets: a cell that a sheet would run is guarded.",
    ics: "Dates for a calendar.",
  } as Readonly<Record<string, string>>,
  timeNote: "Dates are ISO; an end is the day after the last day. No file says when it was made.",
  download: (title: string) => `Download ${title}`,
  aboutFile: "What it rests on, JSON",
  copyTable: "Copy as table",
  wholeEngland: "Files hold all of England: the region is for the map and the briefing.",
  copyCall: "Copy API call",
  copyCommand: "Copy command",
  /** Of how many is left out where the rest is not known. */
  fieldsChosen: (chosen: number, all: number | undefined) =>
    chosen === all
      ? `Fields: all ${all}`
      : `Fields: ${chosen}${all === undefined ? "" : ` of ${all}`}`,
  fieldsNote: "Leave out what you do not need. What a field means stands in the file too.",
  allFields: "Take all fields",
  alwaysThere: (meaning: string) => `${meaning} Names the row, so it is always there.`,
  weighing: "weighing…",
  sizeUnknown: "size not known",
  fieldsCaption: "Fields of the file and what each means",
  field: "Field",
  type: "Kind",
  meaning: "Means",
  types: { text: "text", integer: "whole number", real: "number", list: "list of ids" } as const,
  preview: (shown: number, total: number) =>
    shown < total ? `The first ${count(shown)} of ${plural(total, "row")}` : plural(total, "row"),
  previewCaption: "How the file begins",
  noRows: "The file has no rows: nothing was live on this date under these filters.",
  reading: "Reading the fields and the first rows",
  readingUnits: "Reading what can be taken away",
  methods: "Methods text and citation",
  methodsNote: "For a paper or a report; it stands in the file too.",
  methodsText: (parts: {
    title: string;
    version: string;
    areas: string;
    grid: string;
    certificate: boolean;
    of: string;
    incomplete: number;
    sources: readonly string[];
  }) =>
    `${parts.title} (Patchwork, data ${parts.version}). Outlines were cut into cells on a grid of ${parts.grid} in ${parts.areas}; figures are sums over cells. The certificate of the ${parts.of === "question" ? "question’s" : "study’s"} partition ${parts.certificate ? "passed" : "failed"}. ${parts.incomplete === 0 ? "Every programme in the answer is held whole." : `${plural(parts.incomplete, "programme is", "programmes are")} not held whole, so “no initiative” means none recorded.`} Sources: ${parts.sources.join("; ")}.`,
  copyMethods: "Copy methods text",
  citation: "Citation",
  copyCitation: "Copy citation",
  documents: "To look at and print",
  documentsNote: "Of the same question; of the region or place chosen here.",
  briefing: "Briefing, one A4 page",
  briefingFile: "Briefing as one file",
  mapSvg: "Map, SVG",
  mapPng: "Map, PNG",
  plain: "These figures without script",
  filesTaken: "The files that the data were taken from, and what was repaired in them",
} as const;
