import { expect, test } from "vitest";
import { peopleDepth, peopleInPlaces } from "../../../server/core/need/people-depth.ts";
import { squareMetres } from "../../../server/core/units.ts";

const piece = (place: number, coveredBy: number[], people: number | undefined) => ({
  place,
  coveredBy,
  people,
  area: squareMetres(1),
});

/** Place 0 is known whole, 1 in part, 2 is empty; the last piece lies in no place. */
const PIECES = [
  piece(0, [0, 1], 900),
  piece(0, [], 100),
  // Outline 2 is not live.
  piece(1, [0, 2], 50),
  piece(1, [], undefined),
  piece(2, [], 0),
  piece(-1, [0], 7),
];

test("the mean over people, of live outlines only; unknown where some are, or where nobody lives", () => {
  const found = peopleDepth(PIECES, Uint8Array.of(1, 1, 0));
  expect([...found]).toEqual([
    [0, 1.8],
    [1, undefined],
    [2, undefined],
  ]);
});

test("people of a place: the sum over its ground, unknown where some of it is", () => {
  expect([...peopleInPlaces(PIECES)]).toEqual([
    [0, 1000],
    [1, undefined],
    [2, 0],
  ]);
});
