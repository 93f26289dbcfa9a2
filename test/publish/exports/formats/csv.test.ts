import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { unguard } from "../../../../server/contract/csv-guard.ts";
import { csv, listText } from "../../../../server/publish/exports/formats/csv.ts";
import { bytesOf, squaresTable } from "../../../support/table.ts";

test("the file is as it was", async () => {
  const golden = join(import.meta.dirname, "../../../golden/exports/squares.csv");
  await expect(bytesOf(csv.write(await squaresTable())).toString()).toMatchFileSnapshot(golden);
});

test("text that a spreadsheet would run is guarded, numbers are not", async () => {
  const [, window, , nowhere] = parse(bytesOf(csv.write(await squaresTable()))) as string[][];
  expect(window!.at(-1)).toBe("'=1+1");
  expect(nowhere![3]).toBe("-1.5");
  expect(nowhere!.at(-1)).toBe("");
});

test("lines end in CR LF and there is one header row", async () => {
  const text = bytesOf(csv.write(await squaresTable())).toString();
  expect(text.split("\r\n")).toHaveLength(5);
  expect(text.replaceAll("\r\n", "")).not.toContain("\n");
});

test("any text survives the file and the guard", async () => {
  const table = await squaresTable();
  const anyText = fc.string({
    unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "'", '"', ",", "a", "é"),
  });
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 20 }), (texts) => {
      const rows = texts.map((text) => ["id", 0, [], 0, text]);
      const read = parse(bytesOf(csv.write({ ...table, rows }))) as string[][];
      expect(read.slice(1).map((row) => unguard(row.at(-1)!))).toEqual(texts);
    }),
  );
});

test("any text is quoted as csv-stringify quotes it", async () => {
  const table = await squaresTable();
  const anyText = fc.string({
    unit: fc.constantFrom("\r", "\n", "'", '"', ",", ";", " ", "a", "é"),
  });
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1, maxLength: 20 }), (texts) => {
      const rows = texts.map((text) => [`x${text}`, 0, [], 1.5, null]);
      const written = bytesOf(csv.write({ ...table, rows })).toString();
      const expected = stringify(
        rows.map(([text]) => [text, "0", "", "1.5", ""]),
        { record_delimiter: "\r\n", quote_record_delimiter: true },
      );
      expect(written.slice(written.indexOf("\r\n") + 2)).toBe(expected);
    }),
  );
});

test("a list of ids can be told apart again", () => {
  expect(listText(["a", "b;c", "d\\"])).toBe("a;b\\;c;d\\\\");
});
