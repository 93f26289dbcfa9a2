import type { StreamRules } from "./model.ts";

/** Rules of which nothing is stated. */
export const NO_RULES: StreamRules = {
  yearStart: undefined,
  yearNote: "",
  claims: { frequency: undefined, due: undefined, milestones: [], route: [], words: "" },
  payment: {
    basis: undefined,
    lagMonths: undefined,
    volumeGuaranteed: undefined,
    advance: undefined,
  },
  match: { mayMatch: [], mayNotMatch: [], upTo: undefined, words: "" },
  outputs: [],
  exclusive: undefined,
  bidding: [],
  biddingWords: "",
  reporting: "",
  audit: "",
  auditsAYear: undefined,
};
