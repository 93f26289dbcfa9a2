import { expect, test } from "vitest";
import { accuracyWords } from "../../client/accuracy-words.ts";
import { createAnswerer } from "../../client/answer.ts";
import { doorsOf } from "../../client/screens/start/doors.ts";
import { DEFAULT_VIEW } from "../../client/view.ts";
import { indexStudy } from "../../server/core/hotspots/study-index.ts";
import type { Outline } from "../../server/core/model.ts";
import { metres } from "../../server/core/units.ts";
import { cell, initiative, outline, place, study } from "../support/study.ts";

/** What stands on the door of coterminosity over outlines known like this, one an initiative. */
function doorOver(known: readonly Partial<Outline>[], missing: readonly string[] = []) {
  const index = indexStudy(
    study({
      places: [place("Ash")],
      initiatives: known.map((_, i) => ({
        ...initiative(`I${i}`, { start: "2000-01-01" }),
        missing: i === 0 ? missing : [],
      })),
      outlines: known.map((how, i) => ({ ...outline(i), ...how })),
      cells: [cell(0, [...known.keys()], 100)],
    }),
  );
  const { value, unit } = doorsOf(index, createAnswerer(index)(DEFAULT_VIEW)).find(
    ({ screen }) => screen === "coterminosity",
  )!;
  return `${value} ${unit}`;
}
const rough = (accuracy?: number): Partial<Outline> => ({
  grade: "generalised",
  accuracy: accuracy === undefined ? undefined : metres(accuracy),
});

test("outlines that are generalised by an unknown amount are not said to be comparable", () => {
  expect(doorOver([{}, rough()])).toBe("1 outline can be compared");
  expect(doorOver([{}, {}], ["a ward"])).toBe("1 outline can be compared");
});

test("those whose accuracy is stated are counted, and the roughest is told", () => {
  expect(doorOver([{}, rough(800), rough(4300)])).toBe(
    "3 outlines can be compared; approximate ones to within 4.3 km",
  );
});

test("accuracy in words", () => {
  expect([20, 1, 1000, undefined].map(accuracyWords)).toEqual([
    "20 metres",
    "1 metre",
    "1 km",
    "some km",
  ]);
});
