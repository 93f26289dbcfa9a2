import { expect, test } from "vitest";
import { documentPath } from "../../client/api.ts";
import { bytes } from "../../client/format.ts";
import { asHtml, tabbed } from "../../client/parts/table-text.ts";
import { cellText } from "../../client/screens/export/cell-text.ts";
import { chosenFields } from "../../client/screens/export/fields.tsx";
import { isoDate } from "../../server/core/units.ts";

const table = {
  head: ["a", "b"],
  rows: [
    ["1\t2", "<b>&"],
    ["x\ny", ""],
  ],
};

test("a copied table has one cell a cell, whatever stands in it", () => {
  expect(tabbed(table)).toBe("a\tb\n1 2\t<b>&\nx y\t");
  expect(asHtml(table)).toBe(
    "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1\t2</td><td>&lt;b&gt;&amp;</td></tr><tr><td>x\ny</td><td></td></tr></tbody></table>",
  );
});

test("values as the file shows them: unknown is empty, nought is nought", () => {
  expect([null, 0, "a", ["x", "y"]].map(cellText)).toEqual(["", "0", "a", "x; y"]);
});

test("a document is of a place or a region, with its ranking", () => {
  const question = { at: isoDate("2001-04-01")!, programmes: ["HAZ", "EZ"] };
  expect(documentPath("/briefing", question, "all", { region: "London" })).toBe(
    "/briefing?region=London&by=all&at=2001-04-01&programme=EZ,HAZ",
  );
  expect(documentPath("/export/map.svg", question, "cover", { place: "00BE" })).toBe(
    "/export/map.svg?place=00BE&by=cover&at=2001-04-01&programme=EZ,HAZ",
  );
});

test("fields as the address names them: the first always, strangers never, none is all", () => {
  const fields = ["cell", "depth", "area_m2"].map((name) => ({ name }));
  expect(chosenFields(fields, undefined)).toEqual(["cell", "depth", "area_m2"]);
  expect(chosenFields(fields, "area_m2,nonsense")).toEqual(["cell", "area_m2"]);
  expect(chosenFields(fields, "nonsense")).toEqual(["cell", "depth", "area_m2"]);
});

test("the size of a file in the unit that people read", () => {
  expect([1, 812, 7317, 999_400, 1_681_834, 25_000_000].map(bytes)).toEqual([
    "1 byte",
    "812 bytes",
    "7.3 kB",
    "999 kB",
    "1.7 MB",
    "25 MB",
  ]);
});
