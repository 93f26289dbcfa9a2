import { printedArea } from "../contract/printed-area.ts";
import type { RepairsReply } from "../contract/repairs.ts";
import type { Repair } from "../core/overlay/model.ts";

/**
 * Repairs of a partition as they are printed.
 *
 * @param nameOf the name of a source of the partition
 */
export const toRepairsReply = (
  repairs: readonly Repair[],
  nameOf: (source: number) => string,
): RepairsReply =>
  repairs.map(({ source, code, areaChange }) => ({
    source: nameOf(source),
    code,
    area_change_m2: printedArea(areaChange),
  }));
