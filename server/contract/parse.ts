import type { z } from "zod";
import { AppError } from "../core/errors.ts";

/**
 * A value from outside, in the shape a schema gives.
 *
 * @throws AppError `input/invalid` naming each field that does not fit
 */
export function parse<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const result = schema.safeParse(raw, { reportInput: true });
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => ({
    path: issue.path.join("."),
    message: sentence(issue),
  }));
  throw new AppError("input/invalid", issues[0]?.message ?? "The input is not as expected.", {
    issues,
  });
}

/** What zod found, as a sentence that says what was given and what to give. */
function sentence(issue: z.core.$ZodIssue): string {
  const name = issue.path.join(".");
  switch (issue.code) {
    case "unrecognized_keys":
      return `There is nothing called ${issue.keys.map(quoted).join(", ")} here.`;
    case "invalid_value":
      if (Array.isArray(issue.input)) return `"${name}" can be given only once.`;
      return `"${name}" is one of ${issue.values.join(", ")}.`;
    case "invalid_type":
    case "invalid_union":
      if (Array.isArray(issue.input)) return `"${name}" can be given only once.`;
      if (issue.input === undefined) return `"${name}" is missing.`;
      if (issue.code === "invalid_type")
        return `"${name}" must be a${KINDS[issue.expected] ?? ` ${issue.expected}`}.`;
      break;
    case "too_small":
      return `"${name}" must be at least ${issue.minimum}.`;
    case "too_big":
      return `"${name}" must be at most ${issue.maximum}.`;
  }
  if (name === "") return `${issue.message}.`;
  // What a schema of ours says of "it", it says of the field.
  return issue.message.startsWith("It ")
    ? `"${name}"${issue.message.slice("It".length)}.`
    : `"${name}": ${issue.message}.`;
}

/** Zod's names of what it expected, as a person says them after "must be a". */
const KINDS: Readonly<Record<string, string>> = { int: " whole number", array: " list" };

const quoted = (text: string) => `"${text}"`;
