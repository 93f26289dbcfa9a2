import { expect, test } from "vitest";
import { type KnownNames, readStreams } from "../../../server/ingest/streams/read-streams.ts";
import { csvTable } from "../../support/csv-table.ts";

const KNOWN: KnownNames = {
  initiatives: new Map([["SRB-01", "SRB"]]),
  programmes: new Map([["SRB", "Environment and regions"]]),
  streams: new Set(["taken"]),
  organisations: ["Manchester City Council"],
};
const GOOD = { stream: "a", funder: "A fund", project: "A project" };
type Row = Readonly<Record<string, string | number>>;
const read = (...rows: Row[]) => readStreams(csvTable(rows), new Map(), KNOWN);

test("a row a stream, with its years as columns", () => {
  const { streams, problems } = read({
    stream: "a",
    funder: "A fund",
    initiative: "SRB-01",
    total: "£30,000",
    "2000-01": "10,000",
    "2001-02": "20000",
  });
  expect(problems).toEqual([]);
  expect(streams).toMatchObject([
    {
      programme: "SRB",
      department: "Environment and regions",
      total: 3_000_000,
      years: [
        { start: "2000-04-01", end: "2001-04-01", amount: 1_000_000, basis: "printed" },
        { start: "2001-04-01", end: "2002-04-01", amount: 2_000_000, basis: "printed" },
      ],
    },
  ]);
});

test("a row a stream and year; later rows may leave the stream's own cells empty", () => {
  const { streams, problems } = read(
    { ...GOOD, year_start: "6 April", year: "2000-01", amount: "(500)", source: "a paper" },
    { stream: "a", funder: "A fund", year: "2001-02", amount: "1.5m" },
  );
  expect(problems).toEqual([]);
  expect(streams[0]).toMatchObject({
    evidence: { confidence: "sourced", source: "a paper" },
    years: [
      { start: "2000-04-06", amount: -50_000 },
      { start: "2001-04-06", amount: 150_000_000, evidence: { confidence: "recalled" } },
    ],
  });
});

test("what is not stated is not stated: nothing defaults to April, arrears or none", () => {
  const [only] = read(GOOD).streams;
  expect(only).toMatchObject({ total: undefined, years: [], places: [], recipient: undefined });
  expect(only?.rules.yearStart).toBeUndefined();
  expect(only?.rules.claims.frequency).toBeUndefined();
  expect(only?.rules.claims.due).toBeUndefined();
  expect(only?.rules.payment).toEqual({
    basis: undefined,
    lagMonths: undefined,
    volumeGuaranteed: undefined,
    advance: undefined,
  });
  expect(only?.rules.exclusive).toBeUndefined();
});

