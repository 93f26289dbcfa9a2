import { expect, test } from "vitest";
import { parseQuestion, questionParams } from "../../server/contract/question.ts";
import { programme } from "../support/study.ts";

const PROGRAMMES = [
  programme("SRB", "holistic", "DoE, then DETR"),
  programme("NDC", "holistic", "DETR"),
  programme("HAZ", "partnership", "Department of Health"),
];
const KNOWN = { programmes: PROGRAMMES, funders: ["DoE, then DETR", "RDA"] };
const failure = (code: string) => expect.objectContaining({ name: "AppError", code });

test("commas and repeats both list; the date has a default", () => {
  expect(parseQuestion({ programme: ["SRB,NDC", "HAZ"], category: "holistic" }, KNOWN)).toEqual({
    at: "2002-06-01",
    programmes: ["SRB", "NDC", "HAZ"],
    categories: ["holistic"],
    departments: [],
    aims: [],
    funders: [],
  });
});

test("a date that is none is told with how to write one", () => {
  for (const at of ["1999-13-01", "2001-02-29", "soon", ""]) {
    expect(() => parseQuestion({ at }, KNOWN)).toThrow(failure("input/date"));
    expect(() => parseQuestion({ at }, KNOWN)).toThrow(
      `"${at}" is not a date. Write year-month-day, for example 2002-06-01.`,
    );
  }
});

test("a department's own commas are told from those between departments", () => {
  const of = (department: string | string[]) => parseQuestion({ department }, KNOWN).departments;
  expect(of("DoE, then DETR")).toEqual(["DoE, then DETR"]);
  expect(of("DETR,DoE, then DETR,Department of Health")).toEqual([
    "DETR",
    "DoE, then DETR",
    "Department of Health",
  ]);
  expect(of(["DETR", "DoE, then DETR"])).toEqual(["DETR", "DoE, then DETR"]);
  expect(() => of("DoE")).toThrow(failure("input/unknown-department"));
  const [first] = KNOWN.programmes;
  const unled = { ...KNOWN, programmes: [...KNOWN.programmes, { ...first!, department: "" }] };
  expect(() => parseQuestion({ department: "Magic" }, unled)).toThrow(/Known: [^;]/);
  expect(() => of("DETR, then")).toThrow(/led by "then"/);
});

test("funders are named as their streams state them, commas and all", () => {
  const of = (funder: string | string[]) => parseQuestion({ funder }, KNOWN).funders;
  expect(of("RDA,DoE, then DETR")).toEqual(["RDA", "DoE, then DETR"]);
  expect(of(["RDA", "RDA"])).toEqual(["RDA", "RDA"]);
  expect(() => of("The Treasury")).toThrow(failure("input/unknown-funder"));
});

test("a question's parameters ask the same question again", () => {
  const asked = parseQuestion(
    {
      at: "1999-01-31",
      programme: "NDC,HAZ",
      category: "theme",
      department: "DoE, then DETR,DETR",
      funder: "RDA",
    },
    KNOWN,
  );
  const params = questionParams(asked);
  expect(params).toEqual([
    ["at", "1999-01-31"],
    ["programme", "HAZ,NDC"],
    ["category", "theme"],
    ["department", "DETR,DoE, then DETR"],
    ["funder", "RDA"],
  ]);
  expect(questionParams(parseQuestion(Object.fromEntries(params), KNOWN))).toEqual(params);
});
