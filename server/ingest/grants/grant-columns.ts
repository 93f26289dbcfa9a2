/** The columns of a 360Giving spreadsheet: the titles of the standard, and where each belongs. */

/** Steps into a grant; a number is a place in a list. */
export type Path = readonly (string | number)[];

const ORGANISATION = {
  Identifier: "id",
  Name: "name",
  Department: "department",
  "Charity Number": "charityNumber",
  "Company Number": "companyNumber",
  City: "addressLocality",
  County: "addressRegion",
  Country: "addressCountry",
  "Postal Code": "postalCode",
  "Organisation Type": "organisationType",
  "Web Address": "url",
} as const;
const LOCATION = {
  Name: "name",
  "Country Code": "countryCode",
  Latitude: "latitude",
  Longitude: "longitude",
  "Geographic Code": "geoCode",
  "Geographic Code Type": "geoCodeType",
} as const;
const EVENT = {
  "Start Date": "startDate",
  "End Date": "endDate",
  "Duration (months)": "duration",
} as const;
const CLASSIFICATION = { Vocabulary: "vocabulary", Code: "code", Title: "title" } as const;

const PLAIN: Readonly<Record<string, string>> = {
  Identifier: "id",
  Title: "title",
  Description: "description",
  Currency: "currency",
  "Amount Applied For": "amountAppliedFor",
  "Amount Awarded": "amountAwarded",
  "Amount Disbursed": "amountDisbursed",
  "Award Date": "awardDate",
  URL: "url",
  "From An Open Call?": "fromOpenCall",
  "For Regrant Type": "regrantType",
  "Location Scope": "locationScope",
  "Last Modified": "dateModified",
  "Data Source": "dataSource",
};

interface Group {
  readonly field: string;
  /** Whether a grant has a list of these. */
  readonly many: boolean;
  readonly fields: Readonly<Record<string, string>>;
}

const GROUPS: Readonly<Record<string, Group>> = {
  "Recipient Org": { field: "recipientOrganization", many: true, fields: ORGANISATION },
  "Funding Org": { field: "fundingOrganization", many: true, fields: ORGANISATION },
  "Recipient Ind": { field: "recipientIndividual", many: false, fields: { Identifier: "id" } },
  "Beneficiary Location": { field: "beneficiaryLocation", many: true, fields: LOCATION },
  "Planned Dates": { field: "plannedDates", many: true, fields: EVENT },
  "Actual Dates": { field: "actualDates", many: true, fields: EVENT },
  "Grant Programme": {
    field: "grantProgramme",
    many: true,
    fields: { Code: "code", Title: "title", URL: "url" },
  },
  "Funding Type": { field: "fundingType", many: true, fields: CLASSIFICATION },
  Classifications: { field: "classifications", many: true, fields: CLASSIFICATION },
  "To Individuals Details": {
    field: "toIndividualsDetails",
    many: false,
    fields: {
      "Primary Grant Reason": "primaryGrantReason",
      "Secondary Grant Reason": "secondaryGrantReason",
      "Grant Purpose": "grantPurpose",
    },
  },
};

/** What is a number in a grant; every other field is text. */
const NUMBERS = new Set([
  "amountAppliedFor",
  "amountAwarded",
  "amountDisbursed",
  "duration",
  "latitude",
  "longitude",
]);

/** What names a person or leads to one: such a column is not read. */
export const PERSONAL = /contact name|phone|telephone|e-?mail|recipient ind:name|contactName/i;

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9?]/g, "");
const find = <T>(table: Readonly<Record<string, T>>, title: string): T | undefined =>
  Object.entries(table).find(([name]) => plain(name) === plain(title))?.[1];

/** The most places in a list that a column may name: more is a slip, and would fill memory. */
const MOST_PLACES = 100;
const isPlace = (step: string) => /^\d+$/.test(step) && Number(step) < MOST_PLACES;

/** Every field of the standard by its path, without the places in lists. */
const KNOWN_PATHS = new Set([
  ...Object.values(PLAIN),
  ...Object.values(GROUPS).flatMap(({ field, fields }) =>
    Object.values(fields).map((name) => `${field}/${name}`),
  ),
]);

/** `recipientOrganization/0/id`, the other way in which columns may be named. */
function byPointer(header: string): Path | undefined {
  const steps = header.split("/");
  const known = KNOWN_PATHS.has(steps.filter((step) => !isPlace(step)).join("/"));
  return known ? steps.map((step) => (isPlace(step) ? Number(step) : step)) : undefined;
}

/**
 * Where a column belongs: by the standard's titles (`Recipient Org:Identifier`, with a number for a
 * second one, `Beneficiary Location:1:Name`), in any case, or by the path of its field.
 *
 * @returns `undefined` where the standard has no such column
 */
export function pathOfColumn(header: string): Path | undefined {
  const [first = "", ...rest] = header.split(":").map((part) => part.trim());
  const plainField = find(PLAIN, first);
  if (rest.length === 0 && plainField !== undefined) return [plainField];
  const group = find(GROUPS, first);
  if (group === undefined) return byPointer(header);
  const numbered = isPlace(rest[0] ?? "");
  const field = find(group.fields, rest[numbered ? 1 : 0] ?? "");
  if (field === undefined || rest.length !== (numbered ? 2 : 1)) return undefined;
  if (field === "grantPurpose") return [group.field, field, numbered ? Number(rest[0]) : 0];
  return group.many ? [group.field, numbered ? Number(rest[0]) : 0, field] : [group.field, field];
}

/** A cell as its field wants it: a plain number as one, all else as text, for the schema to judge. */
export function cellValue(path: Path, text: string): string | number {
  const number = Number(text);
  return NUMBERS.has(String(path.at(-1))) && text !== "" && Number.isFinite(number) ? number : text;
}

/** Puts a value into a tree of plain objects and lists, making what is not there. */
export function place(tree: Record<string, unknown>, path: Path, value: unknown): void {
  let at: Record<string | number, unknown> = tree;
  for (const [i, step] of path.entries()) {
    const next = path[i + 1];
    if (next === undefined) at[step] = value;
    else {
      if (!Object.hasOwn(at, step)) at[step] = typeof next === "number" ? [] : {};
      at = at[step] as Record<string | number, unknown>;
    }
  }
}
