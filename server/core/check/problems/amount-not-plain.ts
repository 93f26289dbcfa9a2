import type { Finding, Problem } from "../model.ts";
import { readAmount, saysThousands } from "../read-amount.ts";

export const amountNotPlain = {
  id: "amount-not-plain",
  standing: "note",
  repair: undefined,
  unit: undefined,
  sentence: (n) =>
    n === 1
      ? "1 row has an amount with symbols, or in thousands"
      : `${n} rows have amounts with symbols, or in thousands`,
  advice: "Check how each is read: the report gives the pounds beside what the file says.",
  ofFeature: ({ feature, subject: { fields } }) =>
    fields.amounts.flatMap((field): Finding[] => {
      const value = feature.properties[field];
      const read = readAmount(value, saysThousands(field));
      if (read === undefined || read.plain) return [];
      return [{ feature: feature.index, field, value: `${value} is read as £${read.pounds}` }];
    }),
} as const satisfies Problem;
