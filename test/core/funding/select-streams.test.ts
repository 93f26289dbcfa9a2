/** One rule for streams and money: what a filter leaves in is told of the stream, not of its initiative. */
import { describe, expect, test } from "vitest";
import { ledgerOf } from "../../../server/core/funding/ledger.ts";
import { entriesFor } from "../../../server/core/funding/money-question.ts";
import {
  programmesOfStreams,
  streamPasses,
  streamsAlive,
} from "../../../server/core/funding/select-streams.ts";
import type { Question } from "../../../server/core/hotspots/question.ts";
import { day, stream, yearOf } from "../../support/streams.ts";
import { initiative, programme, study } from "../../support/study.ts";

const toy = study({
  programmes: [programme("P"), programme("Q", "theme", "Health")],
  initiatives: [initiative("I-0"), initiative("I-1", { programme: 1 })],
});
const programmeOf = programmesOfStreams(
  toy,
  new Map([
    ["I-0", 0],
    ["I-1", 1],
  ]),
);
const AT = day("2001-06-01");

/** One initiative paid by two; what Q pays to I-0; one that names no programme; and a case's. */
const life = { start: day("2000-04-01"), end: day("2003-04-01") };
const paid = (id: string, more: Parameters<typeof stream>[1]) =>
  stream(id, { ...life, years: [yearOf("2001-04-01", "2002-04-01", 100)], ...more });
const STREAMS = [
  paid("own", { initiative: "I-0", programme: "P", funder: "f", department: "Housing" }),
  paid("other funder", { initiative: "I-0", programme: "P", funder: "g", department: "Health" }),
  paid("of Q", { initiative: "I-0", programme: "Q", funder: "g", department: "Health" }),
  paid("unnamed", { initiative: "I-1", funder: "h", department: "" }),
  paid("nobody's", { funder: "f", department: "Housing" }),
  paid("a case's", { case: "case", initiative: "I-0", programme: "P", funder: "f" }),
];

test.each<[Omit<Question, "at">, string[]]>([
  [{}, ["own", "other funder", "of Q", "unnamed", "nobody's"]],
  [{ funders: ["f"] }, ["own", "nobody's"]],
  [{ funders: ["g"] }, ["other funder", "of Q"]],
  [{ departments: ["Health"] }, ["other funder", "of Q"]],
  [{ departments: ["Housing"] }, ["own", "nobody's"]],
  [{ programmes: ["P"] }, ["own", "other funder"]],
  [{ programmes: ["Q"] }, ["of Q", "unnamed"]],
  [{ categories: ["theme"] }, ["of Q", "unnamed"]],
  [{ programmes: ["Q"], departments: ["Health"] }, ["of Q"]],
])("%o leaves in %o, in a list and in a sum", (filters, left) => {
  const listed = streamsAlive(STREAMS, programmeOf, { at: AT, ...filters });
  expect(listed.map(({ id }) => id)).toEqual(left);
  const { entries } = ledgerOf(
    STREAMS.filter((one) => one.case === undefined),
    () => ({ districts: [], regions: [] }),
  );
  const summed = new Set(entriesFor(programmeOf, filters, entries).map((entry) => entry.stream.id));
  expect(summed).toEqual(
    new Set(entries.flatMap(({ stream: { id } }) => (left.includes(id) ? [id] : []))),
  );
});

describe("a stream", () => {
  test("is alive from its first day to the day before its end, and never without a start", () => {
    const alive = (at: string, more = {}) =>
      streamsAlive([stream("s", { ...life, ...more })], programmeOf, { at: day(at) }).length;
    expect([alive("2000-03-31"), alive("2000-04-01"), alive("2003-03-31")]).toEqual([0, 1, 1]);
    expect([alive("2003-04-01"), alive("2000-04-01", { start: undefined })]).toEqual([0, 0]);
  });

  test("of a programme that is not in the register passes no filter of programmes", () => {
    const unknown = stream("s", { programme: "Z" });
    expect(streamPasses(programmeOf, {}, unknown)).toBe(true);
    expect(streamPasses(programmeOf, { programmes: ["Z"] }, unknown)).toBe(false);
  });
});
