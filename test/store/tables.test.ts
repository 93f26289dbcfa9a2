/** Each table gives back what was put in, and refuses what it must not hold. */
import { beforeEach, expect, test } from "vitest";
import { pounds } from "../../server/core/units.ts";
import { aimTable } from "../../server/store/aim.ts";
import { type Db, openDb } from "../../server/store/db.ts";
import { fundingStreamTable, type NewStream } from "../../server/store/funding-stream.ts";
import { initiativeTable } from "../../server/store/initiative.ts";
import { metaTable } from "../../server/store/meta.ts";
import { partnerTable } from "../../server/store/partner.ts";
import { programmeTable } from "../../server/store/programme.ts";
import { ruleChangeTable } from "../../server/store/rule-change.ts";
import { weightTable } from "../../server/store/weight.ts";
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

test("a stream keeps its yearly profile, two figures of one year too", () => {
  const year = (start: string, end: string, amount: number) => ({
    start: date(start),
    end: date(end),
    amount: pounds(amount),
    evidence: said,
  });
  const stream: NewStream = {
    programme_code: "P",
    initiative_id: "I-1",
    scope: "initiative",
    line: "",
    part: "whole",
    funder: "A department",
    kind: "allocation",
    years: [
      year("1999-04-01", "2000-04-01", 10),
      year("2000-04-01", "2001-04-01", 20),
      year("2000-04-01", "2001-04-01", 21),
    ],
  };
  fundingStreamTable(db).add(stream);
  expect(fundingStreamTable(db).ofInitiative("I-1")).toEqual([{ ...stream, id: 1 }]);
  const homeless = { ...stream, initiative_id: null };
  expect(() => fundingStreamTable(db).add(homeless)).toThrow(/CHECK/);
});

test("an organisation of one name is one partner, in as many roles as it has", () => {
  const membership = (role: string) => ({
    initiative_id: "I-1",
    organisation: "A council",
    sector: "local_authority" as const,
    role,
    evidence: said,
  });
  partnerTable(db).add(membership("accountable body"));
  partnerTable(db).add(membership("partner"));
  expect(partnerTable(db).ofInitiative("I-1")).toEqual([
    membership("accountable body"),
    membership("partner"),
  ]);
  expect(db.prepare("SELECT count(*) FROM partner").pluck().get()).toBe(1);
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
