import { arrange } from "./arrangement.ts";
import { type Cells, writeCells } from "./cells.ts";
import { certify, type Draft } from "./certificate.ts";
import { type InputEdges, readInputEdges } from "./input-edges.ts";
import type { MakeList } from "./int-list.ts";
import { labelFaces } from "./membership.ts";
import { mergeFaces } from "./merge-faces.ts";
import type { Grid, Partition, Shapes } from "./model.ts";
import { type Noded, nodeEdges, type SearchAll, searchHere } from "./noding.ts";
import { ownersOf } from "./owners.ts";
import { findRepairs } from "./repairs.ts";
import { measureRings, type RingFacts } from "./ring-facts.ts";
import { type MakeKeys, mixedKeys } from "./sets.ts";
import { findPartsOverlaps, foldIntoSources, type PartsOverlap } from "./sources.ts";
import { type WatchOptions, watchOf } from "./watch.ts";

/** How a partition is followed, stopped and, by tests and worker pools, varied. */
export interface PartitionOptions extends WatchOptions {
  /** Searches the squares for splits; a pool of workers gives the same answer. */
  readonly search?: SearchAll;
  /** Makes the lists that are searched: memory that the pool sees need not be copied for it. */
  readonly makeList?: MakeList;
  /** Keys of sets; any function gives the same answer, a poor one slowly. */
  readonly keys?: MakeKeys;
}

/** A partition not yet certified, and what the certificate is made from. */
export interface Cut {
  readonly draft: Draft;
  readonly facts: RingFacts;
  readonly overlaps: readonly PartsOverlap[];
}

/**
 * Cuts the ground into cells: each the ground covered by exactly one set of sources.
 *
 * The steps, each a module: unique edges, snap rounding until nothing changes, owners of edges,
 * chains, faces, nesting, membership, cells; then, from separate code, the certificate, and the
 * repairs.
 *
 * Invariant: cells and holes do not depend on the order of polygons or rings, nor on where a ring
 * starts or which way it runs.
 *
 * @param sources coordinates in steps of `grid`; see `shapesBuilder`
 * @returns cells, holes and areas in square metres, with a certificate that the caller must look at
 * @throws AppError `work/cancelled`
 */
export function partition(sources: Shapes, grid: Grid, options: PartitionOptions = {}): Partition {
  return certified(cut(sources, grid, options), options);
}

/** The partition without its certificate, for those who make or test certificates. */
export function cut(sources: Shapes, grid: Grid, options: PartitionOptions = {}): Cut {
  const watch = watchOf(options);
  watch("vertices and edges", 0);
  const input = readInputEdges(sources, options.makeList);
  const noded = nodeEdges(input, watch, options.search ?? searchHere(watch));
  return cutNoded(sources, input, noded, grid, options);
}

/** The steps from noded edges to cells. */
function cutNoded(
  sources: Shapes,
  input: InputEdges,
  noded: Noded,
  grid: Grid,
  options: PartitionOptions,
): Cut {
  const watch = watchOf(options);
  const makeKeys = options.keys ?? mixedKeys;
  watch("owners", 0.5);
  const keys = makeKeys(sources.polygonShape.length);
  const owners = ownersOf(sources, input, noded, keys);
  watch("faces", 0.6);
  const byPolygon = arrange(noded.vertices, noded.edges, owners.setOfEdge);
  watch("membership", 0.7);
  const membership = labelFaces(byPolygon, owners.sets, keys);
  const coverage = foldIntoSources(membership, sources, makeKeys);
  const overlaps = findPartsOverlaps(membership, coverage, sources, byPolygon);
  watch("cells", 0.8);
  const merged = mergeFaces(byPolygon, coverage.setOfCycle);
  const cells = writeCells(merged, coverage.sets, grid.step);
  const sourceArea = sumSources(cells, sources.count);
  const facts = measureRings(sources, input, noded);
  return { draft: { ...cells, grid, sourceCount: sources.count, sourceArea }, facts, overlaps };
}

/** Adds certificate and repairs. */
export function certified({ draft, facts, overlaps }: Cut, options: PartitionOptions): Partition {
  watchOf(options)("certificate", 0.9);
  const { certificate, checks } = certify(draft, facts);
  const repairs = findRepairs(facts, checks.fromRings, overlaps, draft.grid.step);
  options.progress?.("done", 1);
  return { ...draft, snapChange: checks.snapChange, repairs, certificate };
}

/** Square metres of each source: the sum of its cells. */
export function sumSources({ cellSources, cellArea }: Cells, count: number): Float64Array {
  const area = new Float64Array(count);
  for (let cell = 0; cell < cellArea.length; cell++) {
    for (let i = cellSources.start[cell]!; i < cellSources.start[cell + 1]!; i++) {
      area[cellSources.ids[i]!]! += cellArea[cell]!;
    }
  }
  return area;
}
