const NONE: ReadonlySet<number> = new Set();

/**
 * The edges that a polygon runs along more than once. It need not own them, so owners do not tell
 * which sources they belong to.
 */
export class RepeatedEdges {
  private readonly sources = new Map<number, Set<number>>();

  add(edge: number, source: number): void {
    const sources = this.sources.get(edge);
    if (sources) sources.add(source);
    else this.sources.set(edge, new Set([source]));
  }

  remove(edge: number, source: number): void {
    this.sources.get(edge)?.delete(source);
  }

  sourcesAt(edge: number): ReadonlySet<number> {
    return this.sources.get(edge) ?? NONE;
  }
}
