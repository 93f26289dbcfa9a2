/** Numbers that know what they count. The brand exists for the compiler only. */
declare const unit: unique symbol;

export type SquareMetres = number & { readonly [unit]: "m2" };
export type Metres = number & { readonly [unit]: "m" };
/** 0 to 1; percentages exist only where a person reads them. */
export type Share = number & { readonly [unit]: "share" };
export type Pounds = number & { readonly [unit]: "gbp" };
/** Whole pence: sums of money are exact. */
export type Pence = number & { readonly [unit]: "pence" };
/** `YYYY-MM-DD`. ISO dates of four-digit years sort as text, so `<` compares them. */
export type IsoDate = string & { readonly [unit]: "date" };

export const squareMetres = (value: number) => value as SquareMetres;
export const metres = (value: number) => value as Metres;
export const share = (value: number) => value as Share;
export const pounds = (value: number) => value as Pounds;
export const pence = (value: number) => value as Pence;
export const toPence = (value: Pounds): Pence => pence(Math.round(value * 100));
export const toPounds = (value: Pence): Pounds => pounds(value / 100);

/** Radius of the disc that has this area. */
export const radiusOf = (disc: SquareMetres): Metres => metres(Math.sqrt(disc / Math.PI));

const DAY = 86_400_000;

/**
 * A date as typed or stored, checked against the calendar.
 *
 * @returns the date, or `undefined` when the text is no date of the form YYYY-MM-DD
 */
export function isoDate(text: string): IsoDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) return undefined;
  return text as IsoDate;
}

/** The date `days` after another (before it, when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  const time = Date.parse(`${date}T00:00:00Z`) + days * DAY;
  return new Date(time).toISOString().slice(0, 10) as IsoDate;
}

/** The same day of the month `months` later, or the last day of a month that has no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10) as IsoDate;
}
