import { expect, test } from "vitest";
import { memberKind } from "../../../server/core/partnership/member-kind.ts";
import { CORE_KINDS } from "../../../server/core/partnership/model.ts";

test("§5.17 names eleven kinds", () => {
  expect(CORE_KINDS).toHaveLength(11);
});

test("a sector of one kind, or a name that says it, gives the kind; an employment body does not", () => {
  expect(memberKind("Manchester City Council", "local_authority")).toBe("local_authority");
  expect(memberKind("Advantage West Midlands", "rda")).toBe("regional_development_agency");
  expect(memberKind("Employment Service", "employment")).toBe("employment_service");
  expect(memberKind("University of Salford", "education")).toBe("university");
  expect(memberKind("A contractor", "employment")).toBeUndefined();
  expect(memberKind("A school", "education")).toBeUndefined();
});
