/** What is taken away of money can be read back, and a diary reads the claims. */
import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NO_RULES } from "../../../server/core/funding/no-rules.ts";
import { readStreams } from "../../../server/ingest/streams/read-streams.ts";
import { readTable } from "../../../server/ingest/tables/read-table.ts";
import { calendarText } from "../../../server/publish/calendar.ts";
import { csv } from "../../../server/publish/exports/formats/csv.ts";
import { ics } from "../../../server/publish/exports/formats/ics.ts";
import { STREAM_FIELDS, streamCells } from "../../../server/publish/exports/units/stream-fields.ts";
import { formatOfUnit, unitNamed } from "../../../server/publish/exports/units.ts";
import { askToy, type ToyAsker } from "../../support/ask-toy.ts";
import { csvTable } from "../../support/csv-table.ts";
import { scratchFolder } from "../../support/scratch.ts";
import { day, gbp, stream, yearOf } from "../../support/streams.ts";
import { bytesOf } from "../../support/table.ts";

let toy: ToyAsker;
beforeAll(async () => {
  toy = await askToy();
});
afterAll(() => toy.close());

const scratch = scratchFolder("funding-files");
const AT = { at: "2000-06-01" };

test("a diary reads an event a claim, under the same names each time", () => {
  const table = toy.table(unitNamed("claims"), AT);
  const text = bytesOf(ics.write(table)).toString();
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  expect(events.map(({ startDate }) => startDate.toString())).toEqual(
    table.rows.map((row) => row[table.fields.findIndex(({ name }) => name === "due")]),
  );
  expect(events.every(({ startDate, duration }) => startDate.isDate && duration.days === 1)).toBe(
    true,
  );
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  expect(events[0]?.summary).toBe("Claim due: Employment Zones, East Leeds");
  expect(bytesOf(ics.write(toy.table(unitNamed("claims"), AT))).toString()).toBe(text);
});

test("lines are folded at 75 octets, no character is cut, and signs come back", () => {
  const title = `£${"é, ;\\ ".repeat(60)}\nend`;
  const text = calendarText("Claims", [
    { id: "a b/c", on: day("2000-02-29"), title, words: "x".repeat(500), assumed: true },
  ]);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text).not.toMatch(/[^\r]\n/);
  const component = new ICAL.Component(ICAL.parse(text));
  const event = new ICAL.Event(component.getFirstSubcomponent("vevent")!);
  expect(event.summary).toBe(title);
  expect(event.uid).toBe("a_20b_2Fc-2000-02-29@patchwork.invalid");
  expect(event.endDate.toString()).toBe("2000-03-01");
});

test("only claims are written for a diary", () => {
  expect(() => formatOfUnit(unitNamed("streams"), "ics")).toThrow(/for claims only/);
  expect(formatOfUnit(unitNamed("claims"), "ics")).toBe(ics);
});

const cellText = (value: unknown) =>
  value === null ? "" : Array.isArray(value) ? value.join(";") : String(value);
const rowOf = (one: Parameters<typeof streamCells>[0]) => {
  const cells = streamCells(one);
  return Object.fromEntries(STREAM_FIELDS.map(({ name }, i) => [name, cellText(cells[i])]));
};
const NOTHING = {
  initiatives: new Map(),
  programmes: new Map(),
  streams: new Set(["other", "third"]),
  organisations: [],
};

test("a stream comes back as it was written, every rule of it", () => {
  const full = stream("full", {
    name: "All of it",
    funder: "A fund",
    department: "Health",
    part: "administration",
    inKind: true,
    start: day("2000-02-29"),
    end: day("2003-04-06"),
    total: gbp(30.05),
    places: [
      { place: "00BN", weight: 60 },
      { place: "00BR", weight: 40.5 },
    ],
    years: [yearOf("2000-04-06", "2001-04-06", 10), yearOf("2001-04-06", "2002-04-06", 20.05)],
    recipient: { organisation: "A council", sector: "local_authority", riskMoney: gbp(0) },
    rules: {
      ...NO_RULES,
      yearStart: { month: 4, day: 6 },
      yearNote: "the tax year",
      claims: {
        frequency: "half_yearly",
        due: [
          { month: 2, day: 29 },
          { month: 10, day: 1 },
        ],
        milestones: [],
        route: ["project", "council"],
        words: "through the council",
      },
      payment: {
        basis: "arrears",
        lagMonths: 2,
        volumeGuaranteed: false,
        advance: { share: 0.25 as never, recovery: "last", to: ["voluntary", "community"] },
      },
      match: { mayMatch: ["other"], mayNotMatch: ["third"], upTo: gbp(5), words: "half" },
      outputs: [{ topic: "jobs", unit: "jobs created", definition: "for 13 weeks" }],
      exclusive: true,
      bidding: [{ opens: day("1999-01-04"), closes: day("1999-04-01") }],
      biddingWords: "a round",
      reporting: "quarterly",
      audit: "yearly",
      auditsAYear: 1,
    },
  });
  const { streams, problems } = readStreams(csvTable([rowOf(full)]), new Map(), NOTHING);
  expect(problems).toEqual([]);
  expect(streams).toEqual([full]);
});

test("the file of the toy's streams is read back without a word of complaint", async () => {
  const bytes = bytesOf(csv.write(toy.table(unitNamed("streams"), AT)));
  const path = scratch.write("streams.csv", bytes);
  const known = {
    ...NOTHING,
    streams: new Set<string>(),
    initiatives: new Map(toy.loaded.study.initiatives.map(({ id }) => [id, "HAZ"])),
    programmes: new Map(toy.loaded.study.programmes.map(({ code }) => [code, ""])),
  };
  const { streams, problems } = readStreams(await readTable(path), new Map(), known);
  expect(problems).toEqual([]);
  expect(streams.map(({ id }) => id)).toEqual([
    "HAZ-01.printed",
    "EZ-01.lifetime",
    "NDC-01.lifetime",
  ]);
});
