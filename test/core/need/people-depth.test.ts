import { expect, test } from "vitest";
import { peopleDepth } from "../../../server/core/need/people-depth.ts";
import { squareMetres } from "../../../server/core/units.ts";

const piece = (place: number, coveredBy: number[], people: number | undefined) => ({
  place,
  coveredBy,
  people,
  area: squareMetres(1),
});

test("the mean over people, of live outlines only; unknown where some are, or where nobody lives", () => {
  const found = peopleDepth(
    [
      piece(0, [0, 1], 900),
      piece(0, [], 100),
      // Outline 2 is not live.
      piece(1, [0, 2], 50),
      piece(1, [], undefined),
      piece(2, [], 0),
      piece(-1, [0], 7),
    ],
    Uint8Array.of(1, 1, 0),
  );
  expect([...found]).toEqual([
    [0, { depth: 1.8, people: 1000 }],
    [1, { depth: undefined, people: undefined }],
    [2, { depth: undefined, people: 0 }],
  ]);
});
