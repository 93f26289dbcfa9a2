import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import type { Category } from "../../../../server/core/model.ts";
import {
  type Comparable,
  type Duplication,
  duplication,
  duplications,
  sortDuplications,
} from "../../../../server/core/partnership/measures/duplication.ts";
import type { AimWeight } from "../../../../server/core/partnership/model.ts";
import { type IsoDate, share } from "../../../../server/core/units.ts";

const NO_GROUND = { jaccard: undefined, reason: "Programmes are compared without ground." };

const registry = (file: string): Record<string, string>[] =>
  parse(readFileSync(`data/registry/${file}.csv`), { columns: true });

/** A programme of the bundled registry, with who runs it. */
function programme(code: string): Comparable {
  const row = registry("programmes").find((each) => each.code === code)!;
  return comparable(code, {
    aims: registry("aims")
      .filter((aim) => aim.programme === code)
      .map(({ aim = "", weight }) => ({ term: aim, weight: weight as AimWeight })),
    category: row.category as Category,
    owner: row.administering_body!,
  });
}

function comparable(id: string, changes: Partial<Comparable> = {}): Comparable {
  return {
    id,
    aims: [{ term: "jobs", weight: "primary" }],
    category: "holistic" as Category,
    owner: "Environment",
    start: "1999-04-01" as IsoDate,
    end: "2002-04-01" as IsoDate,
    ...changes,
  };
}

describe("M-R1 duplication", () => {
  test("SRB and NDC: aims 0.889, different owners, shared ground null with its reason", () => {
    const pair = duplication(programme("SRB"), programme("NDC"), NO_GROUND);
    expect(pair.aims?.jaccard).toBeCloseTo(0.889, 3);
    expect(pair.differentOwner).toBe(true);
    expect(pair.ground).toEqual(NO_GROUND);
  });

  test("months are those during which both ran, and unknown where a date is", () => {
    const of = (changes: Partial<Comparable>) =>
      duplication(comparable("a"), comparable("b", changes), NO_GROUND).months;
    expect(of({ start: "2001-10-01" as IsoDate, end: "2010-04-01" as IsoDate })).toBe(6);
    expect(of({ start: "2002-04-01" as IsoDate, end: "2010-04-01" as IsoDate })).toBe(0);
    expect(of({ end: undefined })).toBeUndefined();
  });

  test("an owner that is not recorded is neither the same nor different", () => {
    const of = (owner: string) =>
      duplication(comparable("a"), comparable("b", { owner }), NO_GROUND).differentOwner;
    expect(of("")).toBeUndefined();
    expect(of("Environment")).toBe(false);
  });

  test("is sorted by the keys in the order given, what is unknown last", () => {
    const rows = duplications(
      [
        comparable("a"),
        comparable("b", { owner: "Health" }),
        comparable("c", { aims: [], owner: "Health" }),
      ],
      (a, b) => ({ jaccard: share(a.id === "a" && b.id === "b" ? 0.2 : 0.7) }),
    );
    const names = (list: readonly Duplication[]) => list.map(({ a, b }) => a + b);
    expect(names(rows)).toEqual(["ab", "ac", "bc"]);
    expect(names(sortDuplications(rows, ["ground", "differentOwner"]))).toEqual(["ac", "bc", "ab"]);
    expect(names(sortDuplications(rows, ["aims"]))).toEqual(["ab", "ac", "bc"]);
    expect(names(sortDuplications(rows, ["differentOwner", "ground"]))).toEqual(["ac", "ab", "bc"]);
  });
});
