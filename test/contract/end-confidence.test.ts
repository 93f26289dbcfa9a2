import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { endConfidence } from "../../server/contract/end-confidence.ts";

const sourced = (notes: string) => endConfidence("2003-04-01", { confidence: "sourced", notes });

test("an end is as good as its row, unless the notes say that it was not read", () => {
  expect(endConfidence("2003-04-01", { confidence: "recalled", notes: "" })).toBe("recalled");
  expect(sourced("")).toBe("sourced");
  expect(sourced("End date recalled: folded into other bodies.")).toBe("recalled");
  expect(sourced("Members of the named area; end recalled.")).toBe("recalled");
  expect(sourced("the month is recalled; closing date recalled.")).toBe("recalled");
  expect(sourced("The round (4) and so the dates are recalled.")).toBe("recalled");
  expect(sourced("the estates are sourced; round, duration and value are recalled.")).toBe(
    "recalled",
  );
  expect(sourced("End is start plus the five-year maximum, not observed.")).toBe("recalled");
});

test("what the notes do not say of the end is not read into them", () => {
  expect(sourced("Point approximate, recalled. The end date is sourced (Order).")).toBe("sourced");
  expect(sourced("the month is recalled; wound up in 2005 (sourced).")).toBe("sourced");
  expect(sourced("the £25m share is recalled.")).toBe("sourced");
  expect(endConfidence(null, { confidence: "recalled", notes: "end recalled" })).toBeNull();
});

test("whole programmes of the registry have recalled ends", () => {
  const rows: Record<string, string>[] = parse(readFileSync("data/registry/initiatives.csv"), {
    columns: true,
  });
  const of = (programme: string) =>
    new Set(
      rows
        .filter((row) => row.programme === programme)
        .map(({ end_date, confidence, notes }) =>
          endConfidence(end_date, { confidence: confidence as "sourced", notes: notes! }),
        ),
    );
  for (const code of ["HAZ", "EIC", "SURE_START", "CONNEXIONS", "URBAN1"]) {
    expect([code, ...of(code)]).toEqual([code, "recalled"]);
  }
  expect([...of("CCP")]).toEqual(["sourced"]);
});
