/** What a cell of the registry may hold. An empty cell is unknown: `null`, never 0. */
import { z } from "zod";
import { addDays, type IsoDate, isoDate } from "../../core/units.ts";

export const text = z.string();
export const filled = z.string().min(1, "It must not be empty");

const toDate = (value: string, context: z.RefinementCtx): IsoDate => {
  const date = isoDate(value);
  if (date !== undefined) return date;
  context.addIssue({ code: "custom", message: "It must be a date as YYYY-MM-DD" });
  return z.NEVER;
};

export const date = z.string().transform(toDate);

export const optionalDate = z
  .string()
  .transform((value, context) => (value === "" ? null : toDate(value, context)));

/** The file holds the last day alive; the store keeps the day after. */
export const optionalLastDay = optionalDate.transform((last) => (last ? addDays(last, 1) : null));

export const optionalNumber = z.string().transform((value, context) => {
  if (value === "") return null;
  if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  context.addIssue({ code: "custom", message: "It must be a number in digits, or empty" });
  return z.NEVER;
});

export const number = optionalNumber.transform((value, context) => {
  if (value !== null) return value;
  context.addIssue({ code: "custom", message: "It must be a number in digits" });
  return z.NEVER;
});

export const positive = number.refine((value) => value > 0, "It must be more than 0");

export const optionalShare = optionalNumber.refine(
  (value) => value === null || (value >= 0 && value <= 1),
  "It must be a share from 0 to 1, or empty",
);

/** Names or codes with semicolons between them. */
export const list = z.string().transform((value) =>
  value
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);

/** `1999-2000`, `2003-04`: from 1 April to 31 March, half-open. */
export const financialYear = z.string().transform((value, context) => {
  const [, from, to] = /^(\d{4})-(\d{4}|\d{2})$/.exec(value) ?? [];
  const year = Number(from);
  if (from !== undefined && to !== undefined && String(year + 1).endsWith(to)) {
    const [start, end] = [isoDate(`${year}-04-01`), isoDate(`${year + 1}-04-01`)];
    if (start && end) return { start, end };
  }
  context.addIssue({ code: "custom", message: "It must be a financial year such as 2003-04" });
  return z.NEVER;
});

/** One of a fixed list; the message names it. */
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `It must be one of ${values.join(", ")}` });

export const confidence = oneOf(["sourced", "recalled"]);
