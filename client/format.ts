/** Units to words for people. 0, a trace and unknown are three different things here. */
import { addDays, addMonths, type IsoDate, isoDate } from "../server/core/units.ts";

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );
const SMALL = "no one two three four five six seven eight nine".split(" ");
const NUMBER = new Intl.NumberFormat("en-GB");

/** What a person or an address gave, at most forty letters of it. */
export const clip = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** A name in so many letters, its end as an ellipsis where it has more. */
export const shorten = (text: string, letters: number) =>
  text.length > letters ? `${text.slice(0, Math.max(1, letters - 1))}…` : text;

/** 1240 -> "1,240" */
export const count = (value: number) => NUMBER.format(value);

/** 3 -> "+3", -2 -> "−2", 0 -> "0" */
export const signed = (value: number) =>
  value === 0 ? "0" : value > 0 ? `+${count(value)}` : `−${count(-value)}`;

/** Numbers below ten as words: 6 -> "six", 12 -> "12". 0 is "no". */
export const inWords = (value: number) => SMALL[value] ?? count(value);

/** "four cover it" -> "Four cover it" */
export const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** "1 place", "2 places". */
export const plural = (value: number, one: string, many = `${one}s`) =>
  `${count(value)} ${value === 1 ? one : many}`;

/** ["a", "b", "c"] -> "a, b and c" */
export function listing(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** 2002-06-01 -> "1 June 2002" */
export function longDate(date: IsoDate): string {
  const [year, month, day] = date.split("-").map(Number);
  return `${day} ${MONTHS[month! - 1]} ${year}`;
}

/** 2002-06-01 -> "Jun 2002" */
export function monthYear(date: IsoDate): string {
  const [year, month] = date.split("-").map(Number);
  return `${MONTHS[month! - 1]!.slice(0, 3)} ${year}`;
}

/**
 * A life as people say it, by its last day: "Apr 1998 to Mar 2003".
 *
 * @param end the day after the last day
 */
export function lifeSpan(start: IsoDate | undefined, end: IsoDate | undefined): string {
  const from = start ? monthYear(start) : "Start not recorded";
  if (!end) return start ? `From ${from}, end not recorded` : "Dates not recorded";
  return `${from}${start ? "" : ","} to ${monthYear(addDays(end, -1))}`;
}

/**
 * £5.7bn, £58.4m, £855k, £900, £3.50, <1p; "£ not recorded" where unknown. Three figures, no false
 * noughts; pence only below £10, since a head may get few.
 */
export function money(pounds: number | undefined): string {
  if (pounds === undefined) return "£ not recorded";
  if (pounds > 0 && pounds < 0.01) return "<1p";
  if (pounds < 9.995) return fullMoney(pounds);
  if (pounds < 999.5) return `£${Math.round(pounds)}`;
  const [divisor, unit] =
    pounds >= 999_500_000 ? [1e9, "bn"] : pounds >= 999_500 ? [1e6, "m"] : [1e3, "k"];
  return `£${Number((pounds / divisor).toPrecision(3))}${unit}`;
}

/** Square metres as square kilometres: "36 km²", "2.9 km²", "<0.1 km²". */
export function area(squareMetres: number): string {
  const km = squareMetres / 1e6;
  if (km > 0 && km < 0.05) return "<0.1 km²";
  return `${km < 9.95 ? Number(km.toFixed(1)) : count(Math.round(km))} km²`;
}

/** Square metres of a small piece, in the unit that reads best: "<1 m²", "430 m²", "3.2 ha", "1.4 km²". */
export function ground(squareMetres: number): string {
  if (squareMetres > 0 && squareMetres < 1) return "<1 m²";
  if (squareMetres < 9_999.5) return `${count(Math.round(squareMetres))} m²`;
  if (squareMetres < 995_000) return `${Number((squareMetres / 1e4).toPrecision(2))} ha`;
  return area(squareMetres);
}

/** A length: "<1 m", "20 m", "1.2 km", "−104 m". */
export function length(metres: number): string {
  const size = Math.abs(metres);
  const sign = metres < 0 ? "−" : "";
  if (size > 0 && size < 1) return "<1 m";
  if (size < 1000) return `${sign}${Math.round(size)} m`;
  return `${sign}${Number((size / 1000).toFixed(size < 9950 ? 1 : 0))} km`;
}

/** Degrees to a hundred metres or so: "−0.086". */
export const degrees = (value: number) => value.toFixed(3).replace("-", "−");

/** A share of 0 to 1: "0%", "<1%", "42%", ">99%", "100%"; "unknown" where it is. */
export function percent(share: number | undefined): string {
  if (share === undefined) return "unknown";
  if (share <= 0) return "0%";
  if (share < 0.01) return "<1%";
  if (share >= 1) return "100%";
  if (share > 0.99) return ">99%";
  return `${Math.round(share * 100)}%`;
}

/** Two decimals; what rounds to nought and is none says so: "1.25", "<0.01", "0.00". */
export const hundredths = (value: number) =>
  value > 0 && value < 0.005 ? "<0.01" : value.toFixed(2);

/** A share of 0 to 1 as a ratio, such as a Jaccard; nor is 1 said of less: "1.00", ">0.99", "0.57". */
export const ratio = (share: number) => (share >= 0.995 && share < 1 ? ">0.99" : hundredths(share));

/** A rate a year: "0", "<0.1", "1.3"; a dash in words where nothing was alive to change. */
export function rate(perYear: number | undefined): string {
  if (perYear === undefined) return "none alive";
  if (perYear > 0 && perYear < 0.05) return "<0.1";
  return String(Number(perYear.toFixed(1)));
}

/** 12 and tied -> "12=" */
export const rank = (value: number, tied: boolean) => `${count(value)}${tied ? "=" : ""}`;

/** Covers and, where there are any, within: "4", "4 + 5". Never a sum. */
export const numeral = (covers: number, within: number) =>
  within > 0 ? `${covers} + ${within}` : String(covers);

/** The first eight figures of a data version: enough to tell two apart by eye. */
export const shortVersion = (version: string) => version.replace(/^sha256:/, "").slice(0, 8);

/**
 * A date as people type it: 2002-06-01, 1 June 2002, 1/6/2002, Jun 2002, 2002.
 * Where the day or month is left out, the first.
 *
 * @returns undefined when it is none of these, or no day of the calendar
 */
export function typedDate(text: string): IsoDate | undefined {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/[,.]/g, " ")
    .split(/[\s/-]+/)
    .filter(Boolean);
  if (words.length === 3 && /^\d{4}$/.test(words[0]!))
    return fromParts(words[0], words[1], words[2]);
  if (words.length === 3) return fromParts(words[2], words[1], words[0]);
  if (words.length === 2 && /^\d{4}$/.test(words[0]!)) return fromParts(words[0], words[1], "1");
  if (words.length === 2) return fromParts(words[1], words[0], "1");
  return words.length === 1 ? fromParts(words[0], "1", "1") : undefined;
}

