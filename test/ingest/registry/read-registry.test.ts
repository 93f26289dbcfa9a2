import { cpSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AppError } from "../../../server/core/errors.ts";
import { readRegistry } from "../../../server/ingest/registry/read-registry.ts";

const REGISTRY = fileURLToPath(new URL("../../../data/registry", import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "patchwork-registry-"));
  cpSync(REGISTRY, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The refusal after replacing `from` by `to` in a copy of the registry. */
function refusal(file: string, from: string | RegExp, to: string): AppError {
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  try {
    readRegistry(folder);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("the registry was accepted");
}

test("an end date is the day after the last day alive", () => {
  const { initiatives } = readRegistry(folder);
  const bradford = initiatives.find(({ id }) => id === "HAZ-01");
  expect(bradford?.start_date).toBe("1998-04-01");
  expect(bradford?.end_date).toBe("2003-04-01");
});

test("a financial year runs from 1 April to 1 April, over the turn of the century too", () => {
  const { streams } = readRegistry(folder);
  const years = streams.map(({ financial_year: { start, end } }) => `${start} ${end}`);
  expect(years).toContain("1999-04-01 2000-04-01");
  expect(years).toContain("2003-04-01 2004-04-01");
});

test("a missing file is named", () => {
  unlinkSync(join(folder, "aims.csv"));
  expect(() => readRegistry(folder)).toThrow(expect.objectContaining({ code: "file/missing" }));
});

test("a missing column is named with those that are there", () => {
  const error = refusal("aims.csv", "programme,aim,weight", "programme,aim,heft");
  expect(error.code).toBe("registry/column");
  expect(error.message).toBe("aims.csv lacks the column weight. It has: programme, aim, heft.");
});

test.each([
  ["a date that is no date", "initiatives.csv", "1998-04-01", "1998-02-31", 2, "start_date"],
  ["a number in words", "streams.csv", ",855494,", ",lots,", 2, "amount_gbp"],
  ["a category of its own", "programmes.csv", ",holistic,", ",wholesome,", 2, "category"],
  ["a year that skips one", "streams.csv", ",2003-04,", ",2003-05,", 2, "financial_year"],
  ["a programme nobody knows", "aims.csv", "SRB,enterprise", "XXX,enterprise", 2, "programme"],
  ["a partner of nothing", "partners.csv", "HAZ-01,", "HAZ-99,", 2, "initiative_id"],
  ["an id used twice", "initiatives.csv", "\nHAZ-02,", "\nHAZ-01,", 3, "id"],
  ["an end before the start", "initiatives.csv", ",2003-03-31,", ",1997-03-31,", 2, "end_date"],
  [
    "an advance of 150 per cent",
    "programmes.csv",
    ",0,,,each claim",
    ",1.5,,,each claim",
    11,
    "advance_share",
  ],
  [
    "a span that ends before it begins",
    "boundary_versions.csv",
    ",2000-06-04,",
    ",2000-04-01,",
    2,
    "valid_to",
  ],
  [
    "a partner named twice",
    "partners.csv",
    "HAZ-01,Bradford Council,local_authority,member authority",
    "HAZ-01,Bradford Health Authority,health,lead health authority",
    3,
    "organisation",
  ],
  [
    "a national line with an initiative",
    "streams.csv",
    ",initiative,,whole",
    ",national,,whole",
    2,
    "scope",
  ],
])("%s is refused by file, line and column", (_, file, from, to, line, column) => {
  const error = refusal(file, from, to);
  expect(error.code).toBe("registry/value");
  expect(error.detail).toMatchObject({ file, line, column });
  expect(error.message).toContain(`${file}, line ${line}, column ${column}`);
});

test("a value of a fixed list is refused with the list", () => {
  const { message } = refusal("programmes.csv", ",holistic,", ",wholesome,");
  expect(message).toContain("one of holistic, theme, client, partnership");
});

test("a line is counted in the file, through a quoted cell of several lines", () => {
  const path = join(folder, "aims.csv");
  writeFileSync(path, 'programme,aim,weight\nSRB,"two\nlines",primary\nSRB,jobs,heavy\n');
  expect(() => readRegistry(folder)).toThrow(
    expect.objectContaining({ detail: expect.objectContaining({ line: 4 }) }),
  );
});

test("an unknown district is refused by initiative and code", () => {
  const error = refusal("initiatives.csv", ",00CX,", ",99ZZ,");
  expect(error.code).toBe("registry/unknown-area");
  expect(error.message).toContain("HAZ-01 (Bradford) names the district 99ZZ");
});

test("a broken quote is a malformed file", () => {
  const error = refusal("aims.csv", "SRB,enterprise", 'SRB,"enter"prise');
  expect(error.code).toBe("format/malformed");
});

test("an indication needs a size, and the largest is not below the smallest", () => {
  const header = "initiative_id,lon,lat,smallest_m2,largest_m2,citation,confidence,source\n";
  const write = (row: string) => writeFileSync(join(folder, "indications.csv"), header + row);
  write("NDC-01,-1.5,53.8,100,400,HC Deb,sourced,HC Deb\n");
  expect(readRegistry(folder).indications).toMatchObject([{ smallest_m2: 100, largest_m2: 400 }]);
  write("NDC-01,-1.5,53.8,400,100,HC Deb,sourced,HC Deb\n");
  expect(() => readRegistry(folder)).toThrow(/line 2, column largest_m2/);
  write("NDC-01,-1.5,53.8,0,100,HC Deb,sourced,HC Deb\n");
  expect(() => readRegistry(folder)).toThrow(/column smallest_m2/);
});
