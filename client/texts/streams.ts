/** What the streams screen says. British English; figures come worded from format.ts. */
import { count, inWords, plural } from "../format.ts";

const MONTH_NAMES =
  "January February March April May June July August September October November December".split(
    " ",
  );

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const claims = (value: number) => `${inWords(value)} ${value === 1 ? "claim" : "claims"}`;
/** 9 -> "9", 8.83 -> "8.8". */
const tenths = (value: number) => String(Number(value.toFixed(1)));

export const texts = {
  title: (subject: string) => `Funding streams, ${subject}`,
  loading: "Reading the streams",
  allStreams: "Funding streams",
  takeJson: "Download all figures, JSON",
  months: MONTH_NAMES.map((name) => name.slice(0, 3)),
  monthNames: MONTH_NAMES,
  monthShort: (month: string) => MONTH_NAMES[Number(month.slice(5, 7)) - 1]!.slice(0, 3),
  monthOf: (month: string) => `${MONTH_NAMES[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`,

  headNothing: (subject: string) => `No recorded stream runs in ${subject} on this date`,
  headPlace: (place: string, said: string) =>
    `${place}: ${said.charAt(0).toLowerCase()}${said.slice(1)}`,
  headProjects: (value: number, whole: boolean, projects: string) =>
    `${whole ? capital(claims(value)) : `At least ${claims(value)}`} a year for one of ${projects} small projects, and an unknown number for the other`,
  headUndeliverable: (peak: string, month: number | null) =>
    `Funded on paper, undeliverable in practice: ${peak} has to be laid out${month === null ? "" : ` by month ${count(month)}`}, more than there is to lay out`,
  headDeliverable: (peak: string) => `At most ${peak} has to be laid out before it is paid`,
  headClaims: (value: number, whole: boolean, cycles: number) =>
    `${whole ? capital(claims(value)) : `At least ${claims(value)}`} a year, on ${cycles === 1 ? "one cycle" : `${inWords(cycles)} cycles`}${whole ? "" : " or more"}`,
  headYearless: (value: number) => `${capital(claims(value))} a year; on which year is not stated`,
  headUnknown: (streams: number, cycles: number) =>
    `${capital(inWords(streams))} streams on at least ${inWords(cycles)} cycles; nothing says how many claims they ask for`,
  leadPlace: (place: string) => `${place}.`,
  leadCycles: (least: number, unspecified: number, more: boolean) =>
    `${more ? `At least ${inWords(least)}` : capital(inWords(least))} ${least === 1 ? "cycle" : "cycles"}${unspecified > 0 ? `, ${inWords(unspecified)} of them unspecified` : ""}.`,
  leadShared: (dates: number) =>
    `On ${plural(dates, "date")} claims of two streams or more fall due together.`,
  leadQuarters: "Quarter ends coincide although year ends do not.",
  leadWindow: (months: number) => `The years share ${tenths(months)} months of 12.`,
  leadUnits: (units: string) => `${capital(units)} cannot be added.`,
  leadManyUnits: (units: number) => `${capital(inWords(units))} units of output cannot be added.`,

  orMore: (value: number) => `${count(value)} or more`,
  notKnown: "not known",
  notStated: "not stated",
  notRecorded: "not recorded",
  statedOnlyAs: (note: string) => `not stated: ${note}`,
  claimsFor: (project: string) => `claims a year for ${project}`,
  testUnit: (stream: string) => `to be laid out: ${stream}`,
  testRule: (verdict: string) => `The most that is spent and not yet paid. ${verdict}.`,
  testVerdict: {
    deliverable: "It can be delivered under its own rules",
    undeliverable: "Funded on paper, undeliverable in practice",
    underfunded: "Not funded in full",
    "not known": "It cannot be told from what is stated",
  },
  claimsUnit: "claims a year",
  noCycle: "No stream states its year.",
  claimsRule:
    "Claims that the streams ask for in twelve months. “Or more” where a stream does not say; “not known” where none does.",
  datesUnit: (shared: number) =>
    shared > 0 ? `due dates; on ${count(shared)} of them claims coincide` : "due dates",
  datesRule: (week: number) =>
    `Different days on which a claim falls due in the financial year. Most in any seven days: ${count(week)}. Where only the frequency is stated, a claim is taken as due on the last day of its period.`,
  cyclesUnit: (unspecified: number) =>
    unspecified > 0 ? `cycles, ${inWords(unspecified)} of them unspecified` : "cycles",
  cyclesRule: (notStated: number) =>
    `Different first days of a year, and years that are only said to differ. ${notStated > 0 ? `${plural(notStated, "stream says", "streams say")} nothing of a year and may add more.` : "Every stream states its year."}`,
  monthsShort: (months: number) => plural(Number(tenths(months)), "month"),
  outOfStep: (a: string, b: string) => `out of step, ${a} to ${b}`,
  outOfStepRule: (days: number) =>
    `How far apart the two years begin, by the shorter way round: ${plural(days, "day")}. Six months is the most possible.`,
  ofTwelve: (months: number) => `${tenths(months)} of 12`,
  windowUnit: "months that all stated years share",
  windowRule:
    "Of the years that begin in one calendar year: from the last to begin to the first to end.",
  hhiUnit: (project: string, funders: number) =>
    `funder concentration, ${project}: ${plural(funders, "source")}`,
  hhiRule: (effective: string) =>
    `Sum of squared shares: 1 is a single funder. The split is not published, so this is the range that every split allows; as good as ${effective} equal funders.`,
  fundersUnit: (funders: number) => `funder concentration, ${plural(funders, "department")}`,
  fundersRule: (effective: string) =>
    `Sum of squared shares of the year's money: 1 is a single department. A range where an amount is not recorded; as good as ${effective} equal ones.`,
  matchUnit: (stream: string) => `a year may carry ${stream} as match`,
  matchRule: "The most that this stream may be set against.",
  unitsUnit: (clashes: number) =>
    `units of output that cannot be added, in ${plural(clashes, "pair")}`,

  wheelHead: "Cycle wheel",
  wheelNote:
    "Heavy bar: the year starts. Thin bar: a quarter ends. Dot: a claim falls due. Dashed ring: the year is not stated, so it is not taken for April.",
  wheelLabel: "Cycle wheel of twelve months, a ring a stream; the table after it says the same",
  tooManyRings: (streams: number) =>
    `${count(streams)} streams are too many for a wheel: the table and the calendar show them all.`,
  streamTable: "Streams, with their years, claims and outputs",
  noStreams: "No stream is recorded.",
  ring: "Ring",
  stream: "Stream",
  streams: "Streams",
  paysFor: "Pays for",
  several: (name: string, streams: number) => `${name} (${count(streams)})`,
  unstatedStreams: (streams: number) => `${plural(streams, "other stream")}`,
  yearStarts: "Year starts",
  paid: "Paid",
  counts: "Counts",
  aYear: (value: number) => `${count(value)} claims a year`,
  frequency: {
    none: "no claims",
    monthly: "monthly",
    quarterly: "quarterly",
    termly: "each term",
    half_yearly: "every six months",
    annual: "once a year",
    milestone: "at milestones",
  },
  basis: { advance: "ahead", arrears: "in arrears", unit_cost: "by unit, afterwards" },
  upToAhead: (share: string, to: string) =>
    `up to ${share} ahead${to ? ` (${to} bodies only)` : ""}`,
  after: (months: number) => `${plural(months, "month")} after the period`,

  calendarHead: "Claims calendar",
  takeCalendar: "Add to a calendar, .ics",
  calendarTable: "Claims calendar: a column a month of the financial year",
  claimsDue: "Claims due",
  claimsNotStated: "claim dates not stated",
  cycleNotStated: "cycle not stated",
  cycleNotStatedBut: (claimed: string) => `${claimed}, cycle not stated`,
  yearStartsHere: "year starts",
  claimDue: (claimed: number, date: string, closes: boolean) =>
    `${plural(claimed, "claim")} due ${date}${closes ? ", closing the year" : ""}`,
  openMark: "claim",
  closingMark: "claim that also closes the year",
  yearMark: "year starts.",
  calendarRule:
    "Where only the frequency is stated, a claim is taken as due on the last day of its period.",
  routesHead: "Claim routes",
  noRoutes: "No claim route is recorded.",

  cashHead: "Cash-flow test",
  cashNote:
    "Spending is taken as even, on the last day of each month, and counts before receipts of the same day.",
  perHeadHead: "Money a head, from the most to the least deprived",
  partnersHead: "Who sits where",
  clashHead: "Outputs that cannot be added up",
  clashTable: "Pairs of units of output that cannot be added",
  clashNote: "No factor between the units is stated, and none is assumed.",
  noClashes: "No two streams count one topic in different units.",
  topic: "Topic",
  firstCounts: "One counts",
  secondCounts: "Another counts",
  clash: "Clash",
  differs: { unit: "unit differs", definition: "definition differs" },
  andOthers: (streams: readonly string[], rest: number) =>
    `${streams.join("; ")} and ${plural(rest, "other")}`,
  matchHead: "What may match what",
  matchTable: "Match rules",
  noMatch: "No match rule is recorded.",
  matchRuleHead: "Rule",
  setAgainst: "Set against",
  mayMatch: "May match",
  inWords: "in words only",
  yes: "yes",
  no: "no",
  matchBar: (stream: string) => `Money a year that may carry ${stream} as match, and that may not`,
  upTo: (money: string) => `up to ${money}`,
  matchNote: (stream: string, may: string, not: string | undefined) =>
    `${stream} may match at most ${may}${not ? `, and not the ${not}` : ""}.`,

  ganttHead: "When each stream runs, and where its money falls",
  ganttLabel: "A bar a stream over the years; the table after it says the same",
  ganttNote:
    "Triangle: the money falls by 30% or more; hollow where a year was spread evenly, not printed. Dashed bar: a date is not recorded.",
  ganttTable: "Streams, their dates and the steepest fall of their money",
  noDates: (streams: number) =>
    `None of the ${plural(streams, "stream")} has recorded dates, so there is nothing to draw.`,
  undatedStreams: (streams: number) =>
    `${plural(streams, "stream has", "streams have")} no recorded date and no bar.`,
  runs: "Runs",
  total: "In all",
  steepest: "Steepest fall",
  cliffRule: "How far a year's money falls below the year before, by day.",
  noFall: "none known",
  fall: (on: string, year: string, raw: string | undefined, assumed: boolean) =>
    `${year} on ${on}${raw ? ` (${raw} as printed)` : ""}${assumed ? ", spread evenly, assumed" : ""}`,

  flowHead: "Who pays, through which stream, for what",
  flowLabel: "Flow of money from funder to stream to project to place; the table says the same",
  flowNote: (open: number, all: number) =>
    open === 0
      ? "Width: pounds of the year that holds the date."
      : open === all
        ? "No amount of the year that holds the date is published for any stream, so every line is thin and dashed: it says that money flows, not how much."
        : `Width: pounds of the year that holds the date. Thin and dashed: no amount of that year is published (${count(open)} of ${count(all)}).`,
  flowWhole: "Each amount is the whole of the stream, not this place’s part of it.",
  yearless: (money: string) => `${money}, year not stated`,
  flowTable: "Funders, streams, what they pay for and what is paid",
  funder: "Funder",
  place: "Place",
  year: "Year",
  notPublished: "not published",
  assumedMark: "(assumed)",
  basisHead: "How known",
  printed: "printed",
  spreadEvenly: "spread evenly, assumed",
  yearlessTotal: "in all, year not stated",

  overviewHead: "Whose money runs on which year, and who has to claim it?",
  overviewLead:
    "Open a worked case or a place to see its streams side by side: cycles, claims, units of output, match, falls of money, and who sits on the boards.",
  casesHead: "Worked cases",
  casesNote: "What a document describes, apart from the register and never added to it.",
  casesLoading: "Reading the cases",
  noCases: "No worked case is loaded.",
  noCasesHint: "Load the bundled data, or import streams of your own.",
  placesHead: "Places",
  placesNote: "Every stream of every initiative live there on the date.",
  choosePlace: "Place",
  noneChosen: "Choose a place",
  volumeHead: "What each department put in, year by year",
  volumeLoading: "Adding up",
  volumeLabel:
    "A row of bars a department, a bar a financial year; the table after it says the same",
  volumeNote: (most: string) =>
    `Each pound once, in the financial year that holds the middle of its span. One scale: the tallest bar is ${most}. Hatched: a lifetime total spread evenly, not printed. No bar means nothing recorded, not nothing spent.`,
  volumeTable: "Departments and years, as a table",
  noVolume: "No money is recorded.",
  department: "Department",
  financialYear: "Financial year",
  amount: "£",
  ofIt: "of it spread evenly",
  figures: "Figures",
  duplicationHead: "Programmes with like aims under different owners",
  pairsHere: "Initiatives here with like aims under different owners",
  duplicationNote:
    "Each figure stands by itself: nothing is added, and no weight is hidden. Press a column to sort by it.",
  pairsLoading: "Comparing",
  pairsTable: "Pairs, with aims, months, category and owners",
  noPairs: "There are not two to compare.",
  pairsCount: (pairs: number) => `${plural(pairs, "pair")} under different owners.`,
  takeAllPairs: (all: number) => `Download all ${plural(all, "pair")}, JSON`,
  first: "First",
  second: "Second",
  sharedGround: "Shared ground",
  aimsAlike: "Likeness of aims",
  aimsRule: "Shared terms of the controlled list over all terms of either, 0 to 1.",
  sharedAims: "Shared aims",
  monthsTogether: "Months together",
  sameCategory: "Same category",
  differentOwner: "Different owner",
  owners: (a: string, b: string) => `${a}; ${b}`,

  notSaidHead: "What the source does not say",
  source: (source: string) => `Source: ${source}.`,
  recalled: "Recalled: no document was read.",
} as const;
