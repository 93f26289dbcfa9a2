import type { Draft } from "../certificate.ts";
import type { Grid, Partition, Repair, Shapes } from "../model.ts";
import { sumSources } from "../partition.ts";
import { type MakeKeys, mixedKeys } from "../sets.ts";
import type { SourceChecks } from "../source-checks.ts";
import { type WatchOptions, watchOf } from "../watch.ts";
import type { HeldCell } from "./cell-runs.ts";
import { HeldCells } from "./held-cells.ts";
import { HeldCertificate } from "./held-certificate.ts";
import { HeldEdges } from "./held-edges.ts";
import { HeldFaces } from "./held-faces.ts";
import type { Renoded } from "./held-passes.ts";
import type { HeldSource } from "./held-source.ts";
import { shapeOf } from "./shape-of.ts";
import { measureSource, type SourceFacts } from "./source-facts.ts";

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
 * edges near it are noded (held-edges.ts), the faces at its edges and within it are cut anew
 * (held-faces.ts), they take their places among the cells (held-cells.ts), and the certificate
 * counts what came and went (held-certificate.ts, source-facts.ts). What is left to do for the whole
 * are looks at each cell and source, and a copy of the coordinates in long runs.
 *
 * Changes are gathered until a partition is asked for. One that is cancelled leaves the session as it
 * was.
 *
 * @param keys as in `PartitionOptions`
 */
export function openSession(sources: Shapes, grid: Grid, keys: MakeKeys = mixedKeys): Session {
  const edges = new HeldEdges((sources.xy.length >> 1) + 8, keys);
  const held: HeldSource[] = [];
  for (let source = 0; source < sources.count; source++) {
    held.push(edges.read(shapeOf(sources, source), source));
  }
  edges.open(held);
  const faces = new HeldFaces(edges, keys);
  const cells = new HeldCells(faces.sets, grid.step);
  const certificate = new HeldCertificate<HeldCell>();
  const facts: (SourceFacts | undefined)[] = [];
  // Edge -> its owners the last time; at first all are new.
  const before = new Map<number, number>();
  edges.owners.forEach((set, edge) => {
    if (set !== 0) before.set(edge, 0);
  });
  const note = (edge: number) => {
    if (!before.has(edge)) before.set(edge, edges.owners[edge]!);
  };
  return {
    partition: (options = {}) => {
      const watch = watchOf(options);
      watch("faces", 0.2);
      for (const [edge, set] of before) if (edges.owners[edge] === set) before.delete(edge);
      faces.recut(before, held.length);
      before.clear();
      watch("cells", 0.5);
      const { came, went } = faces.turnover.take();
      cells.follow(came, went);
      const ground = cells.layOut();
      const sourceArea = sumSources(ground, held.length);
      const draft: Draft = { ...ground, grid, sourceCount: held.length, sourceArea };
      watch("certificate", 0.8);
      const order = { cells: cells.cells, holes: cells.holes, ...cells.turnover.take() };
      const fromCells = certificate.follow(draft, order);
      held.forEach((source, i) => {
        const mayOverlap = faces.overlapping.has(i);
        facts[i] ??= measureSource(source, edges, fromCells[i]!, mayOverlap, grid.step);
      });
      const all = facts as SourceFacts[];
      const checks = joinChecks(all);
      const drift = all.reduce((most, one) => Math.max(most, one.drift), 0);
      const rings = { ...checks, drift, passes: edges.passCount };
      const proof = certificate.conclude(draft, order, rings);
      options.progress?.("done", 1);
      return {
        ...draft,
        snapChange: checks.snapChange,
        repairs: repairsOf(all),
        certificate: proof,
      };
    },
    replace: (source, shape) => {
      if (!(source >= 0 && source <= held.length) || shape.count !== 1) {
        const what = `source ${source} of ${held.length} by ${shape.count} shapes`;
        throw new RangeError(`A session replaces or adds one source by one shape, not ${what}.`);
      }
      const old = held[source];
      const now = edges.read(shape, source);
      held[source] = now;
      const { resplit, ...renoded } = edges.replace(source, old, now, note);
      for (const other of resplit) facts[other] = undefined;
      facts[source] = undefined;
      return renoded;
    },
  };
}

function joinChecks(facts: readonly SourceFacts[]): SourceChecks {
  return {
    fromRings: facts.map(({ fromRings }) => fromRings),
    snapChange: Float64Array.from(facts, ({ snapChange }) => snapChange),
    violations: facts.reduce((sum, { violations }) => sum + violations, 0),
  };
}

function repairsOf(facts: readonly SourceFacts[]): Repair[] {
  const repairs: Repair[] = [];
  facts.forEach((one, source) => {
    for (const repair of one.repairs) repairs.push({ ...repair, source });
  });
  return repairs;
}
