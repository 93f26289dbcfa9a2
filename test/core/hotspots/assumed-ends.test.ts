import { describe, expect, test } from "vitest";
import { endOf } from "../../../server/core/hotspots/question.ts";
import { rankPlaces } from "../../../server/core/hotspots/ranking.ts";
import { indexStudy } from "../../../server/core/hotspots/study-index.ts";
import { summarise } from "../../../server/core/hotspots/summary.ts";
import { peak } from "../../../server/core/hotspots/timeline.ts";
import type { IsoDate } from "../../../server/core/units.ts";
import { initiative, programme, study } from "../../support/study.ts";

const on = (date: string) => date as IsoDate;

describe("an end that is not recorded", () => {
  const end = (longest: number | undefined, closed: string | undefined) =>
    endOf(
      study({
        programmes: [{ ...programme("SRB", "holistic", "DETR", closed), longest }],
        initiatives: [initiative("SRB-1", { start: "2000-04-01" })],
      }),
      0,
    );

  test("is the longest run of the programme after the start", () => {
    expect(end(7, undefined)).toBe("2007-04-01");
    expect(end(7, "2008-04-01")).toBe("2007-04-01");
    expect(end(1.5, undefined)).toBe("2001-10-01");
  });

  test("is the programme's own end where that comes first or is all there is", () => {
    expect(end(7, "2003-04-01")).toBe("2003-04-01");
    expect(end(undefined, "2008-04-01")).toBe("2008-04-01");
    expect(end(undefined, undefined)).toBeUndefined();
  });

  test("never shortens one that is recorded", () => {
    const recorded = study({
      programmes: [{ ...programme("SRB"), longest: 1 }],
      initiatives: [initiative("SRB-1", { start: "2000-04-01", end: "2005-04-01" })],
    });
    expect(endOf(recorded, 0)).toBe("2005-04-01");
  });
});

test("the peak is found between the quarters", () => {
  const brief = study({
    initiatives: [
      initiative("A", { start: "1990-01-01", end: "2005-01-01" }),
      initiative("B", { start: "2003-02-03", end: "2003-03-01" }),
      initiative("C", { start: "2011-01-01", end: "2012-01-01" }),
      initiative("D"),
    ],
  });
  const index = indexStudy(brief);
  expect(peak(index, { at: on("2000-01-01") })).toEqual({ on: "2003-02-03", alive: 2 });
  expect(peak(index, { at: on("2000-01-01"), programmes: ["Q"] })).toBeUndefined();
});

test("a programme at work of which nothing is held is named as incomplete", () => {
  const empty = { ...programme("NCR", "partnership", "DETR", "2001-04-01"), held: 0, existed: 22 };
  const held = study({
    programmes: [programme("HAZ"), { ...empty, start: on("1998-07-01") }],
    initiatives: [initiative("HAZ-1", { start: "1998-04-01", end: "2003-04-01" })],
  });
  const index = indexStudy(held);
  const incomplete = (at: string, categories: "holistic"[] = []) => {
    const question = { at: on(at), categories };
    return summarise(index, question, rankPlaces(index, question)).incomplete;
  };
  expect(incomplete("1998-06-30")).toEqual([]);
  expect(incomplete("1999-01-01")).toEqual([1]);
  expect(incomplete("2001-04-01")).toEqual([]);
  expect(incomplete("1999-01-01", ["holistic"])).toEqual([]);
});
