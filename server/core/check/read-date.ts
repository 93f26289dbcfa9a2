import { type IsoDate, isoDate } from "../units.ts";

/**
 * A date as files write it: 2002-06-01 with or without a time of day, 01/06/2002 with the day first, as
 * in Britain. A year alone is no date.
 *
 * @returns `undefined` where it is none, or empty
 */
export function readDate(value: unknown): IsoDate | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  const iso = /^(\d{4}-\d\d-\d\d)(?:[T ].*)?$/.exec(text);
  if (iso) return isoDate(iso[1]!);
  const british = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (!british) return undefined;
  const [, day = "", month = "", year = ""] = british;
  return isoDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}
