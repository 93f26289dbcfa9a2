/** What is said of partners, boards and the meetings they hold. British English. */
import { count, plural } from "../format.ts";

export const texts = {
  orMore: (value: number) => `${count(value)} or more`,
  notRecorded: "not recorded",
  noPartners: "No partner is recorded.",
  hereHead: "Partners of what is live",
  hereNote: "Organisations that are recorded as taking part. What is not recorded is not absent.",
  hereLoading: "Reading the partners",
  hereSentence: (partners: number, boards: number) => {
    const seats =
      boards === 0
        ? "No board is recorded here, so how many boards each sits on is unknown."
        : `${plural(boards, "board is", "boards are")} recorded.`;
    return partners === 0
      ? `No partner is recorded. ${seats}`
      : `${plural(partners, "organisation is", "organisations are")} recorded. ${seats}`;
  },
  hereUnknown: (initiatives: number) =>
    `Of ${plural(initiatives, "initiative")} live here no partner is recorded.`,
  hereCaption: (name: string) => `Partners of the initiatives live in ${name}`,
  sector: "Sector",
  role: "Part",
  takesPartIn: "Initiatives",
  takesPartTitle: "Initiatives live here in which it is recorded as taking part",
  boardsTitle: "Boards here on which a seat is recorded",
  coreSentence: (present: number, expected: number, share: string) =>
    `${count(present)} of the ${count(expected)} kinds of core member are recorded as taking part (${share}). A kind of which nothing is recorded is unknown, not absent.`,
  coreKinds: "Kinds of core member",
  widerKinds: "Community, voluntary, business and faith",
  attendance: { present: "takes part", absent: "does not take part", unknown: "not recorded" },
  attendanceMark: { present: "●", absent: "○", unknown: "?" },
  kind: {
    local_authority: "Local authority",
    health: "Health",
    police: "Police",
    benefits_agency: "Benefits Agency",
    employment_service: "Employment Service",
    small_business_service: "Small Business Service",
    youth_support_service: "Youth Support Service",
    learning_and_skills_council: "Learning and Skills Council",
    university: "Universities",
    regional_development_agency: "Regional Development Agency",
    government_office: "Government Office",
    community: "Community",
    voluntary: "Voluntary",
    business: "Business",
    faith: "Faith",
  },
  networkHead: "Organisations and the boards they sit on",
  networkLabel: (organisations: number, boards: number) =>
    `${plural(organisations, "organisation")} and ${plural(boards, "board")}, a line a seat; the table after it says the same`,
  networkRest: (rest: number) => `${plural(rest, "more organisation")} in the table.`,
  loadTable: "Organisations, the boards they sit on and the meetings that takes",
  organisation: "Organisation",
  boards: "Boards",
  meetings: "Meetings a year",
  meetingsRule: "Sum over its boards. “Or more” where a board does not say how often it meets.",
  matrixHead: (organisations: number, boards: number) =>
    `Membership: ${plural(organisations, "organisation")} by ${plural(boards, "board")}`,
  matrixTable: "Membership of each board",
  nothing: "nothing recorded",
  overlapHead: (pairs: number) => `Boards that share members: ${plural(pairs, "pair")}`,
  overlapTable: "Pairs of boards and who sits on both",
  first: "First",
  second: "Second",
  sharedSeats: "On both",
  shareOfEither: "Of all on either",
} as const;
