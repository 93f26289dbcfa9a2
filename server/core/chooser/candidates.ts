/** The arrangements worth looking at. */
import type { Candidate, ChoiceOf } from "./model.ts";

/** A partnership of more districts than these is no neighbourhood alliance any more. */
export const MOST_DISTRICTS = 4;

/**
 * Each district by itself; every tier, all of its areas at once; every union of two to four adjacent
 * districts. A union holds only districts that an initiative lies in, and those that join them: one at
 * its edge without any initiative would change nothing. Unions that are an area of a tier stand there.
 */
export function candidatesOf(choice: ChoiceOf): Candidate[] {
  const touched = touchedDistricts(choice);
  const tiers = tiersOf(choice, touched);
  const known = new Set(
    tiers.flatMap(({ partnerships }) =>
      partnerships.length === 1 ? [partnerships[0]!.join()] : [],
    ),
  );
  const unions = unionsOf(choice, touched).filter((districts) => !known.has(districts.join()));
  return [
    { kind: "districts", tier: undefined, partnerships: [] },
    ...tiers,
    ...unions.map(
      (districts): Candidate => ({ kind: "union", tier: undefined, partnerships: [districts] }),
    ),
  ];
}

/** Districts, ascending, that a chosen initiative lies in. */
export function touchedDistricts({ initiatives }: ChoiceOf): Set<number> {
  const all = initiatives.flatMap(({ people }) => [...people.keys()]);
  return new Set(all.sort((a, b) => a - b));
}

function tiersOf({ upperTier }: ChoiceOf, touched: ReadonlySet<number>): Candidate[] {
  const tiers = new Map<string, (readonly number[])[]>();
  for (const { layer, districts } of upperTier) {
    if (districts.length < 2 || !districts.some((district) => touched.has(district))) continue;
    tiers.set(layer, [...(tiers.get(layer) ?? []), districts]);
  }
  return [...tiers].map(([tier, partnerships]) => ({ kind: "tier", tier, partnerships }));
}

/** Sets of two to four adjacent districts, each ascending, in the order of their members. */
function unionsOf(choice: ChoiceOf, touched: ReadonlySet<number>): number[][] {
  const neighbours = neighboursOf(choice);
  const found = new Map<string, number[]>();
  const grow = (members: readonly number[]): void => {
    if (members.length === MOST_DISTRICTS) return;
    for (const next of new Set(members.flatMap((member) => [...(neighbours.get(member) ?? [])]))) {
      if (members.includes(next)) continue;
      const union = [...members, next].sort((a, b) => a - b);
      const key = union.join();
      if (found.has(key)) continue;
      found.set(key, union);
      grow(union);
    }
  };
  for (const district of touched) grow([district]);
  return [...found.values()]
    .filter((union) =>
      union.every((member) => touched.has(member) || joins(member, union, neighbours)),
    )
    .sort(compareLists);
}

type Neighbours = ReadonlyMap<number, ReadonlySet<number>>;

function neighboursOf({ adjacent }: ChoiceOf): Neighbours {
  const neighbours = new Map<number, Set<number>>();
  const add = (a: number, b: number) => neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b));
  for (const [a, b] of adjacent) {
    add(a, b);
    add(b, a);
  }
  return neighbours;
}

/** Whether the others would fall apart without this member. */
function joins(member: number, union: readonly number[], neighbours: Neighbours): boolean {
  const [first, ...others] = union.filter((other) => other !== member);
  const reached = new Set([first!]);
  for (const at of reached) {
    for (const other of others) if (neighbours.get(at)?.has(other)) reached.add(other);
  }
  return reached.size < others.length + 1;
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
