/** What must hold of any two boundaries: on seeded wavy rings, whole metres. */
import { describe, expect, test } from "vitest";
import { fitSets, type SetFit } from "../../../server/core/fit/fit-sets.ts";
import { rolesOf } from "../../../server/core/fit/roles.ts";
import { partition } from "../../../server/core/overlay/partition.ts";
import { METRE, type Ring, shapesOf } from "../overlay/support.ts";
import { seeded, wavyRing } from "./support.ts";

const DECLARED = {
  tolerance: 1,
  bodyAccuracy: undefined,
  referenceAccuracy: undefined,
  onNationalGrid: false,
  hasOtherVintage: false,
  hasLand: true,
};

function fitOf(bodies: readonly Ring[], references: readonly Ring[], tolerance = 1): SetFit {
  const shapes = shapesOf([...bodies, ...references].map((ring) => [[ring]]));
  const roles = rolesOf(bodies.length, references.length, 0, 0);
  return fitSets(partition(shapes, METRE), roles, { ...DECLARED, tolerance });
}

const map = (ring: Ring, change: (x: number, y: number) => readonly [number, number]): Ring =>
  Array.from({ length: ring.length / 2 }, (_, i) => change(ring[2 * i]!, ring[2 * i + 1]!)).flat();

/** Two rings that overlap, and no more is known of them. */
function pairOf(seed: number): readonly [Ring, Ring] {
  const next = seeded(seed);
  const [dx, dy] = [Math.round(900 * next()), Math.round(900 * next())];
  const other = wavyRing(seed + 100, 700 + Math.round(600 * next()), 80 + Math.round(80 * next()));
  return [wavyRing(seed, 1000, 120), map(other, (x, y) => [x + dx, y + dy])];
}

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

describe.each(SEEDS)("seed %i", (seed) => {
  const [a, b] = pairOf(seed);
  const [pair] = fitOf([a], [b]).pairs;

  test("J is symmetric; gap and overspill change places", () => {
    const [back] = fitOf([b], [a]).pairs;
    expect(back!.overlap.jaccard).toBe(pair!.overlap.jaccard);
    expect(back!.overlap.aInB).toBe(pair!.overlap.bInA);
    const areas = (of: typeof pair, kind: string) =>
      of!.fragments().flatMap((one) => (one.kind === kind ? [one.area] : []));
    expect(areas(back, "gap")).toEqual(areas(pair, "overspill"));
    expect(areas(back, "overspill")).toEqual(areas(pair, "gap"));
  });

  test("a boundary is identical to itself: J 1, nothing apart", () => {
    const [same] = fitOf([a], [a]).pairs;
    expect(same).toMatchObject({ class: "identical", overlap: { jaccard: 1 } });
    expect(same!.fragments()).toEqual([]);
    expect(same!.distances).toMatchObject({ bodyToReference: 0, referenceToBody: 0 });
  });

  test("gap, overspill and shared ground add up; 0 <= I <= the smaller", () => {
    const { overlap, bodyArea, referenceArea } = pair!;
    const sum = (kind: string) =>
      pair!.fragments().reduce((s, one) => s + (one.kind === kind ? one.area : 0), 0);
    expect(overlap.intersection + sum("gap")).toBeCloseTo(referenceArea, 6);
    expect(overlap.intersection + sum("overspill")).toBeCloseTo(bodyArea, 6);
    expect(overlap.intersection).toBeGreaterThan(0);
    expect(overlap.intersection).toBeLessThanOrEqual(Math.min(bodyArea, referenceArea));
  });

  test.each<[string, (x: number, y: number) => readonly [number, number], number]>([
    ["moved", (x, y) => [x + 12_345, y - 6789], 1],
    ["turned by a quarter", (x, y) => [-y, x], 1],
    ["mirrored", (x, y) => [-x, y], 1],
    ["three times as large", (x, y) => [3 * x, 3 * y], 3],
  ])("ratios, class and cause stay when both are %s", (_name, change, scale) => {
    const [other] = fitOf([map(a, change)], [map(b, change)], scale).pairs;
    // Crossings are put on the grid, so areas may differ by a metre's width along a short edge.
    expect(other!.overlap.jaccard).toBeCloseTo(pair!.overlap.jaccard!, 3);
    expect(other!.class).toBe(pair!.class);
    expect(other!.cause).toBe(pair!.cause);
    expect(other!.agreement.ofBody).toBeCloseTo(pair!.agreement.ofBody, 2);
  });

  test("the order of bodies and of reference areas changes nothing", () => {
    const [c, d] = pairOf(seed + 40);
    const facts = ({ pairs }: SetFit, bodies: string, references: string) =>
      pairs
        .map((one) => {
          const name = bodies[one.body]! + references[one.reference - bodies.length]!;
          // Lengths are added up in another order, which moves the last digit.
          const agreement = one.agreement.ofBody.toFixed(9);
          return [name, one.overlap.jaccard, one.class, one.cause, agreement];
        })
        .sort((p, q) => (String(p[0]) < String(q[0]) ? -1 : 1));
    const one = facts(fitOf([a, c], [b, d]), "ac", "bd");
    const other = facts(fitOf([c, a], [d, b]), "ca", "db");
    expect(other).toEqual(one);
  });
});
