/**
 * M-W4: the same figure from units of different size. A figure that moves with the units rests on how
 * the ground was cut, so both ends are shown.
 *
 * @source Openshaw 1984, The modifiable areal unit problem
 */
export interface UnitFigure {
  /** What the units are, such as "small areas" or "districts". */
  readonly units: string;
  /** `undefined` where units of that size give none. */
  readonly value: number | undefined;
}

export interface Range {
  readonly least: number;
  readonly most: number;
  readonly by: readonly UnitFigure[];
}

/** The range of a figure over unit sizes; `undefined` where none gives a value. */
export function rangeOver(by: readonly UnitFigure[]): Range | undefined {
  const values = by.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return undefined;
  return { least: Math.min(...values), most: Math.max(...values), by };
}
