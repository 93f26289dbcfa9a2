import type { Partition } from "../overlay/model.ts";
import { amountsOn } from "./amounts.ts";
import type { BoundaryGraph } from "./boundary-graph.ts";
import type { SourceRange } from "./layer-lines.ts";

/**
 * Why it is not known how many live on a piece of ground: a unit under it has no figure, or it lies
 * on no unit at all.
 */
export type NoAmount = "no-figure" | "no-units";

/** What is counted on a piece of ground, or why that is not known. */
export type AmountOfPiece =
  | { readonly amount: number; readonly why: undefined }
  | { readonly amount: undefined; readonly why: NoAmount };

const unknown = (why: NoAmount): AmountOfPiece => ({ amount: undefined, why });

/**
 * A function that says what is counted on a piece of ground, spread evenly over each unit (M-W1).
 *
 * A unit without a figure makes every piece that it reaches unknown: it is not taken for empty.
 *
 * @param units the sources of the partition that are units
 * @param values unit -> its amount; `undefined` where it is not known
 */
export function amountOfPieces(
  partition: Partition,
  graph: BoundaryGraph,
  units: SourceRange,
  values: readonly (number | undefined)[],
) {
  const { cellSources, cellArea } = partition;
  const { ofCell } = amountsOn(
    partition,
    units,
    values.map((value) => value ?? NaN),
  );
  const unitsAt = (cell: number) =>
    cellSources.ids
      .subarray(cellSources.start[cell]!, cellSources.start[cell + 1]!)
      .filter((source) => source >= units.from && source < units.to).length;

  return ({ polygons }: { readonly polygons: readonly number[] }): AmountOfPiece => {
    const cells = polygons.map((polygon) => graph.cellOf[polygon]!);
    if (!cells.some((cell) => unitsAt(cell) > 0)) return unknown("no-units");
    if (cells.some((cell) => Number.isNaN(ofCell[cell]!))) return unknown("no-figure");
    const amount = polygons.reduce((sum, polygon, i) => {
      const cell = cells[i]!;
      return sum + ofCell[cell]! * (graph.area[polygon]! / cellArea[cell]!);
    }, 0);
    return { amount, why: undefined };
  };
}

/**
 * What is counted on several pieces together. A sliver off all units is drawing error, where nobody
 * is counted; any other piece that is not known makes the sum unknown.
 */
export function amountOfAll(
  pieces: readonly { readonly of: AmountOfPiece; readonly isSliver: boolean }[],
): AmountOfPiece {
  const open = pieces.filter(({ of }) => of.why !== undefined);
  const told = open.find(({ of }) => of.why === "no-figure") ?? open.find((one) => !one.isSliver);
  if (told) return told.of;
  if (pieces.length > 0 && open.length === pieces.length) return unknown("no-units");
  return { amount: pieces.reduce((sum, { of }) => sum + (of.amount ?? 0), 0), why: undefined };
}
