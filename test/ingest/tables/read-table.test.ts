import { describe, expect, test } from "vitest";
import { readTable } from "../../../server/ingest/tables/read-table.ts";
import { cellPlace, columnLetters } from "../../../server/ingest/tables/table.ts";
import { scratchFolder } from "../../support/scratch.ts";
import { xlsxFile, xlsxParts } from "../../support/xlsx-file.ts";
import { zipFile } from "../../support/zip-file.ts";

const { write } = scratchFolder("tables");

describe("a CSV file", () => {
  test("is rows of text with their numbers, blank rows counted and left out", async () => {
    const path = write(
      "a.csv",
      'Ward code,Name\r\nE05000001,"Abbey, St"\r\n\r\n007, Gascoigne \r\n',
    );
    expect(await readTable(path)).toMatchObject({
      file: "a.csv",
      format: "csv",
      sheet: undefined,
      sheets: [],
      headerRow: 1,
      header: ["Ward code", "Name"],
      rows: [
        { row: 2, cells: ["E05000001", "Abbey, St"] },
        { row: 4, cells: ["007", "Gascoigne"] },
      ],
      notes: [],
    });
  });

  test.each([
    ["semicolons", "code;name\nE1;Bow\n"],
    ["tabs", "code\tname\nE1\tBow\n"],
    ["bars", "code|name\nE1|Bow\n"],
    ["a byte order mark", "\uFEFFcode,name\nE1,Bow\n"],
  ])("may have %s", async (_, text) => {
    const { header, rows } = await readTable(write("b.csv", text));
    expect(header).toEqual(["code", "name"]);
    expect(rows).toEqual([{ row: 2, cells: ["E1", "Bow"] }]);
  });

  test("of UTF-16, as Excel's Unicode text, is read", async () => {
    const path = write("u.txt", Buffer.from("\uFEFFcode\tname\r\nE1\tMôn\r\n", "utf16le"));
    expect((await readTable(path)).rows).toEqual([{ row: 2, cells: ["E1", "Môn"] }]);
  });

  test("that is not UTF-8 is Windows-1252, and says so", async () => {
    const { rows, notes } = await readTable(write("w.csv", Buffer.from("a,b\nMôn,£5\n", "latin1")));
    expect(rows).toEqual([{ row: 2, cells: ["Môn", "£5"] }]);
    expect(notes).toEqual([
      { code: "file/encoding", message: expect.stringMatching(/^w\.csv .*Windows-1252/) },
    ]);
  });

  test("has the guard taken off cells that a spreadsheet would run", async () => {
    const { rows } = await readTable(write("g.csv", "a,b\n'=1+1,'-5\n''=x,'plain\n"));
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["=1+1", "-5"],
      ["'=x", "'plain"],
    ]);
  });

  test("keeps cells beyond the header, so that nothing is lost in silence", async () => {
    const { header, rows } = await readTable(write("wide.csv", "a,b,\n1,2,3,4\n5\n"));
    expect(header).toEqual(["a", "b"]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["1", "2", "3", "4"],
      ["5", ""],
    ]);
  });

  test.each<[string, string | Buffer, string, RegExp]>([
    ["empty.csv", "", "file/empty", /empty\.csv is empty\.$/],
    ["blank.csv", "\n \n", "file/empty", /^blank\.csv is empty\.$/],
    ["quote.csv", 'a,b\n"1,2\n', "format/malformed", /near line/],
    ["photo.csv", Buffer.from([1, 0, 2, 0]), "format/other", /no table/],
  ])("%s is refused", async (name, content, code, message) => {
    await expect(readTable(write(name, content))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  test("one that is not there is missing", async () => {
    await expect(readTable("/nowhere/a.csv")).rejects.toMatchObject({ code: "file/missing" });
  });
});

describe("an Excel workbook", () => {
  const grants = xlsxFile({
    Notes: [[]],
    Grants: [
      ["Grants made since 1998"],
      [],
      ["Code", "Amount", "Awarded", "Joint", "Doubled"],
      ["00CX", 1234.5, { day: 36_526 }, true, { formula: "B4*2", result: 2469 }],
      ["  007 ", 0.1 + 0.2, { day: 36_526.5 }, null, { error: "#N/A" }],
      [],
      [null, "", null],
      ["=1+1", 1e6, null, false, { formula: "A4", result: "x < y" }],
    ],
    More: [["a"], ["b"]],
  });

  test("is text with the place of each cell: codes, amounts, days, formulas", async () => {
    const table = await readTable(write("grants.xlsx", grants));
    expect(table).toMatchObject({ format: "xlsx", sheet: "Grants", headerRow: 3 });
    expect(table.sheets).toEqual(["Notes", "Grants", "More"]);
    expect(table.header).toEqual(["Code", "Amount", "Awarded", "Joint", "Doubled"]);
    expect(table.rows).toEqual([
      { row: 4, cells: ["00CX", "1234.5", "2000-01-01", "TRUE", "2469"] },
      { row: 5, cells: ["007", "0.3", "2000-01-01T12:00:00", "", ""] },
      { row: 8, cells: ["=1+1", "1000000", "", "FALSE", "x < y"] },
    ]);
    expect(cellPlace(table, 5, 1)).toBe('sheet "Grants", row 5, column B ("Amount")');
  });

  test("has the sheet and the header that are asked for", async () => {
    const path = write("grants.xlsx", grants);
    expect((await readTable(path, { sheet: "More" })).rows).toEqual([{ row: 2, cells: ["b"] }]);
    expect((await readTable(path, { headerRow: 4 })).header[0]).toBe("00CX");
    await expect(readTable(path, { sheet: "Wards" })).rejects.toMatchObject({
      code: "format/layer",
      message: 'grants.xlsx has no sheet "Wards". Its sheets: "Notes", "Grants", "More".',
    });
  });

  test("is known by its content, whatever it is called", async () => {
    expect((await readTable(write("grants.csv", grants))).format).toBe("xlsx");
    expect((await readTable(write("list.xlsx", "a,b\n1,2\n"))).format).toBe("csv");
  });

  const parts = xlsxParts({ A: [["a"]] });
  const withSheet = (xml: string) =>
    zipFile(parts.map((part) => (part.name.includes("sheet1") ? { ...part, bytes: xml } : part)));
  test.each<[string, Buffer, string, RegExp]>([
    ["old.xls", Buffer.from("d0cf11e0a1b11ae1", "hex"), "format/other", /old or locked Excel/],
    ["text.ods", zipFile([{ name: "mimetype", bytes: "x" }]), "format/other", /OpenDocument/],
    ["shapes.zip", zipFile([{ name: "a.shp", bytes: "x" }]), "format/other", /without a workbook/],
    ["cut.xlsx", grants.subarray(0, 900), "format/malformed", /damaged/],
    [
      "far.xlsx",
      withSheet('<worksheet><sheetData><row r="2000000000"/></sheetData></worksheet>'),
      "format/malformed",
      /beyond the last/,
    ],
    ["broken.xlsx", withSheet("<worksheet><sheetData><row"), "format/malformed", /damaged/],
    ["none.xlsx", xlsxFile({ A: [[]] }), "file/empty", /sheet "A" holds no row/],
    [
      "slip.xlsx",
      zipFile([...parts, { name: "../../evil.txt", bytes: "x" }]),
      "archive/unsafe",
      /leads out of the archive/,
    ],
  ])("%s is refused", async (name, bytes, code, message) => {
    await expect(readTable(write(name, bytes))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });
});

describe("limits of a table", () => {
  const csv = "a,b\n1,22\n3,4\n";
  test.each([
    ["features", 2, "limit/features"],
    ["fields", 2, "limit/fields"],
    ["fieldLength", 2, "limit/field-length"],
    ["fileBytes", 13, "limit/size"],
  ] as const)("%s: %i is read, one fewer allowed is refused", async (limit, most, code) => {
    const path = write("limits.csv", csv);
    await readTable(path, { limits: { [limit]: most } });
    await expect(readTable(path, { limits: { [limit]: most - 1 } })).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^limits\.csv .*the most that is read\. .+\.$/),
    });
  });
});

test("columns have the letters of a spreadsheet", () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
});
