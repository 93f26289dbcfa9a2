import { describe, expect, test } from "vitest";
import { layFlow } from "../../client/charts/flow-layout.ts";
import { angleOf, pointAt, ringPath, ringsOf } from "../../client/charts/wheel.ts";

describe("cycle wheel", () => {
  test("January is at the top, and 6 April is not 1 April", () => {
    expect(angleOf({ month: 1, day: 1 })).toBe(0);
    expect(angleOf({ month: 7, day: 2 }) / Math.PI).toBeCloseTo((182 / 365) * 2, 6);
    const apart = angleOf({ month: 4, day: 6 }) - angleOf({ month: 4, day: 1 });
    expect((apart / (2 * Math.PI)) * 365).toBeCloseTo(5, 9);
  });

  test("angles run clockwise from the top", () => {
    expect(pointAt(100, 0, 50)).toEqual([100, 50]);
    const [x, y] = pointAt(100, Math.PI / 2, 50);
    expect([x, Math.round(y)]).toEqual([150, 100]);
  });

  test("rings go inward, never touch, and a single one is no disc", () => {
    const rings = ringsOf(8, 118, 26);
    rings.slice(1).forEach((ring, i) => {
      expect(ring.outer).toBeLessThan(rings[i]!.inner);
    });
    expect(rings.at(-1)!.inner).toBeGreaterThan(26);
    const [only] = ringsOf(1, 118, 26);
    expect(only!.inner).toBeGreaterThan(90);
    expect(ringPath(only!)).toMatch(/^M.*Z$/);
  });
});

describe("flow", () => {
  const nodes = ["funder", "a", "b", "place"].map((id) => ({ id, label: id }));
  const links = [
    { source: "funder", target: "a", amount: 300 },
    { source: "funder", target: "b", amount: 100 },
    { source: "a", target: "place", amount: 300 },
    { source: "b", target: "place", amount: 100 },
  ];
  const box = { width: 400, height: 200 };

  test("is as thick as its money", () => {
    const flow = layFlow(nodes, links, box);
    expect(flow.links[0]!.thickness / flow.links[1]!.thickness).toBeCloseTo(3, 6);
    expect(flow.nodes.map(({ id, last }) => [id, last])).toEqual([
      ["funder", false],
      ["a", false],
      ["b", false],
      ["place", true],
    ]);
    expect(flow.links.every(({ path }) => path.startsWith("M"))).toBe(true);
  });

  test("takes an amount that is not published for the smallest that is, never for a large one", () => {
    const open = links.map((link, i) => (i === 3 ? { ...link, amount: undefined } : link));
    const flow = layFlow(nodes, open, box);
    expect(flow.links[3]!.amount).toBeUndefined();
    expect(flow.links[3]!.thickness).toBeCloseTo(flow.links[1]!.thickness, 6);
  });

  test("of nothing is nothing", () => {
    expect(layFlow(nodes, [], box)).toEqual({ nodes: [], links: [] });
  });
});
