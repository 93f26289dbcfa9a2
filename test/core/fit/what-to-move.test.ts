import { describe, expect, test } from "vitest";
import {
  type BuildingArea,
  type Sides,
  whatToMove,
} from "../../../server/core/fit/what-to-move.ts";
import { seeded } from "./support.ts";

const area = (part: Partial<BuildingArea>): BuildingArea => ({
  shared: 0,
  overspill: 0,
  gap: 0,
  outside: 0,
  people: undefined,
  ...part,
});

function sidesOf(areas: readonly BuildingArea[]): Sides {
  const sum = (key: "shared" | "overspill" | "gap") => areas.reduce((s, a) => s + a[key], 0);
  return {
    shared: sum("shared"),
    body: sum("shared") + sum("overspill"),
    reference: sum("shared") + sum("gap"),
  };
}

/** Every way to leave, add or drop each area: the fewest moves that reach a target, and the best J. */
function bruteForce(areas: readonly BuildingArea[], target: number) {
  const sides = sidesOf(areas);
  let fewest = Infinity;
  let best = 0;
  const visit = (i: number, moved: number, shared: number, body: number): void => {
    if (i === areas.length) {
      const jaccard = shared / (body + sides.reference - shared);
      best = Math.max(best, jaccard);
      if (jaccard >= target - 1e-12) fewest = Math.min(fewest, moved);
      return;
    }
    const a = areas[i]!;
    visit(i + 1, moved, shared, body);
    if (a.gap + a.outside > 0) visit(i + 1, moved + 1, shared + a.gap, body + a.gap + a.outside);
    if (a.shared + a.overspill > 0)
      visit(i + 1, moved + 1, shared - a.shared, body - a.shared - a.overspill);
  };
  visit(0, 0, sides.shared, sides.body);
  return { fewest, best };
}

describe("what to move", () => {
  test("adds what is missing and drops what is over, the most helpful first", () => {
    const areas = [
      area({ shared: 90 }),
      area({ gap: 3 }),
      area({ overspill: 9 }),
      area({ gap: 7 }),
    ];
    const plan = whatToMove(areas, sidesOf(areas), 1);
    expect(plan.moves.map(({ area: i, kind }) => [i, kind])).toEqual([
      [2, "drop"],
      [3, "add"],
      [1, "add"],
    ]);
    expect(plan.isReached).toBe(true);
    expect(plan.moves.at(-1)!.jaccard).toBeCloseTo(1, 12);
  });
  test("stops where the target is reached", () => {
    const areas = [area({ shared: 90 }), area({ gap: 3 }), area({ overspill: 9 })];
    expect(whatToMove(areas, sidesOf(areas), 0.96).moves).toHaveLength(1);
    expect(whatToMove(areas, sidesOf(areas), 0.97).moves).toHaveLength(2);
  });
  test("leaves an area that lies on both sides where it does less harm", () => {
    const areas = [area({ shared: 90, gap: 1, outside: 40 }), area({ gap: 9 })];
    const plan = whatToMove(areas, sidesOf(areas), 1);
    expect(plan.isReached).toBe(false);
    expect(plan.moves.map(({ area: i }) => i)).toEqual([1]);
    expect(plan.moves[0]!.jaccard).toBeCloseTo(0.99, 12);
  });
  test("of two that help alike moves the one with fewer people", () => {
    const areas = [
      area({ shared: 90 }),
      area({ gap: 5, people: 800 }),
      area({ gap: 5, people: 300 }),
    ];
    expect(whatToMove(areas, sidesOf(areas), 0.94).moves[0]!.area).toBe(2);
  });
  test("nothing to move where they match", () => {
    const areas = [area({ shared: 100 })];
    expect(whatToMove(areas, sidesOf(areas), 0.995)).toMatchObject({ isReached: true, moves: [] });
  });

  test("is the exact optimum in every case that brute force can settle: the difference is 0", () => {
    const next = seeded(2026);
    let cases = 0;
    const differences: number[] = [];
    for (let round = 0; round < 300; round++) {
      // Up to 9 areas on both sides of lines; up to 16 stand in move-trial.test.ts.
      const isMixed = round % 3 > 0;
      const count = 1 + Math.floor(next() * (isMixed ? 9 : round % 30 === 0 ? 16 : 12));
      const areas = Array.from({ length: count }, () => {
        const size = () => Math.round(next() * 100);
        if (isMixed)
          return area({ shared: size(), overspill: size(), gap: size(), outside: size() });
        const kind = (["shared", "overspill", "gap"] as const)[Math.floor(next() * 3)]!;
        return area({ [kind]: 1 + size() });
      });
      if (sidesOf(areas).body === 0 || sidesOf(areas).reference === 0) continue;
      const target = 0.5 + next() * 0.5;
      const plan = whatToMove(areas, sidesOf(areas), target);
      const { fewest, best } = bruteForce(areas, target);
      cases++;
      expect(plan.isReached).toBe(Number.isFinite(fewest));
      if (plan.isReached) differences.push(plan.moves.length - fewest);
      else expect(plan.moves.at(-1)?.jaccard ?? plan.before).toBeCloseTo(best, 9);
    }
    expect(cases).toBeGreaterThan(280);
    expect(differences.filter((difference) => difference !== 0)).toEqual([]);
    expect(differences.length).toBeGreaterThan(100);
  });
});
