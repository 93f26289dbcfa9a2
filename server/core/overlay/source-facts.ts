import type { HeldSource } from "./held-source.ts";
import { EdgeReader } from "./input-edges.ts";
import type { LiveEdges } from "./live-edges.ts";
import type { Repair, Shapes } from "./model.ts";
import { findRepairs } from "./repairs.ts";
import { measureRings, type RingFacts } from "./ring-facts.ts";
import { checkSources } from "./source-checks.ts";
import type { PartsOverlap } from "./sources.ts";
import { unionArea } from "./union-area.ts";

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
 * Measures one source by its own noded rings, in numbers of its own.
 *
 * Invariant: the same figures as measuring all sources together gives.
 * Cost: a few visits a vertex, and a comparison of the boxes of each two polygons; where these come
 * near each other, {@link unionArea} of each polygon.
 *
 * @param fromCells twice its area as the cells have it
 * @param step metres
 */
export function measureSource(
  source: HeldSource,
  live: LiveEdges,
  fromCells: bigint,
  step: number,
): SourceFacts {
  const facts = ringFactsOf(source, live);
  const checks = checkSources(facts, [fromCells], step);
  const repairs = findRepairs(
    facts,
    checks.fromRings,
    overlapsOf(facts, checks.fromRings[0]!),
    step,
  );
  return {
    fromRings: checks.fromRings[0]!,
    snapChange: checks.snapChange[0]!,
    violations: checks.violations,
    drift: facts.drift,
    repairs,
  };
}

/** Ground that polygons of the source cover more than once: their areas less that of their union. */
function overlapsOf(facts: RingFacts, union: bigint): PartsOverlap[] {
  const count = facts.shapes.polygonShape.length;
  if (areApart(boxesOf(facts.shapes))) return [];
  let sum = 0n;
  for (let polygon = 0; polygon < count; polygon++) sum += unionArea(facts, [polygon]);
  return sum === union ? [] : [{ source: 0, twice: sum - union }];
}

type Box = readonly [west: number, south: number, east: number, north: number];

/** The box of each polygon. */
function boxesOf({ polygonRing, ringVertex, xy }: Shapes): Box[] {
  return Array.from({ length: polygonRing.length - 1 }, (_, polygon): Box => {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    const to = ringVertex[polygonRing[polygon + 1]!]!;
    for (let i = ringVertex[polygonRing[polygon]!]!; i < to; i++) {
      west = Math.min(west, xy[2 * i]!);
      east = Math.max(east, xy[2 * i]!);
      south = Math.min(south, xy[2 * i + 1]!);
      north = Math.max(north, xy[2 * i + 1]!);
    }
    return [west, south, east, north];
  });
}

/** How far noding may carry two boxes towards each other, in steps: half a step each a pass. */
const SPARE = 64;

/** Whether no two boxes come near each other. */
const areApart = (boxes: readonly Box[]): boolean =>
  boxes.every(([west, south, east, north], i) =>
    boxes
      .slice(i + 1)
      .every(
        (other) =>
          other[0] > east + SPARE ||
          other[2] < west - SPARE ||
          other[1] > north + SPARE ||
          other[3] < south - SPARE,
      ),
  );

function ringFactsOf({ shape, ringHalf }: HeldSource, live: LiveEdges): RingFacts {
  const { vertices, edges } = live.reader;
  const own = new EdgeReader(ringHalf.length + 8);
  const ownHalf = own.read(shape);
  const inputEdges = own.edges.count;
  // Edge of its own -> the half-edge of the whole that runs as its half-edge `2e`.
  const halfOf = new Int32Array(inputEdges);
  ownHalf.forEach((half, i) => {
    if (half >= 0) halfOf[half >> 1] = ringHalf[i]! ^ (half & 1);
  });
  const point = (v: number) => own.vertices.id(vertices.x[v]!, vertices.y[v]!);
  const ends = (half: number) => {
    const [a, b] = [edges.low[half >> 1]!, edges.high[half >> 1]!];
    return half & 1 ? own.edges.half(point(b), point(a)) : own.edges.half(point(a), point(b));
  };
  const pieceStart = new Int32Array(inputEdges + 1);
  const pieces: number[] = [];
  for (let edge = 0; edge < inputEdges; edge++) {
    pieceStart[edge] = pieces.length;
    const half = halfOf[edge]!;
    const along = live.piecesOf(half >> 1);
    if (along.length === 1) pieces.push(2 * edge);
    else if (half & 1) for (const piece of along.toReversed()) pieces.push(ends(piece ^ 1));
    else for (const piece of along) pieces.push(ends(piece));
  }
  pieceStart[inputEdges] = pieces.length;
  const isFinal = new Uint8Array(own.edges.count);
  for (const half of pieces) isFinal[half >> 1] = 1;
  const input = { vertices: own.vertices, edges: own.edges, ringHalf: ownHalf };
  return measureRings(shape, input, {
    vertices: own.vertices,
    edges: own.edges,
    inputEdges,
    isFinal,
    pieceStart,
    pieces: Int32Array.from(pieces),
    passes: live.passCount,
  });
}
