/**
 * A stream's money where none of its years is stated: what is known in all, and no figure of a year.
 *
 * @returns in the unit of the total; undefined where a year is stated, or no total is recorded
 */
export const yearlessTotal = <Amount extends number>(stream: {
  readonly years: readonly unknown[];
  readonly total?: Amount | null | undefined;
}): Amount | undefined => (stream.years.length === 0 ? (stream.total ?? undefined) : undefined);
