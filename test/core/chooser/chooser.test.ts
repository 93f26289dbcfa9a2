import { describe, expect, test } from "vitest";
import { candidatesOf } from "../../../server/core/chooser/candidates.ts";
import type { ChoiceOf } from "../../../server/core/chooser/model.ts";
import { rankCandidates } from "../../../server/core/chooser/rank-candidates.ts";

const initiative = (id: string, people: Record<number, number | undefined>) => ({
  id,
  people: new Map(Object.entries(people).map(([district, amount]) => [Number(district), amount])),
});

/** W3 of REQUIREMENTS.md: D1 (0) and D2 (1) make up a county. */
const [D1, D2] = [0, 1];
const W3: ChoiceOf = {
  initiatives: [
    initiative("X", { [D1]: 30_000 }),
    initiative("Y", { [D1]: 20_000, [D2]: 20_000 }),
    initiative("Z", { [D2]: 10_000 }),
  ],
  adjacent: [[D1, D2]],
  upperTier: [{ name: "County", layer: "Counties", districts: [D1, D2] }],
};

describe("W3: districts or county for a local strategic partnership", () => {
  const [county, districts] = rankCandidates(W3);

  test("the county holds all three whole; districts split Y in halves", () => {
    expect(county).toMatchObject({ kind: "tier", tier: "Counties", rank: 1, unsplit: 3 });
    expect(county!.initiatives.map(({ inside }) => inside)).toEqual([1, 1, 1]);
    expect(districts).toMatchObject({ kind: "districts", rank: 2, unsplit: 2 });
    expect(districts!.initiatives.map(({ inside }) => inside)).toEqual([1, 0.5, 1]);
  });

  test("people inside one partnership: all of 80,000, or 60,000 of them", () => {
    expect(county!.peopleInside).toBe(1);
    expect(districts!.peopleInside).toBe(60_000 / 80_000);
    expect(county!.matches).toEqual(["County (Counties)"]);
  });

  test("the union of both is the county, so it stands once", () => {
    expect(rankCandidates(W3)).toHaveLength(2);
    const alone = rankCandidates({ ...W3, upperTier: [] });
    expect(alone.map(({ kind }) => kind)).toEqual(["union", "districts"]);
  });
});

describe("which unions are looked at", () => {
  /** A row of districts 0-1-2-3-4-5. */
  const adjacent = [0, 1, 2, 3, 4].map((d) => [d, d + 1] as const);
  const unions = (choice: ChoiceOf) =>
    candidatesOf(choice).flatMap(({ kind, partnerships }) =>
      kind === "union" ? [partnerships[0]!.join("")] : [],
    );

  test("adjacent ones, up to four, with a bare district only where it joins others", () => {
    const initiatives = [initiative("A", { 0: 1, 2: 1 }), initiative("B", { 3: 1 })];
    expect(unions({ initiatives, adjacent, upperTier: [] })).toEqual(["012", "0123", "23"]);
  });

  test("districts five apart cannot be joined by four", () => {
    const initiatives = [initiative("A", { 0: 1, 5: 1 })];
    expect(unions({ initiatives, adjacent, upperTier: [] })).toEqual([]);
  });
});

test("an initiative whose people are not known is whole in one partnership, else not known", () => {
  const choice = { ...W3, initiatives: [initiative("L", { [D1]: undefined, [D2]: undefined })] };
  const [together, apart] = rankCandidates(choice);
  expect(together!.initiatives).toEqual([{ id: "L", inside: 1, whole: true }]);
  expect(apart!.initiatives).toEqual([{ id: "L", inside: undefined, whole: false }]);
  expect(apart).toMatchObject({ peopleInside: undefined, peopleUnknown: 1 });
});

test("where nothing is split, fewer districts come first and equals share a rank", () => {
  const choice: ChoiceOf = {
    initiatives: [initiative("X", { 0: 5 }), initiative("Y", { 1: 5 }), initiative("Z", { 2: 5 })],
    adjacent: [
      [0, 1],
      [1, 2],
    ],
    upperTier: [],
  };
  expect(rankCandidates(choice).map(({ kind, rank }) => [kind, rank])).toEqual([
    ["districts", 1],
    ["union", 2],
    ["union", 2],
    ["union", 4],
  ]);
});
