import type { Field } from "../export.ts";

/** The columns of the export of initiatives, in the order of its rows. */
export const INITIATIVE_FIELDS: readonly Field[] = [
  { name: "id", type: "text", meaning: "Id in the registry." },
  { name: "programme", type: "text", meaning: "Code of its programme." },
  { name: "programme_name", type: "text", meaning: "Name of its programme." },
  {
    name: "category",
    type: "text",
    meaning: "holistic, theme, client or partnership (PAT 17 §4.45).",
  },
  {
    name: "department",
    type: "text",
    meaning:
      "Department of its programme, one word for it and its successors; empty is not recorded.",
  },
  {
    name: "lead_department",
    type: "text",
    meaning: "The departments as the registry states them.",
  },
  { name: "name", type: "text", meaning: "Name of the initiative." },
  { name: "round", type: "text", meaning: "Round or wave of its programme." },
  { name: "start", type: "text", meaning: "First day." },
  {
    name: "end",
    type: "text",
    meaning:
      "The day after the last day, so that an end and the next start are one date; " +
      "empty where no end is recorded.",
  },
  {
    name: "last_day",
    type: "text",
    meaning: "The last day alive, the day before end; empty where no end is recorded.",
  },
  {
    name: "end_confidence",
    type: "text",
    meaning:
      "sourced, or recalled where the row or its notes say that the end was not read in a document; " +
      "empty where no end is recorded.",
  },
  {
    name: "end_assumed",
    type: "text",
    meaning:
      "Where no end is recorded, the day from which the counts leave it out: its programme's longest " +
      "run after the start, or its programme's end if that comes first; empty where neither is known.",
  },
  { name: "budget_gbp", type: "real", meaning: "Budget as recorded; empty where none is." },
  { name: "accountable_body", type: "text", meaning: "Who answers for its money." },
  {
    name: "grade",
    type: "text",
    meaning: "How its boundary on the date is known: composed, generalised, indicative, located.",
  },
  { name: "area_m2", type: "real", meaning: "Grid area of its outline; empty where not drawn." },
  { name: "missing", type: "list", meaning: "Member areas that the geography cannot draw." },
  {
    name: "confidence",
    type: "text",
    meaning: "Of the row as such: sourced, or recalled: no document read. See notes.",
  },
  { name: "source", type: "text", meaning: "The documents." },
  { name: "notes", type: "text", meaning: "What is to be known of single fields, in words." },
];
