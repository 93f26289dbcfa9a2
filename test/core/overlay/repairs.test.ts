import { describe, expect, test } from "vitest";
import { readInputEdges } from "../../../server/core/overlay/input-edges.ts";
import { nodeEdges, searchHere } from "../../../server/core/overlay/noding.ts";
import { cut, partition } from "../../../server/core/overlay/partition.ts";
import { ringDepths } from "../../../server/core/overlay/ring-depths.ts";
import { box, drawings, METRE, type Polygon, type Ring, shapesOf } from "./support.ts";

/** The area of the first source and its repairs, on a grid of 1 m. */
function readAs(...polygons: Polygon[]) {
  const { sourceArea, repairs, certificate } = partition(shapesOf([polygons]), METRE);
  expect(certificate.passed).toBe(true);
  return [sourceArea[0], ...repairs.map(({ code, areaChange }) => `${code} ${areaChange}`)];
}

describe("repeated rings", () => {
  const square = box(0, 0, 10, 10);
  const hole = box(2, 2, 5, 5);

  test.each(drawings(square))("a ring twice covers nothing, however drawn: %#", (...again) => {
    expect(readAs([square, again])).toEqual([0, "ring-repeated -100"]);
  });

  test("a hole drawn twice takes nothing away", () => {
    expect(readAs([square, hole, hole])).toEqual([100, "ring-repeated 9"]);
  });

  test("a ring three times is that ring once, and nothing changes", () => {
    expect(readAs([square, square, square])).toEqual([100, "ring-repeated 0"]);
    expect(readAs([square, hole, hole, hole])).toEqual([91, "ring-repeated 0"]);
  });

  test("a bow tie drawn twice is said to be repeated, though its signed area is 0", () => {
    const bow = [0, 0, 10, 10, 10, 0, 0, 10];
    expect(readAs([bow, bow])).toEqual([0, "ring-repeated 0"]);
  });

  test("holes of one size are repeated only where they lie in one place", () => {
    const [here, there] = [box(1, 1, 3, 3), box(5, 5, 7, 7)];
    expect(readAs([square, here, there])).toEqual([92]);
    expect(readAs([square, here, there, there])).toEqual([96, "ring-repeated 4"]);
    expect(readAs([square, here, there, here])).toEqual([96, "ring-repeated 4"]);
    expect(readAs([square, here, there, here, there])).toEqual([100, "ring-repeated 8"]);
  });

  test("holes of one size that share an edge are not repeated, wherever they begin", () => {
    for (const left of drawings(box(2, 2, 4, 4))) {
      for (const right of drawings(box(4, 2, 6, 4)))
        expect(readAs([square, left, right])).toEqual([92]);
    }
  });

  test("a ring with a spike is the ring without it, drawn again", () => {
    const spiked = [0, 0, 10, 0, 20, 0, 10, 0, 10, 10, 0, 10];
    expect(readAs([square, spiked])).toEqual([0, "ring-repeated -100", "spike 0"]);
  });

  test("a ring with a loop of no net area is not the ring without it", () => {
    // The loop is a bow tie of two triangles of 4 m², which cancel in the signed area.
    const looped = [0, 0, 10, 0, 10, 10, 14, 14, 14, 10, 10, 14, 10, 10, 0, 10];
    expect(readAs([square, looped])).toEqual([8, "self-crossing 8"]);
    expect(readAs([looped, square])).toEqual([8, "self-crossing 8"]);
  });

  test("rings that enclose nothing are flat, not repeated", () => {
    const line = [0, 0, 5, 5];
    expect(readAs([line, line], [square])).toEqual([100, "zero-area 0"]);
  });
});

describe("rings that do not cross are no repair", () => {
  test.each([
    ["left", box(0, 2, 4, 8)],
    ["right", box(6, 2, 10, 8)],
    ["lower", box(2, 0, 8, 4)],
    ["upper", box(2, 6, 8, 10)],
  ])("a hole along the %s side of its shell, beside a second shell", (_, hole) => {
    for (const drawn of drawings(hole)) {
      expect(readAs([box(0, 0, 10, 10), box(20, 0, 25, 5), drawn])).toEqual([101]);
    }
  });

  test("a hole along a slanted side", () => {
    const hole = [3, 3, 6, 6, 3, 6];
    for (const drawn of drawings(hole)) {
      expect(readAs([[0, 0, 9, 9, 0, 9], box(20, 0, 25, 5), drawn])).toEqual([40.5 + 25 - 4.5]);
    }
  });

  test("an island in the hole of its own polygon, whichever way the rings run", () => {
    const rings = [box(0, 0, 30, 30), box(5, 5, 25, 25), box(10, 10, 20, 20)];
    expect(readAs(rings)).toEqual([600]);
    for (const island of drawings(rings[2]!)) {
      for (const hole of drawings(rings[1]!))
        expect(readAs([island, hole, rings[0]!])).toEqual([600]);
    }
  });

  test("two shells in one polygon, in each of two sources", () => {
    const shells = [box(0, 0, 10, 10), box(20, 0, 30, 10)];
    expect(partition(shapesOf([[shells], [shells]]), METRE).repairs).toEqual([]);
  });

  test("shells that touch along an edge, and in a corner", () => {
    expect(readAs([box(0, 0, 5, 5), box(5, 0, 10, 5)])).toEqual([50]);
    expect(readAs([box(0, 0, 5, 5), box(5, 5, 10, 10)])).toEqual([50]);
  });

  test("two shells in one polygon that another part overlaps", () => {
    expect(readAs([box(0, 0, 10, 10), box(20, 0, 30, 10)], [box(5, 0, 15, 10)])).toEqual([
      250,
      "parts-overlap -50",
    ]);
  });

  test("a ring without area beside two shells", () => {
    expect(readAs([box(0, 0, 10, 10), [3, 3, 6, 6], box(20, 0, 30, 10)])).toEqual([
      200,
      "zero-area 0",
    ]);
  });
});

