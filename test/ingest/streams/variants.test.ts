/**
 * 500 random variants of the worked cases, written as the public CSV and read back: no penny is lost,
 * and the cash flow is that of a simulation which walks day by day with a purse and a pile of claims.
 */
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type CashPlan, cashFlow, monthlySpend } from "../../../server/core/funding/cash-flow.ts";
import { ledgerOf } from "../../../server/core/funding/ledger.ts";
import type { Stream } from "../../../server/core/funding/model.ts";
import { periodEnds } from "../../../server/core/funding/period-ends.ts";
import { placeLedger } from "../../../server/core/funding/placed-money.ts";
import { moneyParts, totalsBy } from "../../../server/core/funding/totals.ts";
import { indexStudy } from "../../../server/core/hotspots/study-index.ts";
import {
  addDays,
  addMonths,
  type IsoDate,
  isoDate,
  pence,
  share,
} from "../../../server/core/units.ts";
import { type KnownNames, readStreams } from "../../../server/ingest/streams/read-streams.ts";
import { readTable } from "../../../server/ingest/tables/read-table.ts";
import { scratchFolder } from "../../support/scratch.ts";
import { place, study } from "../../support/study.ts";

const VARIANTS = 500;
const PATIENCE = 120_000;
const scratch = scratchFolder("variants");
const NOTHING: KnownNames = {
  initiatives: new Map(),
  programmes: new Map(),
  streams: new Set(),
  organisations: [],
};

type Row = Readonly<Record<string, string>>;

async function readRows(rows: readonly Row[], divider: string): Promise<readonly Stream[]> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const text = stringify([...rows], { header: true, columns, delimiter: divider });
  const { streams, problems } = readStreams(
    await readTable(scratch.write("variant.csv", text)),
    new Map(),
    NOTHING,
  );
  expect(problems).toEqual([]);
  return streams;
}

/** The same amount as people write it. */
const written = (amount: number, style: number) => {
  const pounds = Math.trunc(Math.abs(amount) / 100);
  const rest = `.${String(Math.abs(amount) % 100).padStart(2, "0")}`;
  const thousands = `${pounds.toLocaleString("en-GB")}${rest}`;
  const size = [`${pounds}${rest}`, thousands, `£${thousands}`, `GBP ${pounds}${rest}`][style % 4]!;
  return amount < 0 ? (style % 2 === 0 ? `(${size})` : `-${size}`) : size;
};

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
        const streams = await readRows(rows, sign);
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
      { seed: 6, numRuns: VARIANTS / 2 },
    );
  },
  PATIENCE,
);

const MONTHS = { monthly: 1, quarterly: 3, half_yearly: 6, annual: 12 } as const;
const advisers = fc.record({
  salary: fc.integer({ min: 1, max: 1_000_000 }),
  months: fc.integer({ min: 1, max: 36 }),
  year: fc.integer({ min: 1996, max: 2004 }),
  month: fc.integer({ min: 1, max: 12 }),
  frequency: fc.constantFrom(
    "monthly" as const,
    "quarterly" as const,
    "half_yearly" as const,
    "annual" as const,
  ),
  lag: fc.integer({ min: 0, max: 6 }),
  percent: fc.integer({ min: 0, max: 100 }),
  recovery: fc.constantFrom("pro_rata" as const, "last" as const),
  sector: fc.constantFrom("health", "voluntary"),
  basis: fc.constantFrom("arrears", "unit_cost"),
  style: fc.nat(7),
});

