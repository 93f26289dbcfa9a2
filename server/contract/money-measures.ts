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
      "Sum of squared shares of the funders: 1/n where equal, 1 for one. A range where the split is not published.",
    definition: "M-F1",
  },
  {
    id: "effective_funders",
    title: "Effective funders",
    unit: "count",
    meaning: "1 over the concentration: how many equal funders would be as concentrated.",
    definition: "M-F1",
  },
  {
    id: "fragmentation",
    title: "Fragmentation",
    unit: "share",
    meaning:
      "1 less the concentration: the chance that two pounds drawn at random have different funders.",
    definition: "M-F1",
  },
  {
    id: "theil",
    title: "Theil",
    unit: "ratio",
    meaning:
      "Sum of s ln(n s) over the funders' shares s: 0 where equal, towards ln n where one holds all.",
    definition: "M-F2",
  },
  {
    id: "small_grants",
    title: "Small grants",
    unit: "count",
    meaning:
      "Grants under a stated threshold, of those with a recorded amount; their money likewise.",
    definition: "M-F3",
  },
  {
    id: "cycle_misalignment",
    title: "Years out of step",
    unit: "months",
    meaning:
      "How far apart two years begin, by the shorter way round, 0 to 6. Empty where a year is not stated.",
    definition: "M-T1",
  },
  {
    id: "planning_window",
    title: "Planning window",
    unit: "months",
    meaning:
      "What the years that begin in one calendar year all share, 0 to 12; and, apart, what those in progress share.",
    definition: "M-T2",
  },
  {
    id: "year_ends",
    title: "Year ends",
    unit: "count",
    meaning: "Different last days among the years that are stated.",
    definition: "M-T2",
  },
  {
    id: "stream_churn",
    title: "Churn of streams",
    unit: "per-year",
    meaning:
      "(starts + ends + rule changes) over mean live, each term apart. A lower bound where rule changes are not all recorded.",
    definition: "M-T3",
  },
  {
    id: "claims_a_year",
    title: "Claims a year",
    unit: "count",
    meaning:
      "Claims that fall due in twelve months. A lower bound where a stream does not state its claims.",
    definition: "M-T4",
  },
  {
    id: "busiest_week",
    title: "Busiest week",
    unit: "count",
    meaning: "The most claims due in any seven days in a row.",
    definition: "M-T4",
  },
  {
    id: "shared_deadlines",
    title: "Shared deadlines",
    unit: "count",
    meaning: "Days on which claims of two streams or more fall due.",
    definition: "M-T4",
  },
  {
    id: "cliff",
    title: "Cliff",
    unit: "share",
    meaning:
      "How far money falls from one year to the next, of the amounts as they stand and by day; from 0.3 on it is flagged.",
    definition: "M-T5",
  },
  {
    id: "share_ending",
    title: "Share ending",
    unit: "share",
    meaning: "Streams that end within twelve months, of those live with a recorded end.",
    definition: "M-T5",
  },
  {
    id: "peak_underwriting",
    title: "Peak underwriting",
    unit: "gbp",
    meaning:
      "The most that has been spent and not yet received; spending counts before receipts of the same day.",
    definition: "M-T6",
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
      "Claims, audits, bids and meetings a year for each £100,000 a year. Compare within a category only.",
    definition: "M-B1",
  },
] as const satisfies readonly MeasureEntry[];

export const PARTNERSHIP_MEASURES = [
  {
    id: "board_overlap",
    title: "Board overlap",
    unit: "share",
    meaning:
      "Organisations on both boards over those on either. It helps, where overlap of ground costs: the two are never added.",
    definition: "M-P1",
  },
  {
    id: "core_members",
    title: "Core members",
    unit: "share",
    meaning:
      "Kinds of core member present over the eleven that PAT 17 §5.17 expects. A range where some are unknown.",
    definition: "M-P2",
  },
  {
    id: "participation",
    title: "Participation",
    unit: "share",
    meaning: "Partnerships in which a kind of member takes part, of those that answered.",
    definition: "M-P2",
  },
  {
    id: "meeting_load",
    title: "Meeting load",
    unit: "per-year",
    meaning:
      "Meetings a year over the boards an organisation sits on. A lower bound where a board does not say.",
    definition: "M-P3",
  },
  {
    id: "aims_similarity",
    title: "Likeness of aims",
    unit: "share",
    meaning:
      "Shared terms of the controlled list over all terms of either; also with a primary aim counting twice.",
    definition: "M-A1",
  },
  {
    id: "duplication",
    title: "Duplication",
    unit: "tuple",
    meaning:
      "Shared ground, likeness of aims, months together, same category, different owner: side by side, never added.",
    definition: "M-R1",
  },
] as const satisfies readonly MeasureEntry[];
