import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moneyPerHead } from "../../../../server/core/funding/measures/money-per-head.ts";
import { outputClashes } from "../../../../server/core/funding/measures/output-clashes.ts";
import { volume } from "../../../../server/core/funding/measures/volume.ts";
import { type Pence, pounds, share, toPence } from "../../../../server/core/units.ts";

const gbp = (value: number) => toPence(pounds(value));

describe("§2.10 money a head", () => {
  const area = (code: string, perHead: number, need: number | undefined, people = 1000) => ({
    code,
    money: gbp(perHead * people),
    people,
    need,
  });

  test("£145 against £100 a head is 1.45: 45 % above", () => {
    const of = moneyPerHead([area("A", 145, 60), area("B", 100, 10)])!;
    expect(of.ratio).toBeCloseTo(1.45, 12);
    expect(of.most.perHead).toBe(145);
    expect(of.overall).toBe(122.5);
    expect(of.areas[0]?.index).toBeCloseTo(118.4, 1);
  });

  test("takes a fifth of the areas at each end, and all their people together", () => {
    const areas = Array.from({ length: 10 }, (_, i) =>
      area(`A${i}`, 10 * (i + 1), i, 100 * (i + 1)),
    );
    const of = moneyPerHead(areas)!;
    expect(of.most).toMatchObject({ areas: 2, people: 1900 });
    expect(of.most.perHead).toBeCloseTo((100 * 1000 + 90 * 900) / 1900, 12);
    expect(of.least.perHead).toBeCloseTo((10 * 100 + 20 * 200) / 300, 12);
  });

  test("an area without people or score is in no group; two groups never share an area", () => {
    const areas = [area("A", 5, 3), area("B", 1, 2), area("C", 9, undefined), area("D", 9, 9, 0)];
    expect(moneyPerHead(areas, share(1))).toMatchObject({ ratio: 5, most: { areas: 1 } });
    expect(moneyPerHead([area("A", 5, 3), area("C", 9, undefined)])).toBeUndefined();
  });

  test("has no ratio where the least deprived get nothing", () => {
    expect(moneyPerHead([area("A", 5, 3), area("B", 0, 2)])?.ratio).toBeUndefined();
  });
});

describe("§5.73 volume by department and year", () => {
  const figure = (department: string, year: number, amount: number, assumed = false) => ({
    department,
    year,
    amount: gbp(amount),
    assumed,
  });

  test("adds what is of one department and year, and tells what was spread", () => {
    expect(
      volume([
        figure("Health", 2001, 5),
        figure("Education", 2000, 1.5),
        figure("Education", 2000, 2, true),
      ]),
    ).toEqual([
      { department: "Education", year: 2000, amount: gbp(3.5), assumed: gbp(2), figures: 2 },
      { department: "Health", year: 2001, amount: gbp(5), assumed: 0, figures: 1 },
    ]);
  });

  test("keeps every penny, whatever falls where", () => {
    const amounts = fc.array(
      fc.record({
        department: fc.constantFrom("Health", "Education", ""),
        year: fc.integer({ min: 1990, max: 2012 }),
        amount: fc.integer({ min: 0, max: 1e9 }).map((value) => value as Pence),
        assumed: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(amounts, (list) => {
        const sum = (rows: readonly { amount: Pence }[]) => rows.reduce((a, b) => a + b.amount, 0);
        expect(sum(volume(list))).toBe(sum(list));
      }),
    );
  });
});

describe("outputs that cannot be added", () => {
  const output = (topic: string, unit: string, definition = "") => ({ topic, unit, definition });

  test("W1: SRB counts training weeks and ESF beneficiary hours: weeks are no hours", () => {
    const clashes = outputClashes([
      { stream: "SRB", outputs: [output("training", "training weeks")] },
      { stream: "ESF", outputs: [output("training", "beneficiary hours")] },
    ]);
    expect(clashes).toMatchObject([
      { topic: "training", a: { stream: "SRB" }, b: { stream: "ESF" }, differs: "unit" },
    ]);
  });

  test("one unit by two definitions clashes; other topics, or no definition, do not", () => {
    const pair = (a: ReturnType<typeof output>, b: ReturnType<typeof output>) =>
      outputClashes([
        { stream: "A", outputs: [a] },
        { stream: "B", outputs: [b] },
      ]).map(({ differs }) => differs);
    expect(pair(output("jobs", "jobs", "created"), output("jobs", "jobs", "safeguarded"))).toEqual([
      "definition",
    ]);
    expect(pair(output("jobs", "jobs", "created"), output("jobs", "jobs"))).toEqual([]);
    expect(pair(output("jobs", "jobs"), output("homes", "homes"))).toEqual([]);
  });

  test("what both count in one unit can be added, beside whatever else they count", () => {
    const both = output("education", "attendance");
    const clashes = outputClashes([
      { stream: "A", outputs: [both, output("education", "mentors")] },
      { stream: "B", outputs: [both, output("education", "exam passes")] },
    ]);
    expect(clashes.map(({ a, b }) => [a.output.unit, b.output.unit])).toEqual([
      ["mentors", "exam passes"],
    ]);
  });
});
