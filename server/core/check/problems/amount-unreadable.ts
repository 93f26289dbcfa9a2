import type { Finding, Problem } from "../model.ts";
import { readAmount } from "../read-amount.ts";

export const amountUnreadable = {
  id: "amount-unreadable",
  standing: "decide",
  repair: undefined,
  unit: undefined,
  sentence: (n) =>
    n === 1
      ? "1 row has an amount that is no number of pounds"
      : `${n} rows have amounts that are no numbers of pounds`,
  advice:
    "Write it in digits, in pounds. Leave an unknown amount empty: empty is unknown, 0 is none.",
  ofFeature: ({ feature, subject: { fields } }) =>
    fields.amounts.flatMap((field): Finding[] => {
      const value = feature.properties[field];
      if (value === undefined || value === null || value === "") return [];
      if (readAmount(value) !== undefined) return [];
      return [{ feature: feature.index, field, value: String(value) }];
    }),
} as const satisfies Problem;