const WRONG: [string, string, Row | Row[], string][] = [
  ["an amount in words", "funding/amount", { ...GOOD, "2000-01": "five" }, "2000-01"],
  ["half a penny", "funding/amount", { ...GOOD, total: "1.005" }, "total"],
  ["years that do not add", "funding/profile", { ...GOOD, total: 5, "2000-01": 4 }, "total"],
  [
    "a claim before the start",
    "funding/before-start",
    { ...GOOD, start_date: "2000-04-01", claim_milestones: "2000-03-31" },
    "claim_milestones",
  ],
  [
    "money before the start",
    "funding/before-start",
    { ...GOOD, start_date: "2001-04-01", year: "2000-01", amount: 1 },
    "year",
  ],
  [
    "a year twice",
    "funding/cycle-overlap",
    [
      { ...GOOD, year: "2000-01", amount: 1 },
      { ...GOOD, year: "2000-01", amount: 2 },
    ],
    "year",
  ],
  [
    "years that overlap",
    "funding/cycle-overlap",
    [
      { ...GOOD, year: "2000-01", amount: 1 },
      { ...GOOD, year: "2001", amount: 2 },
    ],
    "year",
  ],
  [
    "windows that overlap",
    "funding/cycle-overlap",
    { ...GOOD, bidding_windows: "1999-01-01/1999-02-01; 1999-02-01/1999-03-01" },
    "bidding_windows",
  ],
  [
    "a due date twice",
    "funding/cycle-overlap",
    { ...GOOD, claim_due: "1 May; 05-01" },
    "claim_due",
  ],
  ["a stream that matches itself", "funding/self-match", { ...GOOD, may_match: "a" }, "may_match"],
  [
    "a match that is none",
    "funding/self-match",
    [
      { ...GOOD, may_match: "b", may_not_match: "b" },
      { ...GOOD, stream: "b" },
    ],
    "may_not_match",
  ],
  [
    "an advance over the whole",
    "funding/advance",
    { ...GOOD, advance_share: "120%", advance_recovery: "last" },
    "advance_share",
  ],
  [
    "an advance by mistake for 50 %",
    "funding/advance",
    { ...GOOD, advance_share: 50 },
    "advance_share",
  ],
  [
    "an advance without recovery",
    "funding/advance",
    { ...GOOD, advance_share: 0.5 },
    "advance_share",
  ],
  [
    "recovery of nothing",
    "funding/advance",
    { ...GOOD, advance_recovery: "last" },
    "advance_recovery",
  ],
  [
    "a route that loops",
    "funding/route-loop",
    { ...GOOD, claim_route: "x > y > X" },
    "claim_route",
  ],
  ["a leap day that is none", "funding/date", { ...GOOD, start_date: "29/02/2001" }, "start_date"],
  ["a day of no year", "funding/date", { ...GOOD, year_start: "31 April" }, "year_start"],
  [
    "an end before the start",
    "funding/date",
    { ...GOOD, start_date: "2001-01-02", end_date: "2001-01-01" },
    "end_date",
  ],
  ["an amount without its year", "funding/date", { ...GOOD, year: "", amount: 5 }, "year"],
  ["an unknown initiative", "funding/unknown", { ...GOOD, initiative: "SRB-99" }, "initiative"],
  ["an unknown stream", "funding/unknown", { ...GOOD, may_match: "c" }, "may_match"],
  [
    "rows that disagree",
    "funding/duplicate",
    [
      { ...GOOD, claim_frequency: "monthly" },
      { ...GOOD, claim_frequency: "annual" },
    ],
    "claim_frequency",
  ],
  [
    "a frequency that is none",
    "funding/value",
    { ...GOOD, claim_frequency: "often" },
    "claim_frequency",
  ],
  ["no project", "funding/value", { stream: "a", funder: "A fund", project: "" }, "project"],
  [
    "two amounts of a budget",
    "funding/profile",
    [
      { ...GOOD, budget: "pot", budget_amount: 5 },
      { ...GOOD, stream: "b", budget: "pot", budget_amount: 6 },
    ],
    "budget_amount",
  ],
  ["a budget without amount", "funding/profile", { ...GOOD, budget: "pot" }, "budget_amount"],
  ["a place without a part", "funding/value", { ...GOOD, places: "00BN=half" }, "places"],
];

test.each(WRONG)("%s is refused with %s", (_, code, rows, column) => {
  const { problems } = read(...[rows].flat());
  expect(problems).toMatchObject([{ code, column }]);
  const [{ message, place }] = problems as [(typeof problems)[number]];
  expect(message).toMatch(/^streams\.csv, row \d+.*[^.]\.$/);
  expect(message.startsWith(`streams.csv, ${place}: `)).toBe(true);
});

test("names spelt in several ways are told and kept apart; columns that are none are told", () => {
  const { notes, problems, streams } = read({
    ...GOOD,
    recipient: "Manchester CC",
    colour: "red",
  });
  expect(problems).toEqual([]);
  expect(notes.map(({ code }) => code)).toEqual(["funding/unread", "funding/spelling"]);
  expect(notes[1]?.message).toContain('"Manchester City Council", "Manchester CC"');
  expect(streams[0]?.recipient?.organisation).toBe("Manchester CC");
});

test("columns go by name, whatever their capitals, or by the map", () => {
  const table = csvTable([{ Stream: "a", Payer: "A fund", "Project ": "A project" }]);
  expect(readStreams(table, new Map([["funder", "Payer"]]), KNOWN).streams[0]).toMatchObject({
    funder: "A fund",
    project: "A project",
  });
  const failure = (code: string) => expect.objectContaining({ name: "AppError", code });
  expect(() => readStreams(table, new Map(), KNOWN)).toThrow(failure("funding/column"));
  expect(() => readStreams(table, new Map([["funder", "X"]]), KNOWN)).toThrow(/no column "X"/);
});
