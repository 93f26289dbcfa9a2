import { expect, test } from "vitest";
import { likeNames } from "../../../server/core/partnership/like-names.ts";

const groups = (...names: string[]) => likeNames(names).map((group) => group.names);

test("one organisation spelt three ways is suggested as one", () => {
  const three = ["Manchester City Council", "Manchester CC", "The City Council of Manchester"];
  expect(groups(...three.slice(0, 2), "Salford City Council")).toEqual([three.slice(0, 2)]);
  expect(groups("Health & Police Ltd", "Health and Police", "HEALTH AND POLICE.")).toHaveLength(1);
  expect(groups("Employment Service", "Employmnet Service", "Employment Servce")).toHaveLength(1);
});

test("different bodies with like names are not", () => {
  expect(groups("NDC 1", "NDC 2", "Trust 11 partnership", "Trust 12 partnership")).toEqual([]);
  expect(groups("Leeds City Council", "Leeds Health Authority")).toEqual([]);
  expect(groups("A council", "A council")).toEqual([]);
});
