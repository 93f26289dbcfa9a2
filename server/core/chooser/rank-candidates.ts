import { type Share, share } from "../units.ts";
import { candidatesOf } from "./candidates.ts";
import type {
  Candidate,
  ChoiceOf,
  InitiativeInside,
  PatchOfInitiative,
  RankedCandidate,
} from "./model.ts";

/** An initiative with at least this share of its people in one partnership is whole (M-C6). */
const WHOLE = 0.995;

/**
 * Every arrangement, best first: by initiatives that it leaves whole, then by people inside one
 * partnership with their initiative, then by areas of other layers that a partnership fills, then by
 * how few districts it joins. Those equal in all of it share a rank.
 */
export function rankCandidates(choice: ChoiceOf): RankedCandidate[] {
  const measured = candidatesOf(choice).map((candidate) => measure(choice, candidate));
  measured.sort((a, b) => compareKeys(keysOf(b), keysOf(a)));
  let rank = 0;
  return measured.map((candidate, i) => {
    const before = measured[i - 1];
    if (!before || compareKeys(keysOf(before), keysOf(candidate)) !== 0) rank = i + 1;
    return { ...candidate, rank };
  });
}

type Measured = Omit<RankedCandidate, "rank">;

function measure(choice: ChoiceOf, candidate: Candidate): Measured {
  const partnershipOf = new Map<number, number>();
  candidate.partnerships.forEach((districts, p) => {
    for (const district of districts) partnershipOf.set(district, p);
  });
  /** A district outside every named partnership is one by itself. */
  const homeOf = (district: number) => partnershipOf.get(district) ?? -1 - district;
  const initiatives = choice.initiatives.map((initiative) => insideOf(initiative, homeOf));
  let all = 0;
  let inside = 0;
  choice.initiatives.forEach(({ people }, i) => {
    const held = initiatives[i]!.inside;
    const known = totalOf(people);
    if (held === undefined || known === undefined) return;
    all += known;
    inside += held * known;
  });
  return {
    ...candidate,
    initiatives,
    unsplit: initiatives.filter(({ whole }) => whole).length,
    peopleInside: all > 0 ? share(inside / all) : undefined,
    peopleUnknown: choice.initiatives.filter(({ people }) => totalOf(people) === undefined).length,
    matches: choice.upperTier
      .filter(({ districts }) =>
        candidate.partnerships.some((members) => members.join() === districts.join()),
      )
      .map(({ name, layer }) => `${name} (${layer})`),
  };
}

function insideOf(
  { id, people }: PatchOfInitiative,
  homeOf: (district: number) => number,
): InitiativeInside {
  const homes = new Map<number, number>();
  for (const [district, amount] of people) {
    const home = homeOf(district);
    homes.set(home, (homes.get(home) ?? 0) + (amount ?? 0));
  }
  if (homes.size <= 1) return { id, inside: share(1), whole: true };
  const total = totalOf(people);
  if (total === undefined || total === 0) return { id, inside: undefined, whole: false };
  const inside: Share = share(Math.max(...homes.values()) / total);
  return { id, inside, whole: inside >= WHOLE };
}

/** `undefined` where the people of some district are not known. */
function totalOf(people: PatchOfInitiative["people"]): number | undefined {
  let total = 0;
  for (const amount of people.values()) {
    if (amount === undefined) return undefined;
    total += amount;
  }
  return total;
}

const keysOf = ({ unsplit, peopleInside, matches, partnerships }: Measured) => [
  unsplit,
  peopleInside ?? 0,
  matches.length,
  -partnerships.reduce((sum, districts) => sum + districts.length, 0),
];

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return 0;
}
