import { describe, expect, test } from "vitest";
import {
  type AmountOfPiece,
  amountOfAll,
  amountOfPieces,
} from "../../../server/core/fit/amount-of-pieces.ts";
import { measuring, type Pair } from "../../../server/core/fit/pairs.ts";
import { partition } from "../../../server/core/overlay/partition.ts";
import { box, METRE, shapesOf } from "../overlay/support.ts";

/** A body west, an area east, shared in the middle; small areas of 100 m under what differs. */
const result = partition(
  shapesOf([
    [[box(0, 0, 200, 100)]],
    [[box(100, 0, 400, 100)]],
    [[box(0, 0, 100, 100)]],
    [[box(200, 0, 300, 100)]],
    [[box(300, 0, 350, 100)]],
  ]),
  METRE,
);
const ROLES = { bodies: { from: 0, to: 1 }, references: { from: 1, to: 2 } };
const { graph, pairs } = measuring(result, ROLES, 1);
const pair: Pair = pairs().next().value!;
const piece = (kind: string) => pair.fragments().find((one) => one.kind === kind)!;
const UNITS = { from: 2, to: 5 };
const amountIn = (kind: string, values: readonly (number | undefined)[]) =>
  amountOfPieces(result, graph, UNITS, values)(piece(kind));

describe("people on a piece of ground", () => {
  test("are those of the small areas under it", () => {
    expect(amountIn("overspill", [70, 20, 10]).amount).toBeCloseTo(70, 9);
    expect(amountIn("gap", [70, 20, 10]).amount).toBeCloseTo(30, 9);
  });

  test("a figure of 0 is known", () => {
    expect(amountIn("overspill", [0, 20, 10])).toEqual({ amount: 0, why: undefined });
  });

  test("an area without a figure makes what it reaches unknown, and nothing else", () => {
    const values = [70, 20, undefined];
    expect(amountIn("gap", values)).toEqual({ amount: undefined, why: "no-figure" });
    expect(amountIn("overspill", values).amount).toBeCloseTo(70, 9);
  });

  test("ground on none of the small areas is unknown, not empty", () => {
    const west = amountOfPieces(result, graph, { from: 3, to: 5 }, [20, 10]);
    expect(west(piece("overspill"))).toEqual({ amount: undefined, why: "no-units" });
  });
});

describe("people on several pieces", () => {
  const known = (amount: number): AmountOfPiece => ({ amount, why: undefined });
  const noUnits: AmountOfPiece = { amount: undefined, why: "no-units" };
  const noFigure: AmountOfPiece = { amount: undefined, why: "no-figure" };
  const block = (of: AmountOfPiece) => ({ of, isSliver: false });
  const sliver = (of: AmountOfPiece) => ({ of, isSliver: true });

  test("add up; on no piece there are none", () => {
    expect(amountOfAll([block(known(3)), sliver(known(4))])).toEqual(known(7));
    expect(amountOfAll([])).toEqual(known(0));
  });

  test("are unknown as soon as an area without a figure is reached, were it by a sliver", () => {
    expect(amountOfAll([block(known(3)), sliver(noFigure)])).toEqual(noFigure);
    expect(amountOfAll([block(noUnits), sliver(noFigure)])).toEqual(noFigure);
  });

  test("are unknown with a block off all areas; a sliver there is drawing error", () => {
    expect(amountOfAll([block(known(3)), block(noUnits)])).toEqual(noUnits);
    expect(amountOfAll([block(known(3)), sliver(noUnits)])).toEqual(known(3));
    expect(amountOfAll([sliver(noUnits)])).toEqual(noUnits);
  });
});
