/** A real file with 355 invalid outlines of 380: the report must be workable, and the repair small. */
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { checkText } from "../../server/cli/check-text.ts";
import { AREA_FIELDS } from "../../server/core/mapping/fields.ts";
import type { IsoDate } from "../../server/core/units.ts";
import { checkFile } from "../../server/ingest/check/check-file.ts";

const FILE = "../shared/data/boundaries/lad.geojson";

test.skipIf(!existsSync(FILE))(`the report of ${FILE}, and what its repair changes`, async () => {
  const { report } = await checkFile(FILE, {
    fields: AREA_FIELDS,
    today: "2026-11-25" as IsoDate,
  });
  expect(report.features).toBe(380);
  const bad = new Set(
    report.problems
      .filter(({ problem }) => problem !== "wrong-winding")
      .flatMap(({ findings }) => findings.map(({ feature }) => feature)),
  );
  // GEOS calls 355 invalid in degrees. Of Nottingham's lines two lie on each other there and run some
  // millimetres apart on the national grid, where figures are made: a spike thinner than 10 mm.
  expect(bad.size).toBe(355);
  const { repair } = report;
  expect(Math.abs(repair.share)).toBeLessThan(0.0001);
  const changes = new Map<number, number>();
  for (const { feature, area_change_m2 } of report.proposals) {
    changes.set(feature, (changes.get(feature) ?? 0) + area_change_m2);
  }
  const firsts = new Map(report.proposals.toReversed().map((one) => [one.feature, one.before_m2]));
  const larger = [...changes].filter(
    ([feature, change]) => Math.abs(change) > 0.0001 * firsts.get(feature)!,
  );
  expect(repair.larger.map(({ feature }) => feature).sort()).toEqual(
    larger.map(([feature]) => feature).sort(),
  );
  for (const { cause } of repair.larger) expect(cause).toMatch(/^the outline .*, in \d+ places?/);
  const text = checkText(report);
  expect(text.split("\n").length).toBeLessThan(120);
  expect(text).toContain("All repairs together (380 outlines)");
});
