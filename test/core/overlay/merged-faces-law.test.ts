import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wholeOf } from "../../../server/core/overlay/exact-area.ts";
import type { MergedFaces } from "../../../server/core/overlay/merge-faces.ts";
import { box, evenOdd, mergedOf, type Polygon } from "./support.ts";

const SIZE = 8;
const SQUARES = Array.from({ length: SIZE * SIZE }, (_, i) => [i % SIZE, Math.floor(i / SIZE)]);

/** The chain halves of a cycle. */
function halvesOf({ faces: { start, graph } }: MergedFaces, cycle: number): number[] {
  const halves: number[] = [];
  let half = start[cycle]!;
  do {
    halves.push(half);
    half = graph.next[half]!;
  } while (half !== start[cycle]);
  return halves;
}

/** The vertices of a chain half as x, y, x, y …, less the last. */
function coordinatesOf({ faces: { graph } }: MergedFaces, half: number): number[] {
  const { start, xy } = graph.chains;
  const points: number[][] = [];
  for (let v = start[half >> 1]!; v < start[(half >> 1) + 1]!; v++) {
    points.push([xy[2 * v]!, xy[2 * v + 1]!]);
  }
  if (half & 1) points.reverse();
  return points.slice(0, -1).flat();
}

/** Face -> the cycles round it, and the area of the ground between them in square steps. */
function facesOf(merged: MergedFaces): Map<number, { rings: number[][]; area: number }> {
  const { faces, around } = merged;
  const found = new Map<number, { rings: number[][]; twice: bigint }>();
  for (let cycle = 0; cycle < faces.count; cycle++) {
    const face = faces.isOutside[cycle] === 1 ? around[cycle]! : cycle;
    if (face < 0) continue;
    expect(faces.isOutside[face]).toBe(0);
    const { rings, twice } = found.get(face) ?? { rings: [], twice: 0n };
    rings.push(halvesOf(merged, cycle).flatMap((half) => coordinatesOf(merged, half)));
    const area = wholeOf(faces.areaHigh[cycle]!, faces.areaLow[cycle]!);
    found.set(face, { rings, twice: twice + area });
  }
  return new Map(
    [...found].map(([face, { rings, twice }]) => [face, { rings, area: Number(twice) / 2 }]),
  );
}

/** Asserts that the merged faces are the ground that no other set of sources parts. */
function expectMerged(sources: readonly (readonly Polygon[])[]): void {
  const { merged, sets } = mergedOf(...sources);
  const faces = facesOf(merged);
  // Unit square -> the one face that holds it; -1 beyond them all.
  const faceAt = SQUARES.map(([x, y]) => {
    const holding = [...faces].filter(([, { rings }]) => evenOdd(rings, x! + 0.5, y! + 0.5));
    expect(holding.length).toBeLessThan(2);
    return holding[0]?.[0] ?? -1;
  });
  const sourcesAt = SQUARES.map(([x, y]) =>
    sources
      .flatMap((polygons, source) =>
        polygons.some((rings) => evenOdd(rings, x! + 0.5, y! + 0.5)) ? [source] : [],
      )
      .join(" "),
  );
  SQUARES.forEach(([x, y], square) => {
    const face = faceAt[square]!;
    const set = face < 0 ? 0 : merged.setOfCycle[face]!;
    expect(sets.ids.subarray(sets.start[set]!, sets.start[set + 1]!).join(" ")).toBe(
      sourcesAt[square],
    );
    const beside = [x! + 1 < SIZE ? square + 1 : square, y! + 1 < SIZE ? square + SIZE : square];
    for (const other of beside) {
      expect(faceAt[other] === face).toBe(sourcesAt[other] === sourcesAt[square]);
    }
  });
  for (const [face, { area }] of faces) {
    expect(area).toBe(faceAt.filter((at) => at === face).length);
  }
  // Every chain half lies on one cycle, but for those that part nothing.
  const { graph, count, start } = merged.faces;
  const visited = new Set(merged.idle.flatMap((chain) => [2 * chain, 2 * chain + 1]));
  for (let cycle = 0; cycle < count; cycle++) {
    if (start[cycle]! < 0) continue;
    for (const half of halvesOf(merged, cycle)) {
      expect(visited).not.toContain(half);
      visited.add(half);
    }
  }
  expect(visited.size).toBe(graph.next.length);
  expect(merged.faceOfIdle).toHaveLength(merged.idle.length);
  merged.idle.forEach((chain, i) => {
    const { xy, start: first } = graph.chains;
    const [ax, ay, bx, by] = xy.subarray(2 * first[chain]!, 2 * first[chain]! + 4);
    // A square beside its first edge, of those within the ground.
    const left = Math.min(ax!, bx!) - (ax === bx && ax! > 0 ? 1 : 0);
    const bottom = Math.min(ay!, by!) - (ay === by && ay! > 0 ? 1 : 0);
    expect(merged.faceOfIdle[i]).toBe(faceAt[bottom * SIZE + left]);
  });
}

describe("merged faces", () => {
  test("are the ground of one set of sources, square by square", () => {
    const side = fc.integer({ min: 0, max: SIZE });
    const rectangle = fc
      .tuple(side, side, side, side)
      .filter(([a, b, c, d]) => a !== c && b !== d)
      .map(([a, b, c, d]) => box(Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)));
    const polygon = fc.array(rectangle, { minLength: 1, maxLength: 2 });
    const source = fc.array(polygon, { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(fc.array(source, { minLength: 1, maxLength: 3 }), expectMerged), {
      seed: 42,
      numRuns: 200,
    });
  });

  test("of a part within a part hold the islands that lay in both", () => {
    expectMerged([
      [[box(0, 0, 8, 8)], [box(1, 1, 7, 7)]],
      [[box(2, 2, 4, 4)]],
      [[box(5, 5, 6, 6)]],
    ]);
  });

  test("of a frame hold an island of the part that is drawn along the hole first", () => {
    const bottom = [4, 3, 2, 3, 0, 3, 0, 0, 6, 0, 6, 3];
    const others = [box(0, 3, 2, 5), box(4, 3, 6, 5), box(0, 5, 6, 7)].map((ring) => [ring]);
    expectMerged([[[bottom], ...others], [[box(1, 1, 2, 2)]]]);
  });

  test("of two combs enclose what lies between their teeth", () => {
    const comb = [0, 0, 7, 0, 7, 2, 6, 2, 6, 1, 4, 1, 4, 2, 3, 2, 3, 1, 1, 1, 1, 2, 0, 2];
    const turned = comb.map((value, i) => (i % 2 === 0 ? value : 4 - value));
    expectMerged([[[comb], [turned]]]);
    expectMerged([[[comb], [turned]], [[box(4, 1, 6, 3)]], [[box(1, 1, 3, 2)]]]);
  });
});
