import { describe, expect, test } from "vitest";
import { certify, type Draft } from "../../../server/core/overlay/certificate.ts";
import { cut } from "../../../server/core/overlay/partition.ts";
import {
  HeldCertificate,
  type Order,
  type Placed,
} from "../../../server/core/overlay/session/held-certificate.ts";
import { box, METRE, shapesOf } from "./support.ts";

/** Two overlapping squares with a hole in one, and a bow tie. */
const INPUT = shapesOf([
  [[box(0, 0, 100, 100), box(40, 40, 60, 60)]],
  [[box(50, 50, 150, 150)]],
  [[[200, 0, 300, 100, 300, 0, 200, 100]]],
]);

const { draft: HONEST, facts } = cut(INPUT, METRE);
const checks = certify(HONEST, facts).checks;
const RINGS = { ...checks, drift: facts.drift, passes: facts.noded.passes };

/** A certificate that has seen the honest partition, and what to show it next. */
function seen() {
  const certificate = new HeldCertificate<Placed>();
  const cells = Array.from({ length: HONEST.cells.count }, (_, place): Placed => ({ place }));
  const holes = Array.from({ length: HONEST.holes.count }, (_, place): Placed => ({ place }));
  const show = (draft: Draft, order: Order<Placed>, rings = RINGS) => {
    certificate.follow(draft, order);
    return certificate.conclude(draft, order, rings);
  };
  const all = new Set<Placed>([...cells, ...holes]);
  const first = show(HONEST, { cells, holes, came: all, went: new Set() });
  /** Shows a draft in which one cell, or the first hole, is new. */
  const showAnew = (draft: Draft, place: number, list = cells) => {
    const [came, went] = [{ place }, list[place]!];
    list[place] = came;
    return show(draft, { cells, holes, came: new Set([came]), went: new Set([went]) });
  };
  return { first, cells, holes, show, showAnew };
}

const scratch = (draft: Draft) => certify(draft, facts).certificate;

describe("the certificate of a session", () => {
  test("is the one from scratch, at first and after a change", () => {
    const { first, showAnew } = seen();
    expect(first).toEqual(scratch(HONEST));
    expect(first.passed).toBe(true);
    expect(showAnew(HONEST, 1)).toEqual(scratch(HONEST));
  });

  test.each([
    [
      "states an area 1 square metre too large",
      ({ cellArea }: Draft): Partial<Draft> => ({
        cellArea: cellArea.map((area, i) => (i === 1 ? area + 1 : area)),
      }),
    ],
    [
      "has lost one of its sources",
      ({ cellSources: { start, ids } }: Draft): Partial<Draft> => ({
        cellSources: {
          start: start.map((from, i) => (i > 1 ? from - 1 : from)),
          ids: ids.filter((_, i) => i !== start[1]),
        },
      }),
    ],
    [
      "has a vertex moved by 1 metre",
      ({ cells }: Draft): Partial<Draft> => {
        const first = 2 * cells.ringVertex[cells.polygonRing[cells.polygonShape.indexOf(1)]!]!;
        const xy = cells.xy.map((value, i) => (i === first ? value - 1 : value));
        return { cells: { ...cells, xy } };
      },
    ],
    [
      "lists its sources out of order",
      ({ cellSources: { start, ids } }: Draft): Partial<Draft> => ({
        cellSources: {
          start,
          ids: ids.map((id, i) =>
            i === start[1] ? ids[i + 1]! : i === start[1]! + 1 ? ids[i - 1]! : id,
          ),
        },
      }),
    ],
    [
      "states no number",
      ({ cellArea }: Draft): Partial<Draft> => ({
        cellArea: cellArea.map((area, i) => (i === 1 ? Number.NaN : area)),
      }),
    ],
    [
      "belongs to a source of another area",
      ({ sourceArea }: Draft): Partial<Draft> => ({
        sourceArea: sourceArea.map((area, i) => (i === 0 ? area + 1 : area)),
      }),
    ],
  ])("fails as from scratch when a new cell %s, and passes when that is put right", (_, change) => {
    const { showAnew } = seen();
    const planted = { ...HONEST, ...change(HONEST) };
    const verdict = showAnew(planted, 1);
    expect(verdict.passed).toBe(false);
    expect(verdict).toEqual(scratch(planted));
    expect(showAnew(HONEST, 1)).toEqual(scratch(HONEST));
  });

  test("fails when a new hole is out", () => {
    const { holes, showAnew } = seen();
    const planted = { ...HONEST, holeArea: HONEST.holeArea.map((area) => area + 1) };
    expect(showAnew(planted, 0, holes)).toEqual(scratch(planted));
    expect(scratch(planted).passed).toBe(false);
  });

  test("fails when the rings of a source say otherwise, or the snap change or drift is too large", () => {
    const { cells, holes, show } = seen();
    const order = { cells, holes, came: new Set<Placed>(), went: new Set<Placed>() };
    const fromRings = checks.fromRings.map((area, i) => (i === 2 ? area + 2n : area));
    expect(show(HONEST, order, { ...RINGS, fromRings }).passed).toBe(false);
    expect(show(HONEST, order).passed).toBe(true);
    expect(show(HONEST, order, { ...RINGS, violations: 1 }).boundsViolations).toBe(1);
    expect(show(HONEST, order, { ...RINGS, drift: 9 }).boundsViolations).toBe(1);
    expect(show(HONEST, order)).toEqual(scratch(HONEST));
  });

  test("counts a pair larger than its smaller source", () => {
    const { showAnew } = seen();
    const both = [...HONEST.cellSources.start].findIndex(
      (from, i) => HONEST.cellSources.start[i + 1]! - from === 2,
    );
    const planted = {
      ...HONEST,
      cellArea: HONEST.cellArea.map((area, i) => (i === both ? area * 100 : area)),
    };
    const verdict = showAnew(planted, both);
    expect(verdict).toEqual(scratch(planted));
    expect(verdict.boundsViolations).toBeGreaterThan(0);
  });
});
