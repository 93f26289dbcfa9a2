import { describe, expect, test } from "vitest";
import { stackAt } from "../../../server/core/hotspots/stack.ts";
import { indexStudy } from "../../../server/core/hotspots/study-index.ts";
import type { IsoDate } from "../../../server/core/units.ts";
import { cell, initiative, outline, place, programme, study } from "../../support/study.ts";

const at = (date: string) => ({ at: date as IsoDate });

/** Ayton: HAZ covers it, SRB holds 40 of its 100 m², NDC lies within, OLD is undated. */
const ayton = study({
  programmes: [programme("HAZ", "partnership", "DH"), programme("SRB")],
  places: [place("Ayton"), place("Beeton")],
  initiatives: [
    initiative("HAZ-1", { start: "1998-04-01", end: "2003-04-01" }),
    initiative("SRB-1", { programme: 1, start: "1997-04-01", end: "2004-04-01" }),
    initiative("NDC-1", { programme: 1, start: "2000-04-01", end: "2010-04-01", within: [0] }),
    initiative("OLD-1", { programme: 1, within: [0] }),
  ],
  outlines: [outline(0), outline(1)],
  cells: [cell(0, [0], 60), cell(0, [0, 1], 40), cell(1, [], 100)],
});
const index = indexStudy(ayton);
const shown = (date: string, where = 0, filters = {}) =>
  stackAt(index, { ...at(date), ...filters }, where).map(
    ({ initiative: i, presence }) => `${ayton.initiatives[i]!.id} ${presence}`,
  );

describe("the stack of a place", () => {
  test("puts covers first, then touches, within and undated", () => {
    expect(shown("2002-06-01")).toEqual([
      "HAZ-1 covers",
      "SRB-1 touches",
      "NDC-1 within",
      "OLD-1 undated",
    ]);
  });

  test("gives the share of the place's ground", () => {
    const [haz, srb, ndc] = stackAt(index, at("2002-06-01"), 0);
    expect([haz?.share, srb?.share, ndc?.share]).toEqual([1, 0.4, undefined]);
  });

  test("counts a first day and not the day after the last", () => {
    expect(shown("1998-03-31")).not.toContain("HAZ-1 covers");
    expect(shown("1998-04-01")).toContain("HAZ-1 covers");
    expect(shown("2003-03-31")).toContain("HAZ-1 covers");
    expect(shown("2003-04-01")).not.toContain("HAZ-1 covers");
  });

  test("is narrowed by programme, category and department", () => {
    expect(shown("2002-06-01", 0, { programmes: ["HAZ"] })).toEqual(["HAZ-1 covers"]);
    expect(shown("2002-06-01", 0, { categories: ["partnership"] })).toEqual(["HAZ-1 covers"]);
    expect(shown("2002-06-01", 0, { departments: ["DETR"] })).toHaveLength(3);
  });

  test("is empty where nothing lies", () => {
    expect(shown("2002-06-01", 1)).toEqual([]);
  });
});

test("an outline with a span leaves its initiative somewhere within outside the span", () => {
  const dated = study({
    places: [place("Ayton")],
    initiatives: [initiative("EZ-1", { start: "2000-04-03", end: "2009-10-01" })],
    outlines: [outline(0, "2000-06-01", "2006-04-01")],
    cells: [cell(0, [0], 100)],
  });
  const spans = indexStudy(dated);
  const presence = (date: string) => stackAt(spans, at(date), 0).map((entry) => entry.presence);
  expect(presence("2000-05-31")).toEqual(["within"]);
  expect(presence("2000-06-01")).toEqual(["covers"]);
  expect(presence("2006-04-01")).toEqual(["within"]);
});

test("an initiative without an end lives as long as its programme", () => {
  const open = study({
    programmes: [programme("SRB", "holistic", "DETR", "2008-04-01")],
    places: [place("Ayton")],
    initiatives: [initiative("SRB-1", { start: "2000-04-01", within: [0] })],
    cells: [cell(0, [], 100)],
  });
  const indexed = indexStudy(open);
  expect(stackAt(indexed, at("2008-03-31"), 0)).toHaveLength(1);
  expect(stackAt(indexed, at("2008-04-01"), 0)).toHaveLength(0);
});

test("99.5 per cent of the ground is cover, less is touch", () => {
  const nearly = (covered: number) =>
    stackAt(
      indexStudy(
        study({
          places: [place("Ayton")],
          initiatives: [initiative("A", { start: "2000-01-01" })],
          outlines: [outline(0)],
          cells: [cell(0, [0], covered), cell(0, [], 1000 - covered)],
        }),
      ),
      at("2001-01-01"),
      0,
    )[0]?.presence;
  expect(nearly(995)).toBe("covers");
  expect(nearly(994)).toBe("touches");
});
