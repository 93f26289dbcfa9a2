import { expect, test } from "vitest";
import { programmeRules, recalledCells } from "../../../server/core/funding/programme-rules.ts";
import { topicOf } from "../../../server/core/funding/topics.ts";
import { cited } from "../../support/streams.ts";

const cells = {
  funding_year_basis: null,
  claim_frequency: "",
  payment_basis: "",
  output_measure: "",
  claim_route: "",
  claim_offices: [],
  advance_share: null,
  match_rule: "",
  bidding: "",
  reporting: "",
  audit: "",
} as const;

test("an empty cell is not stated: no year in April, no claims, no advance", () => {
  const rules = programmeRules(cells);
  expect(rules.yearStart).toBeUndefined();
  expect(rules.claims.frequency).toBeUndefined();
  expect(rules.payment).toEqual({
    basis: undefined,
    lagMonths: undefined,
    volumeGuaranteed: undefined,
    advance: undefined,
  });
  expect(rules.outputs).toEqual([]);
});

test("filled cells become rules, and outputs get a topic", () => {
  const rules = programmeRules({
    ...cells,
    funding_year_basis: "calendar",
    claim_frequency: "quarterly",
    payment_basis: "arrears",
    output_measure: "jobs created or safeguarded; training weeks; a thing of its own",
    claim_offices: ["project", "council"],
    advance_share: 0,
  });
  expect(rules.yearStart).toEqual({ month: 1, day: 1 });
  expect(rules.claims).toMatchObject({ frequency: "quarterly", route: ["project", "council"] });
  expect(rules.payment).toMatchObject({ basis: "arrears", advance: { share: 0 } });
  expect(rules.outputs.map(({ topic }) => topic)).toEqual([
    "jobs",
    "training",
    "a thing of its own",
  ]);
});

test("an advance whose recovery is not stated says so", () => {
  const { advance } = programmeRules({ ...cells, advance_share: 0.5 }).payment;
  expect(advance).toEqual({ share: 0.5, recovery: "unspecified", to: undefined });
});

test("notes say cell by cell what is general knowledge; two cells are unless they say otherwise", () => {
  const said = (notes: string) => recalledCells({ ...cited, notes });
  expect(said("")).toEqual(["claim_frequency", "payment_basis"]);
  expect(
    said(
      "Words. [cells] claim_frequency (at least quarterly), payment_basis (paid late), reporting: sourced (a page). claim_route: recalled.",
    ),
  ).toEqual(["claim_route"]);
  expect(recalledCells({ ...cited, confidence: "recalled" })).toHaveLength(10);
});

test("training weeks and beneficiary hours are of one topic, so that they can clash", () => {
  expect(topicOf("training weeks")).toBe("training");
  expect(topicOf("beneficiary hours")).toBe("training");
});
