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
  const issues = result.error.issues.map(({ path, message }) => ({
    path: path.join("."),
    message,
  }));
  const [first] = issues;
  const where = first?.path ? `${first.path}: ` : "";
  throw new AppError("input/invalid", `${where}${first?.message ?? "not as expected"}`, { issues });
}
