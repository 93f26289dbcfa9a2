import type { PairClass } from "../class.ts";
import { layerLines } from "../layer-lines.ts";
import type { MeasuredFragment, Measuring, Pair } from "../pairs.ts";
import type { Cause, Declared } from "./cause.ts";
import { relationOf } from "./cause.ts";
import { type Drawn, isAtEdge } from "./coast.ts";
import { type ConstantShift, nearlyConstantShift } from "./constant-shift.ts";
import { type Drawings, drawingsOf, LEAST_SIDE } from "./drawings.ts";
import type { Evidence, Explanation, NoCause, ShiftEvidence } from "./evidence.ts";
import { shiftFinder } from "./pair-shift.ts";
import { isVintage, type Vintages } from "./vintage.ts";

/** Which sources of a partition are what. */
export interface Roles extends Drawn {
  /** Another vintage of the reference layer; empty where none is given. */
  readonly otherVintage: Drawn["bodies"];
}

/** A pair with its class and why it differs. */
export interface Verdict extends Explanation {
  readonly class: PairClass;
}

type FragmentCause = Cause | "edge" | undefined;

/** So few thin fragments say nothing of sides: the layers' lines then speak for them. */
const FEW = 4;

/**
 * A function that gives a pair of a partition its class and its cause.
 *
 * @param pairs all of them, by which the layers' lines are told apart
 *
 * Looked for in this order: one vector that undone makes the pair fit; for each fragment a line that
 * only the other vintage of the reference has; two drawings of one line; the edge of all that is
 * drawn; and what none of these explains is real. A pair is real as soon as one fragment is.
 */
export function explainer(
  measures: Measuring,
  pairs: readonly Pair[],
  roles: Roles,
  declared: Declared,
) {
  const { graph, classify } = measures;
  const { tolerance } = declared;
  const bodies = layerLines(graph, roles.bodies, roles.references);
  const references = layerLines(graph, roles.references, roles.bodies);
  const accuracy = (declared.bodyAccuracy ?? 0) + (declared.referenceAccuracy ?? 0);
  const least = Math.max(tolerance, accuracy);
  // The bodies may be of a part of the layer's country: only areas that they have to do with count.
  const related = new Set(
    pairs.filter((pair) => relationOfPair(pair) !== "apart").map(({ reference }) => reference),
  );
  const concerned = layerLines(graph, roles.references, roles.bodies, (source) =>
    related.has(source),
  );
  const ofLayers = betterOf(
    drawingsOf(bodies.own, bodies.length, references.all, least),
    drawingsOf(concerned.own, concerned.length, bodies.all, least),
  );
  const findShift = shiftFinder(measures, layerShift(), declared);
  const vintages: Vintages | undefined = declared.hasOtherVintage
    ? {
        here: references.all,
        there: layerLines(graph, roles.otherVintage, roles.references).all,
        reach: least,
        sources: roles.otherVintage,
      }
    : undefined;

  function layerShift(): ConstantShift | undefined {
    const there = nearlyConstantShift(bodies.all, references.all, least);
    if (there !== undefined) return there;
    // Bodies may have lines of their own within the reference areas; those of the reference are then
    // all among theirs.
    const back = nearlyConstantShift(concerned.all, bodies.all, least);
    return back && { ...back, east: -back.east, north: -back.north };
  }

  /** Two versions of one area speak for themselves; of nested ones the layers' lines do. */
  function drawingsFor(pair: Pair, relation: string): Drawings {
    if (relation !== "same") return ofLayers;
    const { own, length, onto } = measures.unshared(pair);
    return drawingsOf(own, length, onto, least);
  }

  return (pair: Pair): Verdict => {
    const drawnClass = classify(pair, () => false);
    if (drawnClass === "identical") return without("identical", drawnClass);
    const relation = relationOfPair(pair);
    if (relation === "apart") return without("apart", drawnClass);
    const fragments = pair.fragments();
    const asked = fragments.filter(
      ({ kind }) => relation === "same" || kind === (relation === "inside" ? "overspill" : "gap"),
    );
    const shift = asked.length > 0 ? findShift(pair, asked) : undefined;
    const drawings = drawingsFor(pair, relation);
    const isThin = ({ isWider }: MeasuredFragment) => !isWider(drawings.bound);
    const thin = new Set(shift || !drawings.areTwo ? [] : asked.filter(isThin));
    const areDrawn = areTwoDrawings([...thin], relation === "same", drawings);
    const causes = new Map<MeasuredFragment, FragmentCause>();
    for (const fragment of asked) causes.set(fragment, causeOf(fragment));
    // A body in a reference area that was made larger since: nothing lies outside, and yet.
    for (const fragment of fragments) {
      if (!causes.has(fragment) && hasVintage(fragment)) causes.set(fragment, "vintage");
    }

    function hasVintage(fragment: MeasuredFragment): boolean {
      return vintages !== undefined && !fragment.sliver() && isVintage(graph, fragment, vintages);
    }
    function causeOf(fragment: MeasuredFragment): FragmentCause {
      if (shift) return "shift";
      if (hasVintage(fragment)) return "vintage";
      if (areDrawn && thin.has(fragment)) return "generalisation";
      if (isAtEdge(graph, fragment, roles)) return declared.hasLand ? "coast" : "edge";
      return fragment.sliver() ? undefined : "real";
    }

    const finalClass = classify(pair, (fragment) => {
      const cause = causes.get(fragment);
      return cause !== undefined && cause !== "real" && cause !== "edge";
    });
    const evidence = evidenceOf(causes, [...thin], shift, drawings);
    return { class: finalClass, evidence, ...decide(evidence) };
  };
}

