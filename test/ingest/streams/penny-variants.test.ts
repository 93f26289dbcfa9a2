/**
 * Random variants of Moss Side and Hulme, written as the public CSV and read back: no penny is lost,
 * by funder and by place.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { ledgerOf } from "../../../server/core/funding/ledger.ts";
import { placeLedger } from "../../../server/core/funding/placed-money.ts";
import { moneyParts, totalsBy } from "../../../server/core/funding/totals.ts";
import { indexStudy } from "../../../server/core/hotspots/study-index.ts";
import { scratchFolder } from "../../support/scratch.ts";
import { type Row, readRows, written } from "../../support/stream-rows.ts";
import { place, study } from "../../support/study.ts";

const VARIANTS = 250;
const PATIENCE = 120_000;
const scratch = scratchFolder("penny-variants");

const yearSpan = fc.record({
  from: fc.integer({ min: 1996, max: 2003 }),
  count: fc.integer({ min: 1, max: 5 }),
});
const seedcorn = fc.array(
  fc.record({
    yearStart: fc.constantFrom("1 April", "6 April", "1 January", "1 September", ""),
    funder: fc.constantFrom("SRB", "ERDF", "Capital receipts", "Agency, core budget"),
    years: yearSpan,
    amounts: fc.array(fc.integer({ min: -1e7, max: 2e8 }), { minLength: 5, maxLength: 5 }),
    style: fc.nat(7),
    frequency: fc.constantFrom("quarterly", "monthly", "annual", ""),
    weights: fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 3 }),
    way: fc.constantFrom("rows", "columns", "profile"),
  }),
  { minLength: 1, maxLength: 6 },
);

const PLACES = ["A", "B", "C"];
const index = indexStudy(study({ places: PLACES.map((name) => place(name)) }));
const placing = {
  index,
  people: PLACES.map((_, i) => 100 * (i + 1)),
  initiativeAt: new Map<string, number>(),
  placeAt: new Map(PLACES.map((name, i) => [name, i])),
  placeNamed: new Map<string, number>(),
};

test(
  "variants of Moss Side and Hulme keep every penny, by funder and by place",
  async () => {
    const divider = fc.constantFrom(",", ";", "\t");
    await fc.assert(
      fc.asyncProperty(seedcorn, divider, async (sketches, sign) => {
        const rows = sketches.flatMap(({ years, amounts, style, way, ...one }, i): Row[] => {
          const labels = Array.from({ length: years.count }, (_, n) =>
            one.yearStart === "1 January"
              ? `${years.from + n}`
              : `${years.from + n}-${String((years.from + n + 1) % 100).padStart(2, "0")}`,
          );
          const sums = amounts.slice(0, years.count);
          const total = sums.reduce((a, b) => a + b, 0);
          const base = {
            stream: `s${i}`,
            funder: one.funder,
            project: "Seedcorn",
            year_start: one.yearStart,
            claim_frequency: one.frequency,
            places: one.weights.map((weight, n) => `${PLACES[n]}=${weight}`).join("; "),
            total: written(total, style),
          };
          if (way === "rows")
            return labels.map((year, n) => ({ ...base, year, amount: written(sums[n]!, style) }));
          if (way === "columns")
            return [
              {
                ...base,
                ...Object.fromEntries(labels.map((year, n) => [year, written(sums[n]!, style)])),
              },
            ];
          return [
            {
              ...base,
              profile: labels.map((year, n) => `${year}=${written(sums[n]!, style)}`).join("; "),
            },
          ];
        });
        const streams = await readRows(scratch, rows, sign);
        const { entries } = ledgerOf(streams, () => ({ districts: [], regions: [] }));
        const expected = sketches.reduce(
          (sum, { amounts, years }) =>
            sum + amounts.slice(0, years.count).reduce((a, b) => a + b, 0),
          0,
        );
        const ofFunder = (name: string) =>
          sketches
            .filter(({ funder }) => funder === name)
            .reduce(
              (sum, { amounts, years }) =>
                sum + amounts.slice(0, years.count).reduce((a, b) => a + b, 0),
              0,
            );
        for (const rule of ["list", "equal", "population"] as const) {
          const parts = moneyParts(placeLedger(placing, entries, rule));
          const byFunder = totalsBy(parts, ({ entry }) => entry.stream.funder);
          const byPlace = totalsBy(parts, ({ place: at }) => PLACES[at!]!);
          expect(byPlace.reduce((sum, { amount }) => sum + amount, 0)).toBe(expected);
          for (const { key, amount } of byFunder) expect(amount).toBe(ofFunder(key));
        }
      }),
      { seed: 6, numRuns: VARIANTS },
    );
  },
  PATIENCE,
);
