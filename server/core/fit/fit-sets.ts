import type { Partition } from "../overlay/model.ts";
import type { BoundaryGraph } from "./boundary-graph.ts";
import type { Declared } from "./cause/cause.ts";
import { explainer, type Roles, type Verdict } from "./cause/explain.ts";
import type { FitClass } from "./class.ts";
import { type DegreeOfFit, degreeOfFit } from "./degree-of-fit.ts";
import { tailOf } from "./half-rings.ts";
import type { SourceRange } from "./layer-lines.ts";
import { type Distances, measuring, type Pair } from "./pairs.ts";
import type { Agreement } from "./source-boundaries.ts";
import { WHOLE } from "./thresholds.ts";

/** Everything that is known of a body and a reference area that share ground. */
export interface PairFit extends Pair, Verdict {
  readonly agreement: Agreement;
  /** `undefined` where the class is *partial*. */
  readonly distances: Distances | undefined;
}

/** What is known of a body against all of a reference layer. */
export interface BodyFit {
  readonly body: number;
  readonly class: FitClass;
  /** Index into the pairs: the reference area with the largest J, the first of equals. */
  readonly closest: number | undefined;
  /** How many reference areas lie wholly in it. */
  readonly whole: number;
  /** Whether it is those and nothing else, but for half a hundredth of its ground. */
  readonly madeOfWhole: boolean;
}

export interface SetFit {
  readonly graph: BoundaryGraph;
  /** By body, then by reference area. */
  readonly pairs: readonly PairFit[];
  readonly bodies: readonly BodyFit[];
  /** M-C8 of the bodies in the reference areas; `undefined` without bodies. */
  readonly degree: DegreeOfFit | undefined;
}

/**
 * Bodies held against a reference layer: figures, classes and causes of all pairs that share ground,
 * and a verdict for each body.
 *
 * @param partition of the bodies, the reference areas and context, numbered as `roles` says
 */
export function fitSets(partition: Partition, roles: Roles, declared: Declared): SetFit {
  const { bodies, references } = roles;
  const measures = measuring(partition, roles, declared.tolerance);
  const found = [...measures.pairs()];
  const explain = explainer(measures, found, roles, declared);
  const byBody = Array.from({ length: bodies.to - bodies.from }, () => [] as number[]);
  found.forEach(({ body }, i) => {
    byBody[body - bodies.from]!.push(i);
  });
  const composition = byBody.map((list) => compositionOf(list.map((i) => found[i]!)));
  const pairs = found.map((pair): PairFit => {
    const { madeOfWhole, whole } = composition[pair.body - bodies.from]!;
    const verdict = asPart(explain(pair), madeOfWhole && whole > 1);
    return {
      ...pair,
      ...verdict,
      agreement: measures.agreement(pair),
      distances: verdict.class === "partial" ? undefined : measures.distances(pair, verdict.class),
    };
  });
  return {
    graph: measures.graph,
    pairs,
    bodies: byBody.map((list, i) => ({
      body: bodies.from + i,
      ...verdictOf(measures.graph, pairs, list, bodies.from + i, references),
      ...composition[i]!,
    })),
    degree: degreeOfFit(
      byBody.map((list) => Math.max(0, ...list.map((i) => found[i]!.overlap.aInB ?? 0))),
    ),
  };
}

function compositionOf(pairs: readonly Pair[]): Pick<BodyFit, "whole" | "madeOfWhole"> {
  const whole = pairs.filter(({ overlap }) => (overlap.bInA ?? 0) >= WHOLE);
  const ground = whole.reduce((sum, { overlap }) => sum + overlap.intersection, 0);
  const [first] = pairs;
  return { whole: whole.length, madeOfWhole: ground >= WHOLE * (first?.bodyArea ?? Infinity) };
}

/** A body of several whole areas holds each of them by intent: the others need no explanation. */
function asPart(verdict: Verdict, isOfSeveral: boolean): Verdict {
  if (!isOfSeveral || verdict.class !== "holds") return verdict;
  return { ...verdict, cause: undefined, why: "whole-areas" };
}

function verdictOf(
  graph: BoundaryGraph,
  pairs: readonly PairFit[],
  list: readonly number[],
  body: number,
  references: SourceRange,
): Pick<BodyFit, "class" | "closest"> {
  let closest: number | undefined;
  for (const i of list) {
    const jaccard = pairs[i]!.overlap.jaccard ?? 0;
    if (closest === undefined || jaccard > (pairs[closest]!.overlap.jaccard ?? 0)) closest = i;
  }
  if (closest !== undefined) return { class: pairs[closest]!.class, closest };
  return { class: touches(graph, body, references) ? "touching" : "disjoint", closest };
}

/** Boundaries that meet have a vertex in common: the partition saw to that. */
function touches(graph: BoundaryGraph, body: number, { from, to }: SourceRange): boolean {
  const { start, ids } = graph.boundaryOf;
  const own = new Set<number>();
  for (const half of ids.subarray(start[body]!, start[body + 1]!)) own.add(tailOf(graph, half));
  for (const half of ids.subarray(start[from]!, start[to]!)) {
    if (own.has(tailOf(graph, half))) return true;
  }
  return false;
}
