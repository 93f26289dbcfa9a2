import { type Share, share } from "../../units.ts";

/** Who sits on a board. */
export interface Seats {
  readonly board: string;
  readonly organisations: readonly string[];
}

export interface BoardOverlap {
  readonly a: string;
  readonly b: string;
  /** Organisations on both. */
  readonly shared: readonly string[];
  /** Shared over all on either. */
  readonly jaccard: Share;
}

/**
 * M-P1. Pairs of boards by the organisations that sit on both, most alike first. Overlap of boards
 * helps and overlap of areas costs: the two are never added.
 *
 * @returns no row for a pair of which neither has a recorded member
 */
export function boardOverlaps(boards: readonly Seats[]): BoardOverlap[] {
  const rows = boards.flatMap((a, i) =>
    boards.slice(i + 1).flatMap((b) => {
      const either = new Set([...a.organisations, ...b.organisations]);
      const onB = new Set(b.organisations);
      const shared = [...new Set(a.organisations)].filter((name) => onB.has(name)).sort();
      if (either.size === 0) return [];
      return [{ a: a.board, b: b.board, shared, jaccard: share(shared.length / either.size) }];
    }),
  );
  return rows.sort((x, y) => y.jaccard - x.jaccard || y.shared.length - x.shared.length);
}
