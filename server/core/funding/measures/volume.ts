import { type Pence, pence } from "../../units.ts";

/** One sum of one financial year, counted once. */
export interface VolumeAmount {
  /** One word for a department and its successors; empty is not recorded. */
  readonly department: string;
  /** The financial year that begins on 1 April of it. */
  readonly year: number;
  readonly amount: Pence;
  /** True where a lifetime total was spread evenly. */
  readonly assumed: boolean;
}

export interface VolumeRow {
  readonly department: string;
  readonly year: number;
  readonly amount: Pence;
  /** How much of it was spread evenly, not printed. */
  readonly assumed: Pence;
  readonly figures: number;
}

/**
 * The sum of activity by department and financial year (PAT 17 §5.73).
 *
 * @returns by department, then year; no row where nothing is recorded, which is not nothing
 */
export function volume(amounts: readonly VolumeAmount[]): VolumeRow[] {
  const rows = new Map<string, VolumeRow>();
  for (const { department, year, amount, assumed } of amounts) {
    const key = `${department}\n${year}`;
    const row = rows.get(key);
    rows.set(key, {
      department,
      year,
      amount: pence((row?.amount ?? 0) + amount),
      assumed: pence((row?.assumed ?? 0) + (assumed ? amount : 0)),
      figures: (row?.figures ?? 0) + 1,
    });
  }
  return [...rows.values()].sort((a, b) =>
    a.department === b.department ? a.year - b.year : a.department < b.department ? -1 : 1,
  );
}
