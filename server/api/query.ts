import type { Request } from "express";
import { z } from "zod";
import { parse } from "../contract/parse.ts";
import { parseQuestion, questionQuery } from "../contract/question.ts";
import type { Question } from "../core/hotspots/question.ts";
import type { Held } from "./study-source.ts";

/** A data version in an address lets a browser keep what it got. */
export const version = z.string().optional().describe("The data version, to keep a reply by.");

/** A form sends its empty fields too: what is left empty was not asked. */
export const answered = (query: Request["query"]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));

/** The parameters of every question, and nothing misspelt beside them. */
export const questionOnly = z.strictObject({ ...questionQuery.shape, v: version });

/**
 * The question in a query whose other parameters `schema` names.
 *
 * @throws AppError input/invalid for a parameter that is none; as {@link parseQuestion}
 */
export function questionOf<S extends z.ZodType>(
  schema: S,
  query: unknown,
  { loaded }: Held,
): { readonly question: Question; readonly rest: z.output<S> } {
  const rest = parse(schema, query);
  return { question: parseQuestion(query, loaded.study), rest };
}
