/** A question about money as it stands in an address. */
import { z } from "zod";
import type { PlacingChoice } from "../analysis/place-money.ts";
import { COUNTING, type moneyRuleSchema, RULE_WORDS } from "../contract/money.ts";
import { questionQuery } from "../contract/question.ts";
import { financialYearOf } from "../core/funding/financial-year.ts";
import { PLACING_RULES } from "../core/funding/placing.ts";
import type { Question } from "../core/hotspots/question.ts";
import { version } from "./query.ts";
import type { Held } from "./study-source.ts";

/** `2001`, `2001-02` or `2001-2002`: a year, alone or with the one after it. */
function isFinancialYear(text: string): boolean {
  const [, first, second] = /^(\d{4})(?:-(\d{2}|\d{4}))?$/.exec(text) ?? [];
  if (first === undefined) return false;
  return second === undefined || String(Number(first) + 1).endsWith(second);
}

/** `2001-02` or `2001`: the financial year that begins in 2001. */
const year = z
  .string()
  .refine(isFinancialYear, "It must be a financial year, such as 2001-02")
  .transform((text) => Number(text.slice(0, 4)));

export const moneyQuery = z.strictObject({
  ...questionQuery.shape,
  rule: z.enum(PLACING_RULES).default("area").describe("How money is divided among places."),
  weights: z
    .string()
    .optional()
    .describe("The set of weights that population or eligible goes by."),
  year: year.optional().describe("A financial year, such as 2001-02; without it that of `at`."),
  v: version,
});

/** The financial year that a question asks for. */
export const yearOf = (question: Question, asked: number | undefined): number =>
  asked ?? financialYearOf(question.at);

/** What a figure of money rests on, for its reply. */
export function ruleReply(
  { loaded }: Held,
  { rule, weights }: PlacingChoice,
): z.infer<typeof moneyRuleSchema> {
  const { accuracy, grade } = loaded.study.layer;
  return {
    rule,
    words: RULE_WORDS[rule],
    weights: weights?.title ?? null,
    counting: COUNTING,
    tolerance_m: accuracy ?? null,
    grade,
  };
}
