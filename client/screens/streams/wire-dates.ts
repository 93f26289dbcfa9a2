import { type IsoDate, isoDate } from "../../../server/core/units.ts";

/** A date of a reply; null is not recorded. */
export const asDate = (text: string | null): IsoDate | undefined =>
  text === null ? undefined : isoDate(text);