test(
  "variants of the specialist advisers flow as a day-by-day simulation says",
  async () => {
    await fc.assert(
      fc.asyncProperty(advisers, async (sketch) => {
        const start = isoDate(`${sketch.year}-${String(sketch.month).padStart(2, "0")}-01`)!;
        const end = addMonths(start, sketch.months);
        const [only] = await readRows(
          [
            {
              stream: "advisers",
              funder: "Employment Service",
              project: "Advisers",
              start_date: start,
              end_date: addDays(end, -1),
              total: written(sketch.salary * sketch.months, sketch.style),
              recipient: "A body",
              recipient_sector: sketch.sector,
              risk_money: "0",
              claim_frequency: sketch.frequency,
              payment_basis: sketch.basis,
              payment_lag_months: String(sketch.lag),
              advance_share: `${sketch.percent}%`,
              advance_recovery: sketch.percent === 0 ? "" : sketch.recovery,
              advance_to: "voluntary",
            },
          ],
          ",",
        );
        const plan = planOf(only!, sketch.salary, sketch.months);
        const flow = cashFlow(plan);
        const walked = walk(only!, sketch.salary, sketch.months);
        expect(flow.peak.amount).toBe(walked.peak);
        expect(flow.received).toBe(walked.received);
        expect(flow.spent).toBe(walked.spent);
        expect(flow.peak.on).toBe(walked.on);
      }),
      { seed: 6, numRuns: VARIANTS / 2 },
    );
  },
  PATIENCE,
);

const stepOf = ({ rules }: Stream) => MONTHS[rules.claims.frequency as keyof typeof MONTHS];

/** What the body is paid ahead, by the stream's own rule of who may be. */
function advanceOf({ rules, recipient }: Stream) {
  const { advance } = rules.payment;
  const allowed = advance?.to?.includes(recipient!.sector!) ?? false;
  return advance && advance.share > 0 && allowed ? advance : undefined;
}

function planOf(stream: Stream, salary: number, months: number): CashPlan {
  const advance = advanceOf(stream);
  const start = stream.start!;
  return {
    start,
    spend: monthlySpend(start, months, pence(salary)),
    award: stream.total!,
    rate: share(1),
    basis: stream.rules.payment.basis!,
    claimEnds: periodEnds(start, stepOf(stream), addDays(stream.end!, -1)),
    lagMonths: stream.rules.payment.lagMonths!,
    advance: advance && { share: advance.share, recovery: advance.recovery as "pro_rata" | "last" },
  };
}

/**
 * A purse, day by day: salaries go out on the last day of a month; at the end of each period a claim
 * is written for what went out since the last; the office pays it some months later, less what it has
 * to recover. Nothing of the plan's own arithmetic is used.
 */
function walk(stream: Stream, salary: number, months: number) {
  const { start, end, total } = stream;
  const lag = stream.rules.payment.lagMonths!;
  const advance = advanceOf(stream);
  const ahead = advance ? total! - Math.round(total! * (1 - advance.share)) : 0;
  const step = stepOf(stream);
  const last = addMonths(end!, step + lag + 1);
  const posted: { on: IsoDate; sum: number }[] = [];
  let [purse, lowest, spent, claimed, paid, received] = [0, 0, 0, 0, 0, 0];
  let on: IsoDate | undefined;
  let months_ = 0;
  for (let day = start!, n = 0; day < last; day = addDays(day, 1), n++) {
    // Out before in, on one day.
    const monthEnds = addDays(day, 1) === addMonths(start!, months_ + 1);
    if (monthEnds && months_ < months) {
      purse -= salary;
      spent += salary;
    }
    if (purse < lowest) [lowest, on] = [purse, day];
    if (n === 0) {
      purse += ahead;
      received += ahead;
    }
    if (monthEnds) {
      months_++;
      const closes = months_ % step === 0 && claimed < total!;
      if (closes) {
        claimed = Math.min(spent, total!);
        const final = day >= addDays(end!, -1);
        const due = final ? claimed - ahead : lessRecovered(claimed, total!, advance);
        const pays = addDays(addMonths(addDays(day, 1), lag), -1);
        posted.push({ on: pays, sum: due - paid });
        paid = due;
      }
    }
    for (const { on: pays, sum } of posted) {
      if (pays !== day) continue;
      purse += sum;
      received += sum;
    }
  }
  return { peak: Math.abs(lowest), spent, received, on };
}

/** Claims paid so far once so much was claimed: each cut by the advance's share, or none until only the advance is left. */
function lessRecovered(
  claimed: number,
  award: number,
  advance: ReturnType<typeof advanceOf>,
): number {
  if (!advance) return claimed;
  const rest = Math.round(award * (1 - advance.share));
  return advance.recovery === "last"
    ? Math.min(claimed, rest)
    : Math.round(claimed * (1 - advance.share));
}
