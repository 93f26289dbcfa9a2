/**
 * W1, as PAT 17 §4.26 tells it: two small projects, Seedcorn and Joblink, and the streams that pay for
 * them. What the box does not say is left open here as there.
 */
import type { Budget, Output, Stream, StreamRules } from "../../server/core/funding/model.ts";
import { NO_RULES } from "../../server/core/funding/no-rules.ts";
import { share } from "../../server/core/units.ts";
import { cited, gbp, stream } from "./streams.ts";

const SEEDCORN = "Seedcorn";
const JOBLINK = "Joblink";
const FINANCIAL = { month: 4, day: 1 };
const CALENDAR = { month: 1, day: 1 };

const rules = (more: Partial<StreamRules>): StreamRules => ({ ...NO_RULES, ...more });
const quarterly = (...route: string[]) => ({
  ...NO_RULES.claims,
  frequency: "quarterly" as const,
  route: ["Partnership", "Manchester City Council", ...route],
});
const counts = (topic: string, unit: string): Output[] => [{ topic, unit, definition: "" }];

const of = (id: string, name: string, project: string, more: Partial<Stream>): Stream =>
  stream(id, { name, project, case: "moss-side-hulme", ...more });

export const MOSS_SIDE: readonly Stream[] = [
  of("w1-srb", "SRB", SEEDCORN, {
    budget: "w1-seedcorn",
    rules: rules({
      yearStart: FINANCIAL,
      claims: quarterly("Government Office for the North West"),
      outputs: counts("training", "training weeks"),
    }),
  }),
  of("w1-receipts", "Capital receipts", SEEDCORN, { budget: "w1-seedcorn" }),
  of("w1-core", "Agency core budget", SEEDCORN, { budget: "w1-seedcorn" }),
  of("w1-erdf", "ERDF", SEEDCORN, {
    budget: "w1-seedcorn",
    rules: rules({
      yearStart: CALENDAR,
      claims: quarterly("another department of the Government Office"),
      match: {
        mayMatch: ["w1-srb", "w1-receipts", "w1-core"],
        mayNotMatch: ["w1-grants"],
        upTo: gbp(150_000),
        words: "ERDF may match the revenue budget and not the capital grants.",
      },
    }),
  }),
  of("w1-grants", "Capital receipts for grants", SEEDCORN, {
    years: [],
    total: gbp(50_000),
  }),
  of("w1-joblink-core", "Agency core budget", JOBLINK, { budget: "w1-joblink" }),
  of("w1-wages", "Private wage subsidy", JOBLINK, { budget: "w1-joblink" }),
  of("w1-secondment", "Secondment", JOBLINK, { budget: "w1-joblink", inKind: true }),
  of("w1-tec", "TEC contract", JOBLINK, {
    budget: "w1-joblink",
    rules: rules({ yearNote: "a slightly different TEC funding cycle" }),
  }),
  of("w1-esf", "ESF", JOBLINK, {
    budget: "w1-joblink",
    rules: rules({
      yearStart: CALENDAR,
      payment: {
        ...NO_RULES.payment,
        basis: "arrears",
        advance: { share: share(0.5), recovery: "unspecified", to: undefined },
      },
      outputs: counts("training", "beneficiary hours"),
    }),
  }),
];

export const MOSS_SIDE_BUDGETS: readonly Budget[] = [
  budget("w1-seedcorn", SEEDCORN, 150_000),
  budget("w1-joblink", JOBLINK, 300_000),
];

function budget(id: string, project: string, pounds: number): Budget {
  return {
    id,
    name: `${project}, a year`,
    case: "moss-side-hulme",
    project,
    amount: gbp(pounds),
    about: true,
    evidence: cited,
  };
}
