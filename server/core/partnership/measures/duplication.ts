import { monthsBetween } from "../../funding/month-day.ts";
import type { Category } from "../../model.ts";
import type { IsoDate, Share } from "../../units.ts";
import { type AimsSimilarity, aimsSimilarity, type WeightedAim } from "./aims-similarity.ts";

/** One side of a pair: a programme, or an initiative in a place. */
export interface Comparable {
  readonly id: string;
  readonly aims: readonly WeightedAim[];
  readonly category: Category;
  /** The body that runs it, as PAT 17 §5.63 sets SRB against NDC; empty is not recorded. */
  readonly owner: string;
  readonly start: IsoDate | undefined;
  readonly end: IsoDate | undefined;
}

/** Shared ground of a pair, or why there is no figure. */
export type SharedGround =
  | { readonly jaccard: Share }
  | { readonly jaccard: undefined; readonly reason: string };

/** The tuple of a pair. Nothing in it is added to anything else: there are no hidden weights. */
export interface Duplication {
  readonly a: string;
  readonly b: string;
  readonly ground: SharedGround;
  /** `undefined` where either has no recorded aim. */
  readonly aims: AimsSimilarity | undefined;
  /** Calendar months during which both ran; `undefined` where a start or an end is not recorded. */
  readonly months: number | undefined;
  readonly sameCategory: boolean;
  /** `undefined` where either owner is not recorded. */
  readonly differentOwner: boolean | undefined;
}

/** The parts a list may be sorted by, in the order a person chooses. */
export const DUPLICATION_KEYS = [
  "ground",
  "aims",
  "months",
  "sameCategory",
  "differentOwner",
] as const;
export type DuplicationKey = (typeof DUPLICATION_KEYS)[number];

/** M-R1. What two programmes, or two initiatives, have in common, as a tuple. */
export function duplication(a: Comparable, b: Comparable, ground: SharedGround): Duplication {
  return {
    a: a.id,
    b: b.id,
    ground,
    aims: aimsSimilarity(a.aims, b.aims),
    months: monthsTogether(a, b),
    sameCategory: a.category === b.category,
    differentOwner: a.owner !== "" && b.owner !== "" ? a.owner !== b.owner : undefined,
  };
}

/** Every pair of a list, without ground: the same programmes meet in other places each time. */
export function duplications(
  all: readonly Comparable[],
  groundOf: (a: Comparable, b: Comparable) => SharedGround,
): Duplication[] {
  return all.flatMap((a, i) => all.slice(i + 1).map((b) => duplication(a, b, groundOf(a, b))));
}

/** Sorted by the first key, then the second, and so on; greatest first, what is unknown last. */
export function sortDuplications(
  rows: readonly Duplication[],
  keys: readonly DuplicationKey[],
): Duplication[] {
  return [...rows].sort((x, y) => {
    for (const key of keys) {
      const order = rankOf(y, key) - rankOf(x, key);
      if (order !== 0) return order;
    }
    return 0;
  });
}

const UNKNOWN = -1;

function rankOf(row: Duplication, key: DuplicationKey): number {
  if (key === "ground") return row.ground.jaccard ?? UNKNOWN;
  if (key === "aims") return row.aims?.jaccard ?? UNKNOWN;
  if (key === "months") return row.months ?? UNKNOWN;
  const flag = row[key];
  return flag === undefined ? UNKNOWN : Number(flag);
}

function monthsTogether(a: Comparable, b: Comparable): number | undefined {
  if (!a.start || !a.end || !b.start || !b.end) return undefined;
  const start = a.start > b.start ? a.start : b.start;
  const end = a.end < b.end ? a.end : b.end;
  return start < end ? monthsBetween(start, end) : 0;
}
