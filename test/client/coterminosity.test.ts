import { expect, test } from "vitest";
import { headlineCounts } from "../../client/fit-words.ts";
import {
  type Body,
  countByClass,
  matrixRows,
} from "../../client/screens/coterminosity/matrix-rows.ts";

const body = (initiative: string, ...classes: Body["cells"][number]["class"][]): Body => ({
  initiative,
  name: initiative,
  programme: "HAZ",
  programmeName: "Health Action Zones",
  grade: "composed",
  accuracy_m: null,
  cells: classes.map((of, tier) => ({
    layer: `tier-${tier}`,
    class: of,
    reference: null,
    jaccard: null,
    jaccard_people: null,
    cause: null,
    reason: null,
    whole: 0,
    made_of_whole: false,
    shares_ground_with: 0,
  })),
});

const BODIES = [
  body("same", "identical", "inside"),
  body("crossing", "holds", "partial"),
  body("unknown", null, null),
  body("nearly", "almost", "inside"),
];

test("what crosses stands first, what is not tested stands nowhere", () => {
  const names = (classes: string[]) => matrixRows(BODIES, classes).map((row) => row.initiative);
  expect(names([])).toEqual(["crossing", "nearly", "same"]);
  expect(names(["identical", "almost"])).toEqual(["nearly", "same"]);
  expect(names(["touching"])).toEqual([]);
});

test("counts are of cells, the headline of bodies", () => {
  expect(countByClass(BODIES).get("inside")).toBe(2);
  expect(headlineCounts(BODIES)).toEqual({ tested: 3, untested: 1, identical: 1, crossing: 1 });
});
