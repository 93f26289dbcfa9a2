import { expect, test } from "vitest";
import { AREA_FIELDS, INITIATIVE_FIELDS } from "../../../server/core/mapping/fields.ts";
import { suggestMapping } from "../../../server/core/mapping/suggest.ts";

const mapped = (
  rows: Record<string, unknown>[],
  fields: typeof INITIATIVE_FIELDS | typeof AREA_FIELDS,
) =>
  Object.fromEntries(
    suggestMapping(fields, Object.keys(rows[0]!), rows).map(({ field, column }) => [field, column]),
  );

test("our own headings are sure", () => {
  const row = { id: "A-1", name: "Alpha", start_date: "2002-06-01", budget_gbp: "5" };
  const sure = suggestMapping(INITIATIVE_FIELDS, Object.keys(row), [row]);
  expect(sure.map(({ confidence }) => confidence)).toEqual([1, 1, 1, 1]);
});

test("other people's headings are known by their words and by what stands under them", () => {
  const rows = [
    { "Scheme Name": "Alpha", StartDate: "01/04/2002", Until: "31/3/2005", "Award (£)": "£1m" },
  ];
  expect(mapped(rows, INITIATIVE_FIELDS)).toEqual({
    name: "Scheme Name",
    start_date: "StartDate",
    end_date: "Until",
    budget_gbp: "Award (£)",
  });
});

test("a column of words is no column of dates, whatever it is called", () => {
  const rows = [{ name: "Alpha", start: "Leeds" }];
  expect(mapped(rows, INITIATIVE_FIELDS)).toEqual({ name: "name" });
});

test("the headings of National Statistics of any year", () => {
  expect(mapped([{ LAD13CD: "E06000001", LAD13NM: "Hartlepool" }], AREA_FIELDS)).toEqual({
    code: "LAD13CD",
    name: "LAD13NM",
  });
});
