import { describe, expect, test } from "vitest";
import { labelFaces, outerFirst } from "../../../server/core/overlay/membership.ts";
import { mixedKeys } from "../../../server/core/overlay/sets.ts";
import { arrangementOf, box, type Polygon } from "./support.ts";

/** Squares that overlap each other by half, in rows. */
const ROWS: Polygon[][] = Array.from({ length: 9 }, (_, i) => {
  const [x, y] = [5 * (i % 3), 5 * Math.floor(i / 3)];
  return [[box(x, y, x + 10, y + 10)]];
});

/** Two polygons that cross each other twice, in places that lie apart. */
const APART: Polygon[][] = [
  [[box(0, 0, 10, 10), box(100, 0, 110, 10)]],
  [[box(5, 5, 15, 15), box(105, 5, 115, 15)]],
];

/** The sets that cover the faces, each face by its set's members; the outside is the empty one. */
function labels({ arrangement, owners }: ReturnType<typeof arrangementOf>): string[] {
  const { setOfCycle, sets } = labelFaces(arrangement, owners.sets, mixedKeys(9));
  return Array.from(setOfCycle, (set) =>
    sets.ids.subarray(sets.start[set]!, sets.start[set + 1]!).join(" "),
  );
}

describe("labels of faces", () => {
  test("are the sets of polygons that cover them", () => {
    const found = labels(arrangementOf(...ROWS));
    // Each quarter of 5 by 5 lies under the squares that begin at it, left of it and below it.
    const expected = new Set([""]);
    for (let column = 0; column < 4; column++) {
      for (let row = 0; row < 4; row++) {
        const under = [0, 1, 2, 3, 4, 5, 6, 7, 8].filter((i) => {
          const [x, y] = [i % 3, Math.floor(i / 3)];
          return (x === column || x === column - 1) && (y === row || y === row - 1);
        });
        expected.add(under.join(" "));
      }
    }
    expect(found).toHaveLength(17);
    expect(new Set(found)).toEqual(expected);
  });

  test.each([
    ["rows of squares", ROWS],
    ["polygons that cross twice", APART],
  ])("that do not differ by a chain's owners are a fault of the engine: %s", (_, sources) => {
    const cut = arrangementOf(...sources);
    const { faces } = cut.arrangement;
    const { chains } = faces.graph;
    for (let chain = 0; chain < chains.count; chain++) {
      for (let wrong = 0; wrong < cut.owners.sets.count; wrong++) {
        if (wrong === chains.owners[chain]) continue;
        const owners = chains.owners.with(chain, wrong);
        const tampered = { ...faces, graph: { ...faces.graph, chains: { ...chains, owners } } };
        expect(() =>
          labels({ ...cut, arrangement: { ...cut.arrangement, faces: tampered } }),
        ).toThrow(/^The sets on the two sides of chain \d+ do not differ by its owners\.$/);
      }
    }
  });
});

test("components come after the ones they lie in", () => {
  // Component 0 lies in cycle 0, which is of component 2, that in cycle 3 of component 1.
  const components = { count: 4, ofCycle: Int32Array.of(2, 0, 2, 1, 1, 3) };
  const parent = Int32Array.of(0, -1, 3, 1);
  expect([...outerFirst(components, parent)]).toEqual([1, 2, 0, 3]);
});
