/** Each table gives back what was put in, and refuses what it must not hold. */
import { beforeEach, expect, test } from "vitest";
import { NO_RULES } from "../../server/core/funding/no-rules.ts";
import { aimTable } from "../../server/store/aim.ts";
import { boardTable } from "../../server/store/board.ts";
import { type Db, openDb } from "../../server/store/db.ts";
import { fundingStreamTable } from "../../server/store/funding-stream.ts";
import { initiativeTable } from "../../server/store/initiative.ts";
import { metaTable } from "../../server/store/meta.ts";
import { partnerTable } from "../../server/store/partner.ts";
import { programmeTable } from "../../server/store/programme.ts";
import { ruleChangeTable } from "../../server/store/rule-change.ts";
import { targetTable } from "../../server/store/target.ts";
import { weightTable } from "../../server/store/weight.ts";
import { budgetTable, workedCaseTable } from "../../server/store/worked-case.ts";
import { gbp, stream, yearOf } from "../support/streams.ts";
import { date, initiative, programme, said } from "./rows.ts";

let db: Db;
beforeEach(() => {
  db = openDb(":memory:");
  programmeTable(db).add(programme("P"));
  initiativeTable(db).add(initiative("I-1"));
});

test("a programme comes back with unknowns undefined and its initiatives counted", () => {
  expect(programmeTable(db).all()).toEqual([
    {
      code: "P",
      name: "Programme P",
      category: "theme",
      department: "A department",
      leadDepartment: "A department, then another",
      start: "1998-04-01",
      end: undefined,
      budget: 5,
      held: 1,
      longest: undefined,
      existed: undefined,
      existedNote: "not found",
      aims: [],
      evidence: said,
    },
  ]);
  expect(programmeTable(db).rules()[0]).toMatchObject({ advance_share: 0, duration_years: null });
});

test("a category outside PAT 17's four is refused", () => {
  const change = db.prepare("UPDATE programme SET category = 'overall'");
  expect(() => change.run()).toThrow(/CHECK/);
});

test("an initiative comes back by id, and belongs to a programme that is there", () => {
  expect(initiativeTable(db).find("I-1")).toMatchObject(initiative("I-1"));
  expect(initiativeTable(db).find("I-2")).toBeUndefined();
  const orphan = { ...initiative("I-2"), programme_code: "Q" };
  expect(() => initiativeTable(db).add(orphan)).toThrow(/FOREIGN KEY/);
});

test("evidence that says the same is kept once", () => {
  initiativeTable(db).add(initiative("I-2"));
  expect(db.prepare("SELECT count(*) FROM evidence").pluck().get()).toBe(1);
  initiativeTable(db).add({ ...initiative("I-3"), evidence: { ...said, dateRead: undefined } });
  expect(db.prepare("SELECT count(*) FROM evidence").pluck().get()).toBe(2);
});

test("a stream keeps its rules and yearly profile, two figures of one year too", () => {
  const kept = stream("I-1.a-funder", {
    initiative: "I-1",
    programme: "P",
    total: gbp(51),
    recipient: { organisation: "A council", sector: "local_authority", riskMoney: gbp(0) },
    rules: { ...NO_RULES, yearStart: { month: 4, day: 6 }, yearNote: "the tax year" },
    recalled: ["payment_basis"],
    years: [
      yearOf("1999-04-06", "2000-04-06", 10),
      yearOf("2000-04-06", "2001-04-06", 20.05),
      yearOf("2000-04-06", "2001-04-06", 21, { kind: "spend" }),
    ],
  });
  fundingStreamTable(db).add(kept);
  expect(fundingStreamTable(db).ofInitiative("I-1")).toEqual([kept]);
  expect(fundingStreamTable(db).all()).toEqual([kept]);
  const homeless = { ...kept, id: "other", initiative: undefined, project: "" };
  expect(() => fundingStreamTable(db).add(homeless)).toThrow(/CHECK/);
});

test("a worked case keeps its budgets and what its source leaves open", () => {
  const example = {
    id: "case-1",
    title: "A case",
    placeName: "A place",
    place: undefined,
    watermark: "",
    notSaid: ["The split."],
    evidence: said,
  };
  const budget = {
    id: "case-1.pot",
    name: "A pot",
    case: "case-1",
    project: "A project",
    amount: gbp(150_000),
    about: true,
    evidence: said,
  };
  workedCaseTable(db).add(example);
  budgetTable(db).add(budget);
  expect(workedCaseTable(db).all()).toEqual([example]);
  expect(budgetTable(db).all()).toEqual([budget]);
});

test("an organisation of one name is one partner, in as many roles as it has", () => {
  const membership = (role: string) => ({
    of: "I-1",
    organisation: "A council",
    sector: "local_authority" as const,
    kind: "local_authority" as const,
    role,
    attendance: "present" as const,
    evidence: said,
  });
  partnerTable(db).add(membership("accountable body"));
  partnerTable(db).add(membership("partner"));
  expect(partnerTable(db).ofInitiative("I-1")).toEqual([
    membership("accountable body"),
    membership("partner"),
  ]);
  const board = {
    id: "board-1",
    name: "A board",
    case: undefined,
    initiative: "I-1",
    place: undefined,
    meetingsAYear: undefined,
    evidence: said,
  };
  boardTable(db).add(board);
  const seat = { ...membership("chair"), of: "board-1", attendance: "unknown" as const };
  boardTable(db).addSeat(seat);
  expect(boardTable(db).all()).toEqual([board]);
  expect(boardTable(db).seats()).toEqual([seat]);
  expect(partnerTable(db).names()).toEqual(["A council"]);
});

test("a body's own aims and targets come back", () => {
  const aim = { of: "I-1", term: "jobs", weight: "primary" as const, evidence: said };
  const target = {
    of: "I-1",
    topic: "jobs",
    measure: "people into work",
    value: 300,
    by: date("2001-03-31"),
    evidence: said,
  };
  targetTable(db).addAim(aim);
  targetTable(db).add(target);
  targetTable(db).add({ ...target, value: undefined, by: undefined });
  expect(targetTable(db).aims()).toEqual([aim]);
  expect(targetTable(db).all()).toEqual([target, { ...target, value: undefined, by: undefined }]);
});

test("aims, rule changes, weights and meta come back", () => {
  const aim = { programme_code: "P", aim: "jobs", weight: "primary" as const, evidence: said };
  aimTable(db).add(aim);
  expect(aimTable(db).all()).toEqual([aim]);
  const change = { date: date("1999-01-15"), programme_code: "P", what: "x", evidence: said };
  ruleChangeTable(db).add(change);
  expect(ruleChangeTable(db).all()).toEqual([change]);
  const set = {
    id: "people",
    title: "People",
    unit: "people" as const,
    scheme: "lad04",
    vintage: "2015",
    attribution: "",
    licence: "",
    file: "people.csv",
    sha256: "0",
  };
  weightTable(db).add(set, [["00AA", 7]]);
  expect(weightTable(db).sets()).toEqual([set]);
  expect(weightTable(db).values("people")).toEqual(new Map([["00AA", 7]]));
  metaTable(db).set("data_version", "a");
  metaTable(db).set("data_version", "b");
  expect(metaTable(db).find("data_version")).toBe("b");
});
