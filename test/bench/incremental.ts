import type { Shapes } from "../../server/core/overlay/model.ts";
import { openSession } from "../../server/core/overlay/session/incremental.ts";
import { chance } from "../support/workloads-random.ts";
import { median } from "./statistics.ts";

/** What it takes to follow one source that moved. */
export interface Incremental {
  /** Median share of the segments that were searched for splits again. */
  readonly share: number;
  /** Median seconds to node the change. */
  readonly replace: number;
  /** Median seconds of the partition after it, certificate included. */
  readonly partition: number;
}

const GRID = { step: 0.001, originX: 0, originY: 0 };
/** So many that the median is that of a session at work, not of its first moves. */
const MOVES = 60;
/** Grid steps to the east: 37 m. */
const SHIFT = 37_000;

/**
 * Moves one source after another and partitions again each time. What has to be collected is collected
 * as it comes and counts: a full collection before each move would also drop compiled code.
 */
export function incremental(shapes: Shapes): Incremental {
  const session = openSession(shapes, GRID);
  session.partition();
  globalThis.gc?.();
  const random = chance(5);
  const shares: number[] = [];
  const replaces: number[] = [];
  const partitions: number[] = [];
  for (let move = 0; move < MOVES; move++) {
    const source = random.below(shapes.count);
    const shape = shifted(shapes, source);
    const start = performance.now();
    const { searched, all } = session.replace(source, shape);
    const between = performance.now();
    const { certificate } = session.partition();
    partitions.push((performance.now() - between) / 1000);
    replaces.push((between - start) / 1000);
    shares.push(searched / all);
    if (!certificate.passed) throw new Error("The certificate did not pass after a move.");
  }
  return { share: median(shares), replace: median(replaces), partition: median(partitions) };
}

/** One source alone, moved to the east. */
function shifted({ polygonShape, polygonRing, ringVertex, xy }: Shapes, source: number): Shapes {
  const first = polygonShape.indexOf(source);
  const last = polygonShape.lastIndexOf(source) + 1;
  if (first < 0) throw new Error(`Source ${source} has no polygon.`);
  const rings = polygonRing.slice(first, last + 1);
  const vertices = ringVertex.slice(rings[0]!, rings[rings.length - 1]! + 1);
  const from = vertices[0]!;
  return {
    count: 1,
    polygonShape: new Int32Array(last - first),
    polygonRing: rings.map((ring) => ring - rings[0]!),
    ringVertex: vertices.map((vertex) => vertex - from),
    xy: xy
      .slice(2 * from, 2 * vertices[vertices.length - 1]!)
      .map((value, i) => (i % 2 === 0 ? value + SHIFT : value)),
  };
}
