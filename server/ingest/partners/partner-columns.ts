/** The columns of the public file of partners: docs/funding.md describes each. */
export const PARTNER_COLUMNS = {
  body: "id of a board; empty where the row is a part in an initiative itself",
  body_name: "what the board is called",
  case: "id of the worked case it belongs to",
  initiative: "id of the initiative: the one the board runs, or the one taken part in",
  place: "code of the place the board sits in",
  meetings_a_year: "how often the board meets",
  aims: "terms of the controlled list, a star after the main ones: jobs*; skills",
  targets: "topic | measure | value | last day; several with ; between",
  organisation: "who has the seat; no person is named",
  sector: "the part it plays there",
  kind: "which of the kinds of member of PAT 17 §5.17 and §5.19 it is",
  role: "chair, accountable body, member",
  attendance: "present, absent or unknown; present where empty",
  source: "the document that says so; where empty, what --source says, or the file itself",
  notes: "what a reader should know",
} as const;

export type PartnerColumn = keyof typeof PARTNER_COLUMNS;
