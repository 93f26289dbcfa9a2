/** Cliffs: months in which two or more initiatives of one place end together. */
import { addDays, type IsoDate } from "../../../server/core/units.ts";
import type { Life } from "./place-facts.ts";

export interface Cliff {
  /** The last day alive of the first that ends. */
  readonly on: IsoDate;
  readonly ending: number;
  /** How many of them end by assumption, not by record. */
  readonly assumed: number;
}

const LEAST = 2;

/** Earliest first. */
export function cliffsOf(lives: readonly Life[]): Cliff[] {
  const months = new Map<string, Cliff>();
  for (const { start, end, assumed } of lives) {
    if (start === undefined || end === undefined) continue;
    const on = addDays(end, -1);
    const month = on.slice(0, 7);
    const before = months.get(month);
    months.set(month, {
      on: before && before.on < on ? before.on : on,
      ending: (before?.ending ?? 0) + 1,
      assumed: (before?.assumed ?? 0) + Number(assumed),
    });
  }
  return [...months.values()]
    .filter(({ ending }) => ending >= LEAST)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}
