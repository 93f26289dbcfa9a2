import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  GEO_CODE_TYPES,
  INDIVIDUALS_PURPOSES,
  INDIVIDUALS_REASONS,
  isCountry,
  isCurrency,
  LOCATION_SCOPES,
  REGRANT_TYPES,
} from "../../../server/ingest/grants/code-lists.ts";
import { pathOfColumn } from "../../../server/ingest/grants/grant-columns.ts";
import { jsonDepth } from "../../../server/ingest/grants/json-depth.ts";
import { readGrants } from "../../../server/ingest/grants/read-grants.ts";
import { readTable } from "../../../server/ingest/tables/read-table.ts";
import { corpusPath, hasCorpora } from "../../support/corpora-cases.ts";
import { scratchFolder } from "../../support/scratch.ts";
import { xlsxFile } from "../../support/xlsx-file.ts";

const { write } = scratchFolder("grants");

const good = {
  id: "360G-a-1",
  title: "Youth work",
  description: "Evenings",
  currency: "GBP",
  amountAwarded: 12_500.5,
  awardDate: "2004-02-29",
  plannedDates: [{ startDate: "2004-03", endDate: "2005", duration: 12 }],
  fundingOrganization: [{ id: "GB-GOR-1", name: "Council" }],
  recipientOrganization: [{ id: "GB-CHC-2", name: "Club", charityNumber: "2", email: "a@b.c" }],
  beneficiaryLocation: [{ geoCode: "E05000001", geoCodeType: "WD", countryCode: "GB" }],
};
const json = (...grants: object[]) => write("a.json", JSON.stringify({ grants }));

describe("360Giving JSON", () => {
  test("is typed grants; what names a person is not kept", async () => {
    const { grants, problems, format, sha256 } = await readGrants(json(good));
    expect(problems).toEqual([]);
    expect(format).toBe("360giving-json");
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(grants).toMatchObject([
      { row: 1, grant: { id: "360G-a-1", amountAwarded: 12_500.5, grantProgramme: [] } },
    ]);
    expect(JSON.stringify(grants)).not.toContain("a@b.c");
  });

  test("names each fault by grant and field, and keeps the good grants", async () => {
    const bad = {
      ...good,
      id: "360G-a-2",
      currency: "POUNDS",
      amountAwarded: "£1,000",
      awardDate: "31/12/2004",
      regrantType: "FRG999",
      fundingOrganization: [{ id: "GB-GOR-1" }],
      beneficiaryLocation: [{ countryCode: "UK", latitude: 91 }],
      plannedDates: [{ startDate: "2004-02-31" }],
    };
    const { title: _title, ...untitled } = { ...good, id: "360G-a-3" };
    const nobody = { ...good, id: "360G-a-4", recipientOrganization: [] };
    const { grants, problems } = await readGrants(json(good, bad, untitled, nobody, good));
    expect(grants.map(({ row }) => row)).toEqual([1]);
    expect(problems.map(({ row, code, field }) => `${row} ${code} ${field}`).sort()).toEqual([
      "2 grants/missing fundingOrganization/0/name",
      "2 grants/value amountAwarded",
      "2 grants/value awardDate",
      "2 grants/value beneficiaryLocation/0/countryCode",
      "2 grants/value beneficiaryLocation/0/latitude",
      "2 grants/value currency",
      "2 grants/value plannedDates/0/startDate",
      "2 grants/value regrantType",
      "3 grants/missing title",
      "4 grants/missing recipientOrganization",
      "5 grants/duplicate id",
    ]);
    const message = (field: string) => problems.find((one) => one.field === field)?.message;
    expect(message("amountAwarded")).toBe(
      'a.json, grant 2 (360G-a-2), amountAwarded: "£1,000" does not fit. A plain number is expected, such as 12500 or 12500.50.',
    );
    expect(message("title")).toBe("a.json, grant 3 (360G-a-3), title: it is missing.");
    expect(message("id")).toMatch(/is the identifier of an earlier grant, in 1\.$/);
  });

  test("a kind of area beside the open list is a doubt, and the grant is kept", async () => {
    const odd = { ...good, beneficiaryLocation: [{ geoCode: "X", geoCodeType: "Parish" }] };
    const { grants, problems } = await readGrants(json(odd));
    expect(grants.length).toBe(1);
    expect(problems).toMatchObject([
      { code: "grants/geo-code-type", field: "beneficiaryLocation/0/geoCodeType" },
    ]);
  });

  test.each<[string, string, string]>([
    ["{", "format/malformed", "not valid JSON"],
    ['{"x":1}', "format/malformed", 'no list "grants"'],
    ["", "file/empty", "empty"],
    [`{"grants":${"[".repeat(101)}${"]".repeat(101)}}`, "limit/depth", "nested"],
  ])("%.20s is refused", async (text, code, message) => {
    await expect(readGrants(write("bad.json", text))).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });
});

