/**
 * Scores of the areas of one vintage on those of another, by a table of what became of what
 * (docs/decisions/0023-scores-on-later-areas.md).
 */

/** How an area changed between two vintages. */
export type Change = "unchanged" | "split" | "merged" | "irregular";

/** One line of the table: part or all of `from` became part or all of `to`. */
export interface Link {
  readonly from: string;
  readonly to: string;
  readonly change: Change;
}

export interface CarriedScore {
  readonly code: string;
  readonly score: number;
  /** The farthest-reaching of the changes that made the area. */
  readonly change: Change;
}

const REACH: readonly Change[] = ["unchanged", "split", "merged", "irregular"];

/**
 * Unchanged: the score. Split: each part has the score of the whole. Merged and irregular: the plain
 * mean of the areas it was made from, since no people of the earlier areas are at hand to weigh them.
 *
 * @returns by code; areas of which any maker has no score are left out: theirs is not known
 */
export function carryScores(
  scores: ReadonlyMap<string, number>,
  links: readonly Link[],
): CarriedScore[] {
  const makers = new Map<string, Link[]>();
  for (const link of links) {
    const known = makers.get(link.to);
    if (known) known.push(link);
    else makers.set(link.to, [link]);
  }
  return [...makers]
    .flatMap(([code, from]) => {
      const found = from.flatMap((link) => scores.get(link.from) ?? []);
      if (found.length < from.length) return [];
      const score = found.reduce((sum, one) => sum + one, 0) / found.length;
      const reach = Math.max(...from.map(({ change }) => REACH.indexOf(change)));
      return [{ code, score, change: REACH[reach]! }];
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
