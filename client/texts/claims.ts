/** What is said of the claims of a place. British English; figures come worded from format.ts. */
import { count, plural } from "../format.ts";

export const texts = {
  heading: "Claims due in the year from the date",
  loading: "Reading the claims",
  sentence: (claims: number, days: number, assumed: number) => {
    if (claims === 0) return "No claim is known to fall due here in these twelve months.";
    const on = plural(days, "day");
    const known =
      assumed === 0
        ? "Every day is stated by its source."
        : `For ${assumed === claims ? (claims === 1 ? "it" : "all of them") : count(assumed)} the source gives how often alone, so the day is assumed.`;
    return `${plural(claims, "claim falls", "claims fall")} due on ${on}. ${known}`;
  },
  notStated: (streams: number) =>
    `Of ${plural(streams, "more stream", "more streams")} of money nothing says when claims fall due: unknown, not none.`,
  notStatedNames: "Which these are",
  notStatedOf: (name: string, perYear: number | null) =>
    perYear === null ? name : `${name}: ${plural(perYear, "claim")} a year, on unknown days`,
  diary: "Put in a diary, .ics",
  caption: (name: string) => `Claims due in ${name}`,
  nothing: "Nothing is known to fall due.",
  due: "Due",
  initiative: "Initiative",
  ofProgramme: (name: string, programme: string) => `${name}: ${programme}`,
  funder: "Funder",
  known: "How the day is known",
  basis: { stated: "stated", "period end, assumed": "end of the period, assumed" },
  closes: (known: string) => `${known}; closes the year`,
  route: "Passes through",
  source: "How well known",
} as const;
