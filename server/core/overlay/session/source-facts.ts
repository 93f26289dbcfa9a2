import type { Repair } from "../model.ts";
import { findRepairs } from "../repairs.ts";
import type { RingFacts } from "../ring-facts.ts";
import { checkSources } from "../source-checks.ts";
import type { PartsOverlap } from "../sources.ts";
import { unionArea } from "../union-area.ts";
import type { HeldEdges } from "./held-edges.ts";
import type { HeldSource } from "./held-source.ts";
import { type Renumbered, renumbered } from "./renumbered-source.ts";

/** What the certificate and the repairs rest on for one source. */
export interface SourceFacts {
  /** Twice its area in square steps, exact, from its rings. */
  readonly fromRings: bigint;
  /** Square metres. */
  readonly snapChange: number;
  /** 1 where the snap change exceeds what the perimeter allows. */
  readonly violations: number;
  /** In steps. */
  readonly drift: number;
  /** As if it were source 0. */
  readonly repairs: readonly Repair[];
}

/**
 * Measures one source by its own noded rings.
 *
 * Invariant: the same figures as measuring all sources together gives.
 * Cost: a look at each vertex, and no more than one at its edges that noding split. Where the plain
 * sum of the rings is not the area or polygons overlap, what {@link unionArea} costs.
 *
 * @param fromCells twice its area as the cells have it
 * @param mayOverlap whether its polygons may cover ground more than once
 * @param step metres
 */
export function measureSource(
  source: HeldSource,
  edges: HeldEdges,
  fromCells: bigint,
  mayOverlap: boolean,
  step: number,
): SourceFacts {
  const facts = followRings(source, edges);
  const checks = checkSources(facts, [fromCells], step);
  const overlaps = mayOverlap ? overlapsOf(facts, checks.fromRings[0]!) : [];
  return {
    fromRings: checks.fromRings[0]!,
    snapChange: checks.snapChange[0]!,
    violations: checks.violations,
    drift: facts.drift,
    repairs: findRepairs(facts, checks.fromRings, overlaps, step),
  };
}

/** Ground that polygons of the source cover more than once: their areas less that of their union. */
function overlapsOf(facts: RingFacts, union: bigint): PartsOverlap[] {
  const count = facts.shapes.polygonShape.length;
  let sum = 0n;
  for (let polygon = 0; polygon < count; polygon++) sum += unionArea(facts, [polygon]);
  return sum === union ? [] : [{ source: 0, twice: sum - union }];
}

/** {@link RingFacts} of one source; edge by edge, in numbers of its own, only if need be. */
function followRings(source: HeldSource, edges: HeldEdges): RingFacts {
  const { shape, before, perimeter } = source;
  const after: bigint[] = [];
  const spikes = new Uint8Array(before.length);
  let drift = 0;
  before.forEach((given, ring) => {
    const walk = followRing(source, edges, shape.ringVertex[ring]!, shape.ringVertex[ring + 1]!);
    after.push(walk.change === 0 ? given : given + BigInt(walk.change));
    if (walk.isSpiked) spikes[ring] = 1;
    drift = Math.max(drift, walk.drift);
  });
  let own: Renumbered | undefined;
  const inOwnNumbers = () => {
    own ??= renumbered(source, edges);
    return own;
  };
  return {
    shapes: shape,
    before,
    after,
    perimeter,
    spikes,
    drift,
    get inputEdges() {
      return inOwnNumbers().inputEdges;
    },
    get noded() {
      return inOwnNumbers().noded;
    },
  };
}

/** Follows a ring along its pieces: what its bends add to twice its area, and whether it has a spike. */
function followRing(
  { ringHalf }: HeldSource,
  { isSplit, split }: HeldEdges,
  from: number,
  to: number,
): { change: number; drift: number; isSpiked: boolean } {
  let change = 0;
  let drift = 0;
  let isSpiked = false;
  let first = -1;
  let last = -1;
  for (let i = from; i < to; i++) {
    const half = ringHalf[i]!;
    if (half < 0) continue;
    let begins = half;
    let ends = half;
    if (isSplit[half >> 1] === 1) {
      const { pieces, area, drift: off } = split.get(half >> 1)!;
      change += half & 1 ? -area : area;
      drift = Math.max(drift, off);
      begins = half & 1 ? pieces.at(-1)! ^ 1 : pieces[0]!;
      ends = half & 1 ? pieces[0]! ^ 1 : pieces.at(-1)!;
    }
    if (last >= 0 && begins === (last ^ 1)) isSpiked = true;
    if (first < 0) first = begins;
    last = ends;
  }
  return { change, drift, isSpiked: isSpiked || (first >= 0 && first === (last ^ 1)) };
}
