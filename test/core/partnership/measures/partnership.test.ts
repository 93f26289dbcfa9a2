import { describe, expect, test } from "vitest";
import { aimsSimilarity } from "../../../../server/core/partnership/measures/aims-similarity.ts";
import { boardOverlaps } from "../../../../server/core/partnership/measures/board-overlap.ts";
import { coreMembers } from "../../../../server/core/partnership/measures/core-members.ts";
import {
  meetingLoads,
  meetingsAYear,
} from "../../../../server/core/partnership/measures/meeting-load.ts";
import { participation } from "../../../../server/core/partnership/measures/participation.ts";
import { type Attendance, CORE_KINDS } from "../../../../server/core/partnership/model.ts";

const seats = (board: string, organisations: string) => ({
  board,
  organisations: [...organisations],
});

describe("M-P1 board overlap", () => {
  test("{a, b, c} and {b, c, d} share 2 of 4", () => {
    expect(boardOverlaps([seats("one", "abc"), seats("two", "bcd")])).toEqual([
      { a: "one", b: "two", shared: ["b", "c"], jaccard: 0.5 },
    ]);
  });

  test("most alike come first, and two boards without members have no figure", () => {
    const rows = boardOverlaps([seats("one", "ab"), seats("two", "bc"), seats("three", "ab")]);
    expect(rows.map(({ a, b, jaccard }) => [a, b, jaccard])).toEqual([
      ["one", "three", 1],
      ["one", "two", 1 / 3],
      ["two", "three", 1 / 3],
    ]);
    expect(boardOverlaps([seats("one", ""), seats("two", "")])).toEqual([]);
  });
});

describe("M-P2 core members", () => {
  const present = (kinds: readonly (typeof CORE_KINDS)[number][]) =>
    kinds.map((kind) => ({ kind, attendance: "present" as Attendance }));
  const absent = (kinds: readonly (typeof CORE_KINDS)[number][]) =>
    kinds.map((kind) => ({ kind, attendance: "absent" as Attendance }));

  test("7 of 11 is 63.6 %", () => {
    const of = coreMembers([...present(CORE_KINDS.slice(0, 7)), ...absent(CORE_KINDS.slice(7))]);
    expect(of).toMatchObject({ present: 7, expected: 11, unknown: [] });
    expect(of.completeness.low).toBeCloseTo(0.636, 3);
    expect(of.completeness.high).toBe(of.completeness.low);
    expect(of.missing).toEqual(CORE_KINDS.slice(7));
  });

  test("unknown is not absent: it widens the range", () => {
    const of = coreMembers(present(CORE_KINDS.slice(0, 7)));
    expect(of.completeness).toEqual({ low: 7 / 11, high: 1 });
    expect(of.missing).toEqual([]);
    expect(of.unknown).toHaveLength(4);
  });

  test("of several of one kind one that is present is enough, and other kinds count for nothing", () => {
    const of = coreMembers([
      { kind: "health", attendance: "absent" },
      { kind: "health", attendance: "present" },
      { kind: "faith", attendance: "present" },
      { kind: undefined, attendance: "present" },
    ]);
    expect(of.present).toBe(1);
  });
});

describe("the survey of 295 councils: what 100 of them answered", () => {
  const of = (yes: number) => [
    ...Array<Attendance>(yes).fill("present"),
    ...Array<Attendance>(100 - yes).fill("absent"),
  ];

  test.each([
    ["Government Office, Benefits Agency or RDA", 40],
    ["community and voluntary", 93],
    ["business", 67],
    ["had a strategic partnership or were setting one up", 71],
    ["corporate responsibility agreed", 75],
  ])("%s: %i %%", (_, percent) => {
    expect(participation(of(percent))).toEqual({
      present: percent,
      answered: 100,
      notAnswered: 0,
      share: percent / 100,
    });
  });

  test("those that did not answer are in neither part of the share", () => {
    expect(participation(["present", "absent", "unknown"])).toMatchObject({
      share: 0.5,
      answered: 2,
      notAnswered: 1,
    });
    expect(participation(["unknown"]).share).toBeUndefined();
  });
});

describe("M-P3 meeting load", () => {
  test("six boards that meet every month are 72 meetings a year", () => {
    const boards = ["1", "2", "3", "4", "5", "6"].map((board) => ({
      board,
      organisations: ["council", `partner ${board}`],
      meetingsAYear: 12,
    }));
    expect(meetingLoads(boards)[0]).toEqual({
      organisation: "council",
      boards: ["1", "2", "3", "4", "5", "6"],
      meetings: { value: 72, complete: true },
    });
    expect(meetingsAYear(boards)).toEqual({ value: 72, complete: true });
  });

  test("a board that does not say how often it meets makes it a lower bound", () => {
    const boards = [
      { board: "1", organisations: ["council", "police"], meetingsAYear: 4 },
      { board: "2", organisations: ["council"], meetingsAYear: undefined },
    ];
    expect(meetingLoads(boards)).toEqual([
      { organisation: "council", boards: ["1", "2"], meetings: { value: 4, complete: false } },
      { organisation: "police", boards: ["1"], meetings: { value: 4, complete: true } },
    ]);
  });
});

describe("M-A1 aims similarity", () => {
  const aims = (...terms: string[]) => terms.map((term) => ({ term, weight: "primary" as const }));

  test("{jobs, skills, health} and {jobs, skills, crime} share 2 of 4", () => {
    const of = aimsSimilarity(aims("jobs", "skills", "health"), aims("jobs", "skills", "crime"));
    expect(of).toEqual({ shared: ["jobs", "skills"], jaccard: 0.5, weighted: 0.5 });
  });

  test("weighted, a primary aim counts twice a secondary one", () => {
    const of = aimsSimilarity(aims("jobs"), [{ term: "jobs", weight: "secondary" }]);
    expect(of).toMatchObject({ jaccard: 1, weighted: 0.5 });
  });

  test("is unknown where either has no recorded aim", () => {
    expect(aimsSimilarity([], aims("jobs"))).toBeUndefined();
  });
});
