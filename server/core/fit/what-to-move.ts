/** A small area by how it lies to a body and a reference area, square metres. */
export interface BuildingArea {
  readonly shared: number;
  readonly overspill: number;
  readonly gap: number;
  readonly outside: number;
  /** Breaks ties: of two areas that help alike, the one with fewer people is moved. */
  readonly people: number | undefined;
}

/** Areas of a body and a reference area, square metres. */
export interface Sides {
  readonly body: number;
  readonly reference: number;
  readonly shared: number;
}

export interface Move {
  /** Index of the building area. */
  readonly area: number;
  /** add: to the body; drop: from it. */
  readonly kind: "add" | "drop";
  /** J once this and all moves before it are made. */
  readonly jaccard: number;
}

export interface MovePlan {
  /** J as it is. */
  readonly before: number;
  readonly target: number;
  /** Whether the moves bring J to the target; else they bring it as high as whole areas can. */
  readonly isReached: boolean;
  /** The smallest list that does so, the most helpful first: the curve of how far each step gets. */
  readonly moves: readonly Move[];
}

/** How a move changes what is shared and what the body has, square metres. */
interface Change {
  readonly area: number;
  readonly kind: Move["kind"];
  readonly shared: number;
  readonly body: number;
}

/**
 * The fewest building areas whose transfer makes a body match a reference area.
 *
 * J is at least t where (1 + t) shared - t body >= t reference: a sum over the moves. So the list is
 * the smallest when the moves that add most to it are made first, and no search is needed. Where
 * the target is out of reach, t is lowered to the highest J that can be reached (Dinkelbach).
 *
 * @param target J from which the two match, 0 to 1
 * @source W. Dinkelbach 1967, On nonlinear fractional programming
 */
export function whatToMove(areas: readonly BuildingArea[], sides: Sides, target: number): MovePlan {
  const changes = areas.flatMap(changesOf);
  const before = jaccardOf(sides, []);
  const wanted = smallest(helpful(changes, areas, target), sides, target);
  const isReached = jaccardOf(sides, wanted) >= target - ROUNDING;
  const chosen = isReached ? wanted : highest(changes, areas, sides);
  const moves = chosen.map(({ area, kind }, i) => ({
    area,
    kind,
    jaccard: jaccardOf(sides, chosen.slice(0, i + 1)),
  }));
  return { before, target, isReached, moves };
}

/** Doubles of areas leave so much of a share open. */
const ROUNDING = 1e-12;

function changesOf({ shared, overspill, gap, outside }: BuildingArea, area: number): Change[] {
  const changes: Change[] = [];
  if (gap > 0) changes.push({ area, kind: "add", shared: gap, body: gap + outside });
  if (overspill > 0) {
    changes.push({ area, kind: "drop", shared: -shared, body: -shared - overspill });
  }
  return changes;
}

/** How much a change adds at a level of J. */
const gainOf = ({ shared, body }: Change, t: number) => (1 + t) * shared - t * body;

/** The changes that help at a level of J, one an area, the most helpful first. */
function helpful(changes: readonly Change[], areas: readonly BuildingArea[], t: number): Change[] {
  const people = ({ area }: Change) => areas[area]!.people ?? 0;
  const best = new Map<number, Change>();
  for (const change of changes) {
    const known = best.get(change.area);
    const gain = gainOf(change, t);
    if (gain > 0 && (known === undefined || gain > gainOf(known, t))) best.set(change.area, change);
  }
  return [...best.values()].sort(
    (a, b) => gainOf(b, t) - gainOf(a, t) || people(a) - people(b) || a.area - b.area,
  );
}

/** The first of the helpful changes that reach a level of J. */
function smallest(sorted: readonly Change[], sides: Sides, t: number): Change[] {
  const goal = (t - ROUNDING) * sides.reference;
  let sum = (1 + t) * sides.shared - t * sides.body;
  const chosen: Change[] = [];
  for (const change of sorted) {
    if (sum >= goal) break;
    sum += gainOf(change, t);
    chosen.push(change);
  }
  return chosen;
}

/** The fewest changes that bring J as high as it can be. */
function highest(
  changes: readonly Change[],
  areas: readonly BuildingArea[],
  sides: Sides,
): Change[] {
  let t = jaccardOf(sides, []);
  for (;;) {
    const sorted = helpful(changes, areas, t);
    const better = jaccardOf(sides, sorted);
    if (better <= t + ROUNDING) return smallest(sorted, sides, t);
    t = better;
  }
}

function jaccardOf({ body, reference, shared }: Sides, changes: readonly Change[]): number {
  const now = changes.reduce(
    (sum, change) => ({ shared: sum.shared + change.shared, body: sum.body + change.body }),
    { shared, body },
  );
  const union = now.body + reference - now.shared;
  return union > 0 ? now.shared / union : 0;
}
