import { describe, expect, test } from "vitest";
import { findComponents } from "../../../server/core/overlay/components.ts";
import { arrangementOf, box } from "./support.ts";

/** A square in the corner of a shape, which comes last, after two squares that touch in a point. */
const LATE_OUTSIDE = [
  [[box(0, 0, 5, 5)]],
  [[box(20, 0, 30, 10)]],
  [[box(30, 10, 40, 20)]],
  [[[0, 0, 0, -10, 15, -10, 15, 15, -5, 15]]],
];

describe("components", () => {
  test.each([
    ["rings apart", [[[box(0, 0, 9, 9)]], [[box(20, 0, 29, 9)]]], 2],
    ["an island in a hole", [[[box(0, 0, 30, 30), box(5, 5, 25, 25)]], [[box(9, 9, 15, 15)]]], 3],
    ["crossing squares", [[[box(0, 0, 10, 10)]], [[box(5, 5, 15, 15)]]], 1],
    ["an outside that comes after another component", LATE_OUTSIDE, 2],
  ])("%s", (_, sources, count) => {
    const { faces, components } = arrangementOf(...sources).arrangement;
    const { order, orderStart, outside, ofCycle, via } = components;
    expect(components.count).toBe(count);
    expect([...order].sort((a, b) => a - b)).toEqual([...order.keys()]);
    expect([...orderStart]).toHaveLength(count + 1);
    for (let component = 0; component < count; component++) {
      const cycles = [...order.subarray(orderStart[component]!, orderStart[component + 1]!)];
      expect(cycles.filter((cycle) => faces.isOutside[cycle] === 1)).toEqual([cycles[0]]);
      expect(cycles[0]).toBe(outside[component]);
      expect(via[cycles[0]!]).toBe(-1);
      for (const [i, cycle] of cycles.entries()) {
        expect(ofCycle[cycle]).toBe(component);
        if (i === 0) continue;
        // Reached across a chain from one that came before.
        expect(faces.cycleOf[via[cycle]! ^ 1]).toBe(cycle);
        expect(cycles.slice(0, i)).toContain(faces.cycleOf[via[cycle]!]);
      }
    }
  });

  test("a cycle that no outside leads to is a fault of the engine", () => {
    const { faces } = arrangementOf([[box(0, 0, 10, 10)]]).arrangement;
    const lost = { ...faces, isOutside: new Uint8Array(faces.count) };
    expect(() => findComponents(lost)).toThrow("A cycle of the arrangement has no outside.");
  });
});
