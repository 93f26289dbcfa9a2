/** What single exports are asked with beside the question. */
import { z } from "zod";
import { type NeedAsked, needQuery } from "./need.ts";
import { parse } from "./parse.ts";

/** Export unit -> the parameters it takes; the others take none. */
export const EXPORT_PARAMETERS: Readonly<Record<string, z.ZodObject>> = {
  need: needQuery,
  uncovered: needQuery,
  "need-regions": needQuery,
  "need-places": needQuery,
};

/** The parameters of every export together: a unit reads its own. */
export type ExportAsked = Partial<NeedAsked>;

/** @throws AppError input/invalid for a parameter that the unit does not take */
export function parseExportAsked(
  unit: string,
  flags: Readonly<Record<string, unknown>>,
): ExportAsked {
  const given = Object.entries(flags).filter(([, value]) => value !== undefined);
  return parse(z.strictObject({ ...EXPORT_PARAMETERS[unit]?.shape }), Object.fromEntries(given));
}

/** What a unit takes, out of a query that holds the question too. */
export function exportAskedIn(unit: string, query: Readonly<Record<string, unknown>>): ExportAsked {
  const own = Object.keys(EXPORT_PARAMETERS[unit]?.shape ?? {});
  return parseExportAsked(unit, Object.fromEntries(own.map((name) => [name, query[name]])));
}