function relationOfPair({ overlap }: Pair) {
  const { jaccard = 0, aInB = 0, bInA = 0 } = overlap;
  return relationOf(jaccard, aInB, bInA);
}

const without = (why: NoCause, pairClass: PairClass): Verdict => ({
  class: pairClass,
  cause: undefined,
  why,
  evidence: undefined,
});

/** Of two looks, the one in which lines are two drawings, else the one with the nearer lines. */
function betterOf(a: Drawings, b: Drawings): Drawings {
  if (a.areTwo !== b.areTwo) return a.areTwo ? a : b;
  return a.followed >= b.followed ? a : b;
}

/** Chance goes to both sides: enough thin fragments must, few go by the layers' lines. */
function areTwoDrawings(
  thin: readonly MeasuredFragment[],
  isWhole: boolean,
  { areTwo }: Drawings,
): boolean {
  if (!areTwo) return false;
  if (!isWhole || thin.length < FEW) return true;
  const gap = gapShareOf(thin)!;
  return Math.min(gap, 1 - gap) >= LEAST_SIDE;
}

function gapShareOf(fragments: readonly MeasuredFragment[]): number | undefined {
  const all = fragments.reduce((sum, { area }) => sum + area, 0);
  const gaps = fragments.filter(({ kind }) => kind === "gap");
  return all > 0 ? gaps.reduce((sum, { area }) => sum + area, 0) / all : undefined;
}

function evidenceOf(
  causes: ReadonlyMap<MeasuredFragment, FragmentCause>,
  thin: readonly MeasuredFragment[],
  shift: ShiftEvidence | undefined,
  drawings: Drawings,
): Evidence {
  const groundBy: Partial<Record<Cause, number>> = {};
  let ground = 0;
  let groundAtEdge = 0;
  for (const [{ area }, cause] of causes) {
    ground += area;
    if (cause === "edge") groundAtEdge += area;
    else if (cause !== undefined) groundBy[cause] = (groundBy[cause] ?? 0) + area;
  }
  // The largest are the widest but for long strips: a few of them settle it.
  const widths = [...causes.keys()].slice(0, 4).map((fragment) => fragment.width());
  return {
    ground,
    fragments: causes.size,
    groundBy,
    groundAtEdge,
    gapShare: gapShareOf(thin),
    widest: widths.length > 0 ? Math.max(...widths) : undefined,
    shift,
    drawings,
  };
}

/** One real fragment makes a pair real; else what explains most of the ground does. */
function decide({ fragments, groundBy, groundAtEdge }: Evidence): Omit<Explanation, "evidence"> {
  if (fragments === 0) return { cause: undefined, why: "nothing-outside" };
  const found = (cause: Cause) => ({ cause, why: undefined });
  if (groundBy.shift !== undefined) return found("shift");
  if (groundBy.real !== undefined) return found("real");
  if (groundBy.vintage !== undefined) return found("vintage");
  const coast = groundBy.coast ?? 0;
  const generalised = groundBy.generalisation ?? 0;
  if (groundAtEdge > Math.max(coast, generalised)) return { cause: undefined, why: "edge" };
  if (coast > generalised) return found("coast");
  if (generalised > 0) return found("generalisation");
  return { cause: undefined, why: "slivers" };
}

export type Explainer = ReturnType<typeof explainer>;
