/** What the place's sections of need, claims and partners say of a reply. */
import { expect, test } from "vitest";
import { claimsSentence } from "../../client/screens/place/claims-section.tsx";
import { needSentence } from "../../client/screens/place/need-section.tsx";
import { partnersOf } from "../../client/screens/place/partners-section.tsx";
import type { PlaceNeedReply } from "../../server/contract/need.ts";

function need(
  people: { covers: number; within: number; none: number },
  inNeed: readonly boolean[],
): string {
  const all = people.covers + people.within + people.none;
  return needSentence({
    counts: { people, none_share: all > 0 ? people.none / all : null },
    small_areas: inNeed.map((in_need) => ({ in_need })),
  } as unknown as PlaceNeedReply);
}

test("need: people rounded, and none in need is not the same as people unknown", () => {
  expect(need({ covers: 1000, within: 499.6, none: 500.4 }, [true, false])).toBe(
    "Of the 2,000 people in need, 500 (25%) live where no initiative of those counted is recorded.",
  );
  expect(need({ covers: 1000, within: 0, none: 0 }, [true])).toContain("All of the 1,000 people");
  expect(need({ covers: 0, within: 0, none: 0 }, [false, false])).toBe(
    "None of its 2 small areas is among the most deprived tenth of England.",
  );
  expect(need({ covers: 0, within: 0, none: 0 }, [true])).toContain("is not known");
});

test("claims: several on one day are one day, and assumed days are said", () => {
  const stated = { due: "2002-06-30", basis: "stated" } as const;
  const assumed = { due: "2002-06-30", basis: "period end, assumed" } as const;
  expect(claimsSentence([stated, assumed])).toBe(
    "2 claims fall due on 1 day. For 1 the source gives how often alone, so the day is assumed.",
  );
  expect(claimsSentence([stated])).toContain("Every day is stated");
  expect(claimsSentence([assumed])).toContain("For it the source");
  expect(claimsSentence([])).toContain("No claim is known");
});

test("partners: one row an organisation; what is not recorded is unknown, not 0", () => {
  const part = (
    of: string,
    organisation: string,
    attendance: "present" | "absent" | "unknown",
  ) => ({
    of,
    organisation,
    sector: "local_authority" as const,
    kind: null,
    role: "partner",
    attendance,
    evidence: { confidence: "sourced" as const, source: "", notes: "", dateRead: null },
  });
  const rows = partnersOf(
    {
      memberships: [
        part("a", "Ash Council", "present"),
        part("b", "Ash Council", "present"),
        part("a", "Elm Trust", "absent"),
        part("a", "Oak Forum", "unknown"),
        part("ended", "Gone Ltd", "present"),
      ],
      seats: [part("board", "Ash Council", "present"), part("board", "Yew College", "present")],
    },
    new Set(["a", "b"]),
  );
  expect(
    rows.map(({ organisation, initiatives, boards }) => [organisation, initiatives, boards]),
  ).toEqual([
    ["Ash Council", 2, 1],
    ["Elm Trust", 0, undefined],
    ["Yew College", undefined, 1],
    ["Oak Forum", undefined, undefined],
  ]);
  expect(rows[0]!.sectors).toEqual(["local authority"]);
});