function fromParts(year = "", monthText = "", dayText = ""): IsoDate | undefined {
  const named = MONTHS.findIndex(
    (name) => monthText.length > 2 && name.toLowerCase().startsWith(monthText),
  );
  const month = named >= 0 ? String(named + 1) : monthText;
  const day = dayText.replace(/(st|nd|rd|th)$/, "");
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return undefined;
  return isoDate(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
}

/** Whole months from one date's month to another's. */
export function monthsBetween(from: IsoDate, to: IsoDate): number {
  const months = (date: IsoDate) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return months(to) - months(from);
}

/** The first of the month `months` after a date's own month. */
export const monthAfter = (date: IsoDate, months: number) =>
  addMonths(isoDate(`${date.slice(0, 7)}-01`)!, months);

const POUNDS = new Intl.NumberFormat("en-GB", {
  style: "currency",
  currency: "GBP",
  trailingZeroDisplay: "stripIfInteger",
});

/** £150,000, £3,333.34: to the penny, for sums that are checked by hand. */
export const fullMoney = (pounds: number) => POUNDS.format(pounds).replace("-", "−");

/** £10k, £0, −£5k: on an axis that crosses 0. */
export const signedMoney = (pounds: number) => (pounds < 0 ? `−${money(-pounds)}` : money(pounds));

interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly open: "low" | "high" | null;
}

/** "64%", "64% to 82%": a share that a source leaves open. */
export const percentRange = ({ low, high }: Bounds) =>
  low === high ? percent(low) : `${percent(low)} to ${percent(high)}`;

/** "0.30", "0.25 to <1": a bound that is approached and never reached says so. */
export function numberRange({ low, high, open }: Bounds): string {
  const text = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(2));
  if (low === high) return text(low);
  return `${open === "low" ? ">" : ""}${text(low)} to ${open === "high" ? "<" : ""}${text(high)}`;
}

/** The size of a file: 812 bytes, 7.3 kB, 1.7 MB, in thousands as file managers count. */
export function bytes(value: number): string {
  if (value < 1000) return plural(value, "byte");
  const [unit, of] = value < 999_500 ? ["kB", 1000] : ["MB", 1_000_000];
  const size = value / (of as number);
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}
