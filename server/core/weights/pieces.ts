import type { Partition } from "../overlay/model.ts";
import { squareMetres } from "../units.ts";
import type { Piece } from "./model.ts";

/**
 * The cells of a partition in which units take part, as pieces: sources below `units.first` are
 * outlines, those from there on are units. Ground in two units, which only a faulty layer has, goes
 * to the first of them.
 */
export function piecesOf(
  { cellSources: { start, ids }, cellArea }: Pick<Partition, "cellSources" | "cellArea">,
  units: { readonly first: number; readonly count: number },
): Piece[] {
  return Array.from(cellArea, (area, cell) => {
    const sources = [...ids.subarray(start[cell]!, start[cell + 1]!)];
    const unit = sources.find((id) => id >= units.first && id < units.first + units.count);
    return {
      unit: unit === undefined ? -1 : unit - units.first,
      coveredBy: sources.filter((id) => id < units.first),
      area: squareMetres(area),
    };
  });
}
