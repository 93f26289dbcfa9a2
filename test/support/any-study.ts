/** Any study and any question of it: random dates, spans, filters, budgets, rule changes and ground. */
import fc from "fast-check";
import type { Question } from "../../server/core/hotspots/question.ts";
import { CATEGORIES, type Study } from "../../server/core/model.ts";
import { addDays, type IsoDate, isoDate, pounds } from "../../server/core/units.ts";
import { cell, indication, initiative, outline, place, programme, study } from "./study.ts";

const START = isoDate("1994-01-01")!;
const date = fc.integer({ min: 0, max: 5800 }).map((days) => addDays(START, days));
/** A few days that everything may fall on together, so that ends meet dates and starts. */
const commonDate = fc.constantFrom(...["1999-04-01", "2000-02-29", "2001-04-01"].map(on));
const anyDate = fc.oneof(date, commonDate);
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

const PROGRAMMES = CATEGORIES.map((category, i) => category.slice(0, 3).toUpperCase() + i);
const AIMS = ["jobs", "health"];
const FUNDERS = ["A trust", "DoE, then DETR", "RDA"];
const PLACES = 5;
const CELLS = 12;

function on(text: string): IsoDate {
  return isoDate(text)!;
}

const someOf = (count: number) => fc.subarray(Array.from({ length: count }, (_, i) => i));

const anyProgramme = fc.record({
  department: fc.constantFrom("", "DETR", "DH"),
  end: optional(anyDate),
  longest: optional(fc.constantFrom(0.5, 1, 3, 7)),
  aims: fc.subarray(AIMS),
});

const anyInitiative = fc.record({
  programme: fc.nat(PROGRAMMES.length - 1),
  start: optional(anyDate),
  end: optional(anyDate),
  budget: optional(fc.integer({ min: 1, max: 1e9 }).map((pence) => pounds(pence / 100))),
  within: someOf(PLACES),
  point: optional(fc.constant({ lon: -1, lat: 54 })),
  funders: someOf(FUNDERS.length),
});

const span = fc.record({ from: optional(anyDate), to: optional(anyDate) });

export const anyStudy: fc.Arbitrary<Study> = fc
  .array(anyInitiative, { minLength: 1, maxLength: 14 })
  .chain((initiatives) => {
    const of = fc.nat(initiatives.length - 1);
    const outlined = fc.array(fc.tuple(of, span), { maxLength: 14 });
    const cited = fc.array(fc.tuple(of, span, someOf(CELLS)), { maxLength: 4 });
    return outlined.chain((outlines) =>
      fc
        .record({
          programmes: fc.tuple(...PROGRAMMES.map(() => anyProgramme)),
          coveredBy: fc.array(someOf(outlines.length), { minLength: CELLS, maxLength: CELLS }),
          cited,
          changes: fc.array(fc.tuple(anyDate, fc.nat(PROGRAMMES.length - 1)), { maxLength: 6 }),
        })
        .map(({ programmes, coveredBy, cited, changes }) =>
          study({
            funders: FUNDERS,
            programmes: programmes.map((parts, i) => ({
              ...programme(PROGRAMMES[i]!, CATEGORIES[i]!),
              ...parts,
            })),
            places: Array.from({ length: PLACES }, (_, i) =>
              place(`P${i}`, i === PLACES - 1 ? "Wales" : "England"),
            ),
            initiatives: initiatives.map((parts, i) => ({ ...initiative(`I${i}`), ...parts })),
            outlines: outlines.map(([of, { from, to }]) => outline(of, from, to)),
            indications: cited.map(([of, when, reaches]) => ({
              ...indication(of, reaches),
              ...when,
            })),
            cells: coveredBy.map((covers, i) => cell(i % PLACES, covers, i < PLACES ? 1000 : i)),
            ruleChanges: changes.map(([date, programme]) => ({
              date,
              programme,
              what: "a rule",
              confidence: "sourced" as const,
            })),
          }),
        ),
    );
  });

export const anyQuestion: fc.Arbitrary<Question> = fc.record({
  at: anyDate,
  programmes: fc.subarray(PROGRAMMES),
  categories: fc.subarray([...CATEGORIES]),
  departments: fc.subarray(["DETR", "DH"]),
  aims: fc.subarray(AIMS),
  funders: fc.subarray(FUNDERS),
  among: optional(someOf(14).map((initiatives) => new Set(initiatives))),
});
