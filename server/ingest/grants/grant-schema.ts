import { z } from "zod";
import {
  INDIVIDUALS_PURPOSES,
  INDIVIDUALS_REASONS,
  isCountry,
  isCurrency,
  LOCATION_SCOPES,
  REGRANT_TYPES,
} from "./code-lists.ts";

/** A grant as the 360Giving Data Standard 1.4 describes it, but for what names a person. */

const DAY = /^\d{4}-(?:0[1-9]|1[012])-(?:0[1-9]|[12]\d|3[01])$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/;
const MONTH = /^\d{4}(?:-(?:0[1-9]|1[012]))?$/;

/** A text that is not only blanks. */
const text = z.string("Text is expected").trim().min(1, "It is empty");
const number = z.number("A plain number is expected, such as 12500 or 12500.50");
/** What need not be there; publishers write null or blanks for nothing. */
const maybe = <T extends z.ZodType>(type: T) =>
  z.preprocess(
    (value) =>
      typeof value === "string" && value.trim() === "" ? undefined : (value ?? undefined),
    type.optional(),
  );

const isRealDay = (value: string) => {
  const day = value.slice(0, 10);
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};
const date = text.refine(
  (value) => (DAY.test(value) || MOMENT.test(value)) && isRealDay(value),
  "A date is expected as YYYY-MM-DD",
);
const dateOrMonth = text.refine(
  (value) => MONTH.test(value) || ((DAY.test(value) || MOMENT.test(value)) && isRealDay(value)),
  "A date is expected as YYYY-MM-DD, YYYY-MM or YYYY",
);
const among = (codes: ReadonlySet<string>, list: string) =>
  text.refine((code) => codes.has(code), `It is not in the code list ${list}`);

const organisation = z.object({
  id: text,
  name: text,
  department: maybe(text),
  charityNumber: maybe(text),
  companyNumber: maybe(text),
  addressLocality: maybe(text),
  addressRegion: maybe(text),
  addressCountry: maybe(text),
  postalCode: maybe(text),
  organisationType: maybe(text),
  url: maybe(text),
});

const location = z.object({
  name: maybe(text),
  countryCode: maybe(text.refine(isCountry, "It is not in the code list of countries, such as GB")),
  latitude: maybe(
    number
      .min(-90, "A latitude lies between -90 and 90")
      .max(90, "A latitude lies between -90 and 90"),
  ),
  longitude: maybe(
    number
      .min(-180, "A longitude lies between -180 and 180")
      .max(180, "A longitude lies between -180 and 180"),
  ),
  geoCode: maybe(text),
  geoCodeType: maybe(text),
});

const event = z.object({
  startDate: maybe(dateOrMonth),
  endDate: maybe(dateOrMonth),
  duration: maybe(number),
});

const named = z.object({ code: maybe(text), title: maybe(text), url: maybe(text) });
const classification = z.object({ vocabulary: maybe(text), code: maybe(text), title: maybe(text) });

const list = <T extends z.ZodType>(type: T) =>
  z
    .array(type, "A list is expected")
    .nullish()
    .transform((value) => value ?? []);

export const grantSchema = z
  .object({
    id: text,
    title: text,
    description: text,
    currency: text.refine(isCurrency, "It is not in the code list of currencies, such as GBP"),
    amountAppliedFor: maybe(number),
    amountAwarded: number,
    amountDisbursed: maybe(number),
    awardDate: date,
    url: maybe(text),
    plannedDates: list(event),
    actualDates: list(event),
    recipientOrganization: list(organisation),
    /** A person is kept as an id and nothing more. */
    recipientIndividual: maybe(z.object({ id: text })),
    toIndividualsDetails: maybe(
      z.object({
        primaryGrantReason: maybe(among(INDIVIDUALS_REASONS, "grantToIndividualsReason")),
        secondaryGrantReason: maybe(among(INDIVIDUALS_REASONS, "grantToIndividualsReason")),
        grantPurpose: list(among(INDIVIDUALS_PURPOSES, "grantToIndividualsPurpose")),
      }),
    ),
    beneficiaryLocation: list(location),
    fundingOrganization: z.array(organisation, "It is missing").min(1, "It is missing"),
    grantProgramme: list(named),
    fromOpenCall: maybe(z.enum(["Yes", "No"], "Yes or No is expected")),
    fundingType: list(classification),
    classifications: list(classification),
    regrantType: maybe(among(REGRANT_TYPES, "regrantType")),
    locationScope: maybe(among(LOCATION_SCOPES, "locationScope")),
    dateModified: maybe(date),
    dataSource: maybe(text),
  })
  .refine(
    ({ recipientOrganization, recipientIndividual }) =>
      recipientOrganization.length > 0 || recipientIndividual !== undefined,
    { message: "It is missing", path: ["recipientOrganization"] },
  );

export type Grant = z.output<typeof grantSchema>;