describe("a 360Giving spreadsheet", () => {
  const header = [
    "Identifier",
    "Title",
    "Description",
    "Currency",
    "Amount Awarded",
    "Award Date",
    "Recipient Org:Identifier",
    "Recipient Org:Name",
    "Funding Org:Identifier",
    "Funding Org:Name",
    "Beneficiary Location:0:Geographic Code",
    "Beneficiary Location:1:Geographic Code",
    "Recipient Org:Email",
    "Internal note",
  ];
  const row = (id: string, amount: string | number, day: { day: number } | string) => [
    id,
    "t",
    "d",
    "GBP",
    amount,
    day,
    "GB-1",
    "Club",
    "GB-2",
    "Fund",
    "E01",
    "E02",
    "a@b.c",
    "n",
  ];

  test("is read by its titles, with lists and days", async () => {
    const path = write(
      "g.xlsx",
      xlsxFile({ grants: [["Our grants"], header, row("g1", 5000, { day: 36_526 })] }),
    );
    const { grants, problems, notes } = await readGrants(path);
    expect(problems).toEqual([]);
    expect(grants).toMatchObject([
      {
        row: 3,
        grant: {
          amountAwarded: 5000,
          awardDate: "2000-01-01",
          recipientOrganization: [{ id: "GB-1", name: "Club" }],
          beneficiaryLocation: [{ geoCode: "E01" }, { geoCode: "E02" }],
        },
      },
    ]);
    expect(notes.map(({ message }) => message)).toEqual([
      "Left out of g.xlsx, as they name persons: Recipient Org:Email.",
      "Left out of g.xlsx, as grants here have no such field: Internal note.",
    ]);
  });

  test("names faults by row and column", async () => {
    const path = write(
      "b.xlsx",
      xlsxFile({ grants: [header, row("g1", "5k", "2000-01-01"), row("", 1, "x")] }),
    );
    const { problems } = await readGrants(path);
    expect(problems.map(({ message }) => message)).toEqual([
      'b.xlsx, sheet "grants", row 2, column E ("Amount Awarded"): "5k" does not fit. A plain number is expected, such as 12500 or 12500.50.',
      'b.xlsx, sheet "grants", row 3, column A ("Identifier"): it is missing.',
      'b.xlsx, sheet "grants", row 3, column F ("Award Date"): "x" does not fit. A date is expected as YYYY-MM-DD.',
    ]);
  });

  test.each([
    ["identifier", ["id"]],
    ["recipient org: name", ["recipientOrganization", 0, "name"]],
    ["Planned Dates:Duration (months)", ["plannedDates", 0, "duration"]],
    ["Beneficiary Location:2:Name", ["beneficiaryLocation", 2, "name"]],
    ["To Individuals Details:Primary Grant Reason", ["toIndividualsDetails", "primaryGrantReason"]],
    ["fundingOrganization/0/id", ["fundingOrganization", 0, "id"]],
    ["__proto__", undefined],
    ["__proto__/polluted", undefined],
    ["Recipient Org:Email", undefined],
  ])("the column %s belongs to %j", (title, path) => {
    expect(pathOfColumn(title)).toEqual(path);
  });

  test("a path can neither reach a prototype nor make a list without end", async () => {
    const text = "Identifier,title/__proto__/polluted,Beneficiary Location:99999999:Name\n1,x,y\n";
    await readGrants(write("p.csv", text));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("one of another kind is refused", async () => {
    await expect(readGrants(write("o.csv", "ward,n\nx,1\n"))).rejects.toMatchObject({
      code: "format/malformed",
      message: expect.stringMatching(/no column "Identifier"\. Its columns: ward, n\.$/),
    });
  });
});

test("depth of JSON counts brackets outside texts", () => {
  expect(['{"a":"[[[\\"["}', "[[]]", "1"].map(jsonDepth)).toEqual([1, 2, 0]);
});

describe.skipIf(!hasCorpora())("the standard's own files (needs ../shared/corpora)", () => {
  test("every grant of the example package is read; nothing is found wrong with it", async () => {
    const path = corpusPath("360giving/examples/awefw001p00000zgyHZAAY.json");
    const { grants, problems } = await readGrants(path);
    expect(JSON.parse(readFileSync(path, "utf8")).grants.length).toBe(154);
    expect(problems).toEqual([]);
    expect(grants.length).toBe(154);
  });

  test.each<[string, (code: string) => boolean]>([
    ["currency", isCurrency],
    ["countryCode", isCountry],
    ["regrantType", (code) => REGRANT_TYPES.has(code)],
    ["locationScope", (code) => LOCATION_SCOPES.has(code)],
    ["grantToIndividualsReason", (code) => INDIVIDUALS_REASONS.has(code)],
    ["grantToIndividualsPurpose", (code) => INDIVIDUALS_PURPOSES.has(code)],
    ["geoCodeType", (code) => GEO_CODE_TYPES.has(code)],
  ])("every code of the list %s is known", async (list, known) => {
    const path = corpusPath(`360giving/codelists/${list}.csv`);
    const codes = (await readTable(path)).rows.map(({ cells }) => cells[0]!);
    expect(codes.length).toBeGreaterThan(5);
    const none = list === "currency" ? ["X".repeat(3)] : [];
    expect(codes.filter((code) => !known(code))).toEqual(none);
  });

  test("no list is passed over", () => {
    const folder = corpusPath("360giving/codelists");
    expect(existsSync(folder) && readdirSync(folder).length).toBe(7);
  });
});
