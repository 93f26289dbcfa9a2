import { areasFromCells, conclude, type Draft } from "./certificate.ts";
import { cellsOfFaces } from "./face-cells.ts";
import type { HeldSource } from "./held-source.ts";
import { LiveEdges, type Renoded } from "./live-edges.ts";
import { LiveFaces } from "./live-faces.ts";
import type { Grid, Partition, Repair, Shapes } from "./model.ts";
import { sumSources } from "./partition.ts";
import { type MakeKeys, mixedKeys } from "./sets.ts";
import type { SourceChecks } from "./source-checks.ts";
import { measureSource, type SourceFacts } from "./source-facts.ts";
import { type WatchOptions, watchOf } from "./watch.ts";

/** A partition that follows its sources. */
export interface Session {
  /** The partition of the sources as they stand: the same as from scratch, byte for byte. */
  partition(options?: WatchOptions): Partition;
  /**
   * Gives a source another shape: moved, redrawn, or, with a shape without polygons, taken out.
   * The number after the last adds a source.
   *
   * @param shape one shape, on the session's grid
   * @throws RangeError where there are more shapes, or the number leaves one out
   */
  replace(source: number, shape: Shapes): Renoded;
}

/**
 * Opens a session, in which a change costs what it touches: the source that changed is read, the
 * edges near it are noded (live-edges.ts), the faces at its edges and within it are cut anew
 * (live-faces.ts), and the sources that these edges belong to are measured again for the
 * certificate (source-facts.ts). What is left to do for the whole are looks at each input vertex,
 * set and face, a sort of the vertices at which edges are split, sums, and a copy of the rings.
 *
 * Changes are gathered until a partition is asked for. One that is cancelled leaves the session as it
 * was.
 *
 * @param keys as in `PartitionOptions`
 */
export function openSession(sources: Shapes, grid: Grid, keys: MakeKeys = mixedKeys): Session {
  const live = new LiveEdges((sources.xy.length >> 1) + 8, keys);
  const held: HeldSource[] = [];
  for (let source = 0; source < sources.count; source++) {
    held.push(live.read(shapeOf(sources, source), source));
  }
  live.open(held);
  const faces = new LiveFaces(live);
  const facts: (SourceFacts | undefined)[] = [];
  const replaced = new Set<number>(held.keys());
  // Edge -> its owners the last time; at first all are new.
  const before = new Map<number, number>();
  live.owners.forEach((set, edge) => {
    if (set !== 0) before.set(edge, 0);
  });
  const note = (edge: number) => {
    if (!before.has(edge)) before.set(edge, live.owners[edge]!);
  };
  return {
    partition: (options = {}) => {
      const watch = watchOf(options);
      watch("faces", 0.2);
      const changed = [...before].filter(([edge, set]) => live.owners[edge] !== set);
      faces.recut(
        changed.map(([edge]) => edge),
        replaced,
        held.length,
      );
      before.clear();
      replaced.clear();
      watch("cells", 0.5);
      const { cells, turns } = cellsOfFaces(faces.faces, faces.sets, grid.step);
      const sourceArea = sumSources(cells, held.length);
      const draft: Draft = { ...cells, grid, sourceCount: held.length, sourceArea };
      watch("certificate", 0.8);
      const fromCells = areasFromCells(draft, turns.cells);
      held.forEach((source, i) => {
        facts[i] ??= measureSource(source, live, fromCells[i]!, grid.step);
      });
      const checks = joinChecks(facts as SourceFacts[]);
      const drift = (facts as SourceFacts[]).reduce((most, one) => Math.max(most, one.drift), 0);
      const certificate = conclude(draft, turns, fromCells, checks, drift, live.passCount);
      options.progress?.("done", 1);
      return { ...draft, snapChange: checks.snapChange, repairs: repairsOf(facts), certificate };
    },
    replace: (source, shape) => {
      if (!(source >= 0 && source <= held.length) || shape.count !== 1) {
        const what = `source ${source} of ${held.length} by ${shape.count} shapes`;
        throw new RangeError(`A session replaces or adds one source by one shape, not ${what}.`);
      }
      const old = held[source];
      const now = live.read(shape, source);
      held[source] = now;
      const { resplit, ...renoded } = live.replace(old, now, note);
      replaced.add(source);
      facts[source] = undefined;
      const marks = new Uint8Array(live.reader.edges.count);
      for (const edge of resplit) marks[edge] = 1;
      held.forEach(({ ringHalf }, i) => {
        if (facts[i] !== undefined && runsAlong(ringHalf, marks)) facts[i] = undefined;
      });
      return renoded;
    },
  };
}

/** Whether a ring runs along a marked edge. */
function runsAlong(ringHalf: Int32Array, marks: Uint8Array): boolean {
  for (let i = 0; i < ringHalf.length; i++) if (marks[ringHalf[i]! >> 1] === 1) return true;
  return false;
}

function joinChecks(facts: readonly SourceFacts[]): SourceChecks {
  return {
    fromRings: facts.map(({ fromRings }) => fromRings),
    snapChange: Float64Array.from(facts, ({ snapChange }) => snapChange),
    violations: facts.reduce((sum, { violations }) => sum + violations, 0),
  };
}

function repairsOf(facts: readonly (SourceFacts | undefined)[]): Repair[] {
  return facts.flatMap(
    (one, source) => one?.repairs.map((repair) => ({ ...repair, source })) ?? [],
  );
}

/** One source as a shape of its own. */
function shapeOf(sources: Shapes, source: number): Shapes {
  const { polygonShape, polygonRing, ringVertex, xy, ringArea } = sources;
  const rings: number[] = [];
  const starts: number[] = [0];
  for (let polygon = 0; polygon < polygonShape.length; polygon++) {
    if (polygonShape[polygon] !== source) continue;
    for (let r = polygonRing[polygon]!; r < polygonRing[polygon + 1]!; r++) rings.push(r);
    starts.push(rings.length);
  }
  const parts = rings.map((r) => xy.subarray(2 * ringVertex[r]!, 2 * ringVertex[r + 1]!));
  return {
    count: 1,
    polygonShape: new Int32Array(starts.length - 1),
    polygonRing: Int32Array.from(starts),
    ...layOut(parts),
    ringArea: Float64Array.from(rings, (r) => ringArea?.[r] ?? Number.NaN),
  };
}

function layOut(parts: readonly Int32Array[]): Pick<Shapes, "ringVertex" | "xy"> {
  const ringVertex = new Int32Array(parts.length + 1);
  parts.forEach((part, i) => {
    ringVertex[i + 1] = ringVertex[i]! + (part.length >> 1);
  });
  const xy = new Int32Array(2 * ringVertex[parts.length]!);
  parts.forEach((part, i) => {
    xy.set(part, 2 * ringVertex[i]!);
  });
  return { ringVertex, xy };
}