describe("crossing rings", () => {
  test("holes that cross count even-odd, against both taken away", () => {
    // 900 - 100 - 100 as drawn; the 25 under both holes are covered, so twice too much was taken.
    expect(readAs([box(0, 0, 30, 30), box(5, 5, 15, 15), box(10, 10, 20, 20)])).toEqual([
      750,
      "self-crossing 50",
    ]);
  });

  test("a ring in two shells is no crossing, but hides none either", () => {
    const [shell, hole] = [box(0, 0, 30, 30), box(10, 10, 20, 20)];
    const across = box(25, 5, 45, 15);
    // As drawn 900 - 100 - 200; 50 lie under shell and the ring across.
    expect(readAs([shell, hole, across])).toEqual([900 - 100 + 200 - 2 * 50, "self-crossing 300"]);
  });
});

test("repairs come source by source, each kind once, in square metres of any grid", () => {
  const grid = { step: 0.5, originX: 0, originY: 0 };
  const bow = [0, 0, 10, 10, 10, 0, 0, 10];
  const crossed = [box(0, 0, 10, 10), box(5, 0, 15, 10)];
  const spiked = [20, 0, 30, 0, 40, 0, 30, 0, 30, 10, 20, 10];
  const flat = [50, 50, 60, 60];
  const everything = [[spiked], [flat], [bow], crossed, [box(50, 0, 60, 10)], [box(55, 0, 60, 10)]];
  const twice = [box(70, 0, 80, 10), box(70, 0, 80, 10)];
  const { repairs } = partition(
    shapesOf([[[box(0, 0, 5, 5)]], [twice, ...everything], [[spiked]], [[flat]]], grid),
    grid,
  );
  expect(repairs).toEqual([
    // In steps: the bow tie lies under half of the crossed rings, and 50 under two boxes.
    { source: 1, code: "parts-overlap", areaChange: -(25 + 50) / 4 },
    { source: 1, code: "self-crossing", areaChange: (50 + 100) / 4 },
    { source: 1, code: "ring-repeated", areaChange: -25 },
    { source: 1, code: "zero-area", areaChange: 0 },
    { source: 1, code: "spike", areaChange: 0 },
    { source: 2, code: "spike", areaChange: 0 },
    { source: 3, code: "zero-area", areaChange: 0 },
  ]);
});

describe("depths of rings", () => {
  const depthsOf = (...rings: Ring[]) => {
    const { facts } = cut(shapesOf([[rings]]), METRE);
    return ringDepths(
      facts,
      rings.map((_, ring) => ring),
    );
  };

  test("count the rings around each", () => {
    const nest = [box(10, 10, 20, 20), box(0, 0, 30, 30), box(12, 12, 14, 14), box(40, 0, 50, 9)];
    expect(depthsOf(...nest)).toEqual([1, 0, 2, 0]);
    expect(depthsOf(box(0, 0, 9, 9), [3, 3, 6, 6], box(0, 2, 4, 8))).toEqual([0, 0, 1]);
    // Two holes hide all of their shell's boundary.
    expect(depthsOf(box(0, 0, 10, 10), box(0, 0, 4, 10), box(4, 0, 10, 10))).toEqual([0, 1, 1]);
    expect(depthsOf([1, 1, 1, 9])).toEqual([0]);
    expect(depthsOf()).toEqual([]);
  });

  test("are not to be had where rings cross, by however little", () => {
    expect(depthsOf(box(0, 0, 10, 10), box(5, 0, 15, 10))).toBeUndefined();
    expect(depthsOf(box(0, 0, 1000, 1000), [998, 500, 1002, 500, 1002, 504])).toBeUndefined();
  });

  test("of a bow tie are those of both its halves", () => {
    expect(depthsOf(box(0, 0, 30, 30), [5, 5, 15, 15, 15, 5, 5, 15])).toEqual([0, 1]);
  });
});

test("a ring of one point gives its point no number, so none has two", () => {
  const input = shapesOf([
    [[[5, 5]], [[5, 5, 5, 5, 5, 5]]],
    [[[0, 0, 10, 10, 10, 0]]],
    [[[0, 10, 10, 0, 0, 0]]],
  ]);
  const { vertices } = nodeEdges(
    readInputEdges(input),
    () => {},
    searchHere(() => {}),
  );
  const points = Array.from(
    { length: vertices.count },
    (_, v) => `${vertices.x[v]} ${vertices.y[v]}`,
  );
  expect(points.toSorted()).toEqual(["0 0", "0 10", "10 0", "10 10", "5 5"]);
});
