const NONE: ReadonlySet<number> = new Set();

/**
 * The edges that a polygon runs along more than once. It need not own them, so owners do not tell
 * which sources they belong to.
 */
export class RepeatedEdges {
  private readonly sources = new Map<number, Set<number>>();

  /** Counts the repeated edges of all polygons of a source in, or, where `by` is below 0, out. */
  count(source: number, edges: readonly number[], by: 1 | -1): void {
    for (const edge of edges) {
      const sources = this.sources.get(edge);
      if (by < 0) sources?.delete(source);
      else if (sources) sources.add(source);
      else this.sources.set(edge, new Set([source]));
    }
  }

  sourcesAt(edge: number): ReadonlySet<number> {
    return this.sources.get(edge) ?? NONE;
  }
}
