/**
 * The measures of funding streams and of partnerships: what `list measures` and the reference print.
 * Formulas stand in server/core/funding/measures and server/core/partnership/measures, a file each.
 */
import type { MeasureEntry } from "./measures.ts";

export const STREAM_MEASURES = [
  {
    id: "funder_hhi",
    title: "Funder concentration",
    unit: "share",
    meaning:
      "Sum of squared shares of the funders (M-F1): 1/n where equal, 1 for one. A range where the split is not published.",
  },
  {
    id: "effective_funders",
    title: "Effective funders",
    unit: "count",
    meaning: "1 over the concentration (M-F1): how many equal funders would be as concentrated.",
  },
  {
    id: "fragmentation",
    title: "Fragmentation",
    unit: "share",
    meaning:
      "1 less the concentration (M-F1): the chance that two pounds drawn at random have different funders.",
  },
  {
    id: "theil",
    title: "Theil",
    unit: "ratio",
    meaning:
      "Sum of s ln(n s) over the funders' shares s (M-F2): 0 where equal, towards ln n where one holds all.",
  },
  {
    id: "small_grants",
    title: "Small grants",
    unit: "count",
    meaning:
      "Grants under a stated threshold, of those with a recorded amount; their money likewise (M-F3).",
  },
  {
    id: "cycle_misalignment",
    title: "Years out of step",
    unit: "months",
    meaning:
      "How far apart two years begin, by the shorter way round, 0 to 6 (M-T1). Empty where a year is not stated.",
  },
  {
    id: "planning_window",
    title: "Planning window",
    unit: "months",
    meaning:
      "What the years that begin in one calendar year all share (M-T2), 0 to 12; and, apart, what those in progress share.",
  },
  {
    id: "year_ends",
    title: "Year ends",
    unit: "count",
    meaning: "Different last days among the years that are stated (M-T2).",
  },
  {
    id: "stream_churn",
    title: "Churn of streams",
    unit: "per-year",
    meaning:
      "(starts + ends + rule changes) over mean live (M-T3), each term apart. A lower bound where rule changes are not all recorded.",
  },
  {
    id: "claims_a_year",
    title: "Claims a year",
    unit: "count",
    meaning:
      "Claims that fall due in twelve months (M-T4). A lower bound where a stream does not state its claims.",
  },
  {
    id: "busiest_week",
    title: "Busiest week",
    unit: "count",
    meaning: "The most claims due in any seven days in a row (M-T4).",
  },
  {
    id: "shared_deadlines",
    title: "Shared deadlines",
    unit: "count",
    meaning: "Days on which claims of two streams or more fall due (M-T4).",
  },
  {
    id: "cliff",
    title: "Cliff",
    unit: "share",
    meaning:
      "How far money falls from one year to the next (M-T5), of the amounts as they stand and by day; from 0.3 on it is flagged.",
  },
  {
    id: "share_ending",
    title: "Share ending",
    unit: "share",
    meaning: "Streams that end within twelve months, of those live with a recorded end (M-T5).",
  },
  {
    id: "peak_underwriting",
    title: "Peak underwriting",
    unit: "gbp",
    meaning:
      "The most that has been spent and not yet received (M-T6); spending counts before receipts of the same day.",
  },
  {
    id: "money_per_head_ratio",
    title: "Most to least deprived",
    unit: "ratio",
    meaning:
      "Money a head in the most deprived fifth of small areas over that in the least deprived (PAT 17 §2.10): 1.45 is 45 % above.",
  },
  {
    id: "volume",
    title: "Volume",
    unit: "gbp",
    meaning:
      "Sum of activity by department and financial year (PAT 17 §5.73); a figure counts in the year that holds its middle, each pound once.",
  },
  {
    id: "burden",
    title: "Burden",
    unit: "ratio",
    meaning:
      "Claims, audits, bids and meetings a year for each £100,000 a year (M-B1). Compare within a category only.",
  },
] as const satisfies readonly MeasureEntry[];

export const PARTNERSHIP_MEASURES = [
  {
    id: "board_overlap",
    title: "Board overlap",
    unit: "share",
    meaning:
      "Organisations on both boards over those on either (M-P1). It helps, where overlap of ground costs: the two are never added.",
  },
  {
    id: "core_members",
    title: "Core members",
    unit: "share",
    meaning:
      "Kinds of core member present over the eleven that PAT 17 §5.17 expects (M-P2). A range where some are unknown.",
  },
  {
    id: "participation",
    title: "Participation",
    unit: "share",
    meaning: "Partnerships in which a kind of member takes part, of those that answered (M-P2).",
  },
  {
    id: "meeting_load",
    title: "Meeting load",
    unit: "per-year",
    meaning:
      "Meetings a year over the boards an organisation sits on (M-P3). A lower bound where a board does not say.",
  },
  {
    id: "aims_similarity",
    title: "Likeness of aims",
    unit: "share",
    meaning:
      "Shared terms of the controlled list over all terms of either (M-A1); also with a primary aim counting twice.",
  },
  {
    id: "duplication",
    title: "Duplication",
    unit: "tuple",
    meaning:
      "Shared ground, likeness of aims, months together, same category, different owner (M-R1): side by side, never added.",
  },
] as const satisfies readonly MeasureEntry[];
