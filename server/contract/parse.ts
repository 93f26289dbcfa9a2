import type { z } from "zod";
import { AppError } from "../core/errors.ts";

/**
 * A value from outside, in the shape a schema gives.
 *
 * @throws AppError `input/invalid` naming each field that does not fit
 */
export function parse<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => ({
    path: issue.path.join("."),
    message: sentence(issue),
  }));
  const [first] = issues;
  const where = first?.path ? `${first.path}: ` : "";
  throw new AppError("input/invalid", `${where}${first?.message ?? "not as expected"}`, { issues });
}

/** What zod says, but for a name that is none: that is for people to read. */
function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code !== "unrecognized_keys") return issue.message;
  return `There is nothing called ${issue.keys.map((key) => `"${key}"`).join(", ")} here.`;
}
