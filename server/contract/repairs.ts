/** Repairs of a partition as commands and files print them. */
import { z } from "zod";
import type { Repair } from "../core/overlay/model.ts";
import { printedArea } from "./printed-area.ts";

export const repairsSchema = z.array(
  z.object({ source: z.string(), code: z.string(), area_change_m2: z.number() }),
);
export type RepairsReply = z.infer<typeof repairsSchema>;

/** @param nameOf the name of a source of the partition */
export const toRepairsReply = (
  repairs: readonly Repair[],
  nameOf: (source: number) => string,
): RepairsReply =>
  repairs.map(({ source, code, areaChange }) => ({
    source: nameOf(source),
    code,
    area_change_m2: printedArea(areaChange),
  }));
