import { pairAreas } from "../overlay/folds.ts";
import type { Partition } from "../overlay/model.ts";
import { type BoundaryGraph, boundaryGraph } from "./boundary-graph.ts";
import { classOf, type PairClass } from "./class.ts";
import { type Fragment, fragmentFinder } from "./fragments.ts";
import { linesRound } from "./half-rings.ts";
import { directedHausdorff, distancesTo, liesWithin, percentile } from "./hausdorff.ts";
import type { SourceRange } from "./layer-lines.ts";
import type { Lines } from "./lines.ts";
import { type Overlap, overlapOf } from "./overlap.ts";
import { isNoWider, isSliver, isWiderThan } from "./sliver.ts";
import { type Agreement, agreementOf, sourceBoundaries } from "./source-boundaries.ts";
import { widthOf } from "./width.ts";

/** M-C5: directed distances, metres. */
export interface Distances {
  readonly bodyToReference: number;
  readonly referenceToBody: number;
  /**
   * What 95 hundredths of each boundary stay within; `undefined` where one lies in the other, whose
   * boundaries are not drawings of one line.
   */
  readonly bodyToReference95: number | undefined;
  readonly referenceToBody95: number | undefined;
}

/** A fragment with what is known of it. */
export interface MeasuredFragment extends Fragment {
  readonly sliver: () => boolean;
  /** M-C2, metres; worked out when asked for. */
  readonly width: () => number;
  /** Whether it is wider than so many metres, which is found sooner than its width. */
  readonly isWider: (metres: number) => boolean;
}

/** A body and a reference area that share ground: sources of one partition. */
export interface Pair {
  readonly body: number;
  readonly reference: number;
  readonly bodyArea: number;
  readonly referenceArea: number;
  readonly overlap: Overlap;
  /** The largest first; found when asked for. */
  readonly fragments: () => readonly MeasuredFragment[];
}

/** A boundary is asked for its distances in at most about so many stretches. */
const STRETCHES = 2000;

const isIn = ({ from, to }: SourceRange, source: number) => source >= from && source < to;

/** What pairs are measured with. */
export interface Measuring {
  readonly graph: BoundaryGraph;
  /** The boundary of a source, ring by ring. */
  readonly boundary: (source: number) => Lines;
  readonly pairs: () => Generator<Pair>;
  readonly classify: (pair: Pair, isArtefact: (fragment: MeasuredFragment) => boolean) => PairClass;
  readonly agreement: (pair: Pair) => Agreement;
  /** What of a body's boundary the reference's does not run along, the whole, and the other. */
  readonly unshared: (pair: Pair) => {
    readonly own: Lines;
    readonly length: number;
    readonly onto: Lines;
  };
  readonly distances: (pair: Pair, pairClass: PairClass) => Distances;
}

/**
 * M-C1 to M-C6 for the pairs of one partition, bodies being numbered before reference
 * areas.
 *
 * @param roles which sources are bodies and which are reference areas; others are context
 * @param tolerance metres
 */
export function measuring(
  partition: Partition,
  { bodies, references }: { readonly bodies: SourceRange; readonly references: SourceRange },
  tolerance: number,
): Measuring {
  const graph = boundaryGraph(partition);
  const boundaries = sourceBoundaries(graph);
  const find = fragmentFinder(graph);
  const linesOf = (source: number) => boundaries.boundary(source).lines;

  const measured = (fragment: Fragment): MeasuredFragment => {
    let lines: Lines | undefined;
    const round = () => {
      lines ??= linesRound(graph, fragment.halves);
      return lines;
    };
    let width: number | undefined;
    const exact = () => {
      width ??= widthOf(round());
      return width;
    };
    const upTo = (limit: number, precision: number) => width ?? widthOf(round(), precision, limit);
    const isWider = (metres: number) =>
      !isNoWider(fragment, metres) &&
      (isWiderThan(fragment, metres) || upTo(metres, metres / 100) > metres);
    let sliver: boolean | undefined;
    const isOne = () => {
      sliver ??= isSliver(fragment, (limit) => upTo(limit, 0.001), tolerance);
      return sliver;
    };
    return { ...fragment, width: exact, isWider, sliver: isOne };
  };

  const fragmentsOf = (body: number, reference: number) => {
    let found: readonly MeasuredFragment[] | undefined;
    return () => {
      found ??= find(body, reference).map(measured);
      return found;
    };
  };

  return {
    graph,
    boundary: linesOf,
    *pairs() {
      const { a, b, area } = pairAreas(partition);
      for (let i = 0; i < area.length; i++) {
        const body = a[i]!;
        const reference = b[i]!;
        if (!isIn(bodies, body) || !isIn(references, reference)) continue;
        const bodyArea = partition.sourceArea[body]!;
        const referenceArea = partition.sourceArea[reference]!;
        yield {
          body,
          reference,
          bodyArea,
          referenceArea,
          overlap: overlapOf(bodyArea, referenceArea, area[i]!),
          fragments: fragmentsOf(body, reference),
        };
      }
    },
    classify({ body, reference, overlap, fragments }, isArtefact) {
      return classOf({
        jaccard: overlap.jaccard ?? 0,
        bodyInReference: overlap.aInB ?? 0,
        referenceInBody: overlap.bInA ?? 0,
        liesWithinTolerance: () =>
          liesWithin(linesOf(body), linesOf(reference), tolerance) &&
          liesWithin(linesOf(reference), linesOf(body), tolerance),
        isExcused: (kind) =>
          fragments().every((one) => one.kind !== kind || one.sliver() || isArtefact(one)),
      });
    },
    agreement({ body, reference }) {
      return agreementOf(
        boundaries,
        body,
        reference,
        boundaries.shared(body, reference),
        tolerance,
      );
    },
    unshared({ body, reference }) {
      const own = boundaries.shared(body, reference).onlyA;
      return { own, length: linesOf(body).length, onto: linesOf(reference) };
    },
    distances({ body, reference }, pairClass) {
      const { onlyA, onlyB, shared } = boundaries.shared(body, reference);
      // What both run along lies at distance 0 and need not be asked for.
      const most = (only: Lines, to: Lines) => directedHausdorff(only, to) ?? 0;
      const isNested = pairClass === "inside" || pairClass === "holds";
      const most95 = (only: Lines, to: Lines) =>
        isNested
          ? undefined
          : percentile(
              distancesTo(only, to, Math.max(tolerance / 10, only.length / STRETCHES)),
              0.95,
              shared,
            );
      const a = linesOf(body);
      const b = linesOf(reference);
      return {
        bodyToReference: most(onlyA, b),
        referenceToBody: most(onlyB, a),
        bodyToReference95: most95(onlyA, b),
        referenceToBody95: most95(onlyB, a),
      };
    },
  };
}
