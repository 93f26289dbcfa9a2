import { type Changes, countChange } from "./changes.ts";
import type { EdgeSquares } from "./edge-squares.ts";
import type { EdgeReader } from "./input-edges.ts";
import { searchAgain } from "./search-again.ts";
import { enlarged } from "./vertices.ts";
import { ViaLists } from "./via-lists.ts";

/** What a pass did with a change of its segments. */
export interface Applied {
  /** The change of its pieces, which are the segments of the next pass. */
  readonly pieces: Changes;
  /** How many segments were searched. */
  readonly searched: number;
  /** The edges that came, went or are split otherwise than before. */
  readonly changed: Iterable<number>;
}

/**
 * What one pass of snap rounding found, kept so that a change of its segments costs only what the
 * change touches.
 *
 * The splits of a pass depend on its set of segments alone. A split of edge `e` at vertex `v` can
 * only lapse when a segment that ended in or passed through `v` leaves; it can only arise by a
 * segment that is new. So: when segments leave, the edges split where they were are searched again,
 * and so are the segments that are new; all else stands.
 *
 * Invariant: `via` equals what searching all present segments would find.
 * Cost of a change: a search of the edges near those that are searched again.
 */
export class PassState {
  /** Edge -> how often it is present. */
  private present = new Int32Array(0);
  private presentCount = 0;
  private readonly via: ViaLists;
  private readonly reader: EdgeReader;
  private readonly squares: EdgeSquares;

  constructor(reader: EdgeReader, squares: EdgeSquares) {
    this.reader = reader;
    this.squares = squares;
    this.via = new ViaLists(reader);
  }

  /** Whether the pass found nothing, so that no later one does. */
  get isLast(): boolean {
    return this.via.size === 0;
  }

  /** How many segments the pass has. */
  get size(): number {
    return this.presentCount;
  }

  /** The edges that are split. */
  splitEdges(): Iterable<number> {
    return this.via.edges();
  }

  /** Whether an edge is split in this pass. */
  splits(edge: number): boolean {
    return this.via.of(edge) !== undefined;
  }

  /** The half-edges an edge becomes in this pass, from its low end; itself when it is not split. */
  piecesOf(edge: number): readonly number[] {
    return this.via.pieces(edge, this.via.of(edge));
  }

  /**
   * The pass after this one as it stood before a change, when this one was still the last: the same
   * segments, and nothing to split.
   *
   * @param change what the change did to the pieces of this pass
   */
  successorBefore(change: Changes): PassState {
    const next = new PassState(this.reader, this.squares);
    const present = new Int32Array(this.reader.edges.low.length);
    for (let edge = 0; edge < this.present.length; edge++) {
      if (this.present[edge]! > 0 && !this.splits(edge)) present[edge] = 1;
    }
    for (const edge of this.via.edges()) {
      for (const half of this.piecesOf(edge)) present[half >> 1]!++;
    }
    for (const [edge, by] of change) present[edge]! -= by;
    for (let edge = 0; edge < present.length; edge++) if (present[edge]! > 0) next.presentCount++;
    next.present = present;
    return next;
  }

  /** Applies a change of segments. */
  apply(changes: Changes): Applied {
    const before = new Map<number, readonly number[] | undefined>();
    const arrivals = this.count(changes, before);
    const again = new Set(arrivals);
    this.reopen([...before.keys()], again, before);
    for (const edge of arrivals) before.set(edge, undefined);
    this.search(again, before);
    const pieces: Changes = new Map();
    for (const [edge, was] of before) {
      if (!arrivals.has(edge)) {
        for (const half of this.via.pieces(edge, was)) countChange(pieces, half >> 1, -1);
      }
      if (!this.isPresent(edge)) continue;
      for (const half of this.piecesOf(edge)) countChange(pieces, half >> 1, 1);
    }
    return { pieces, searched: again.size, changed: before.keys() };
  }

  /** Applies a change where the pass before found nothing, so that this one has nothing to search. */
  follow(changes: Changes): Applied {
    if (!this.isLast) return this.apply(changes);
    const gone = new Map<number, readonly number[] | undefined>();
    const pieces: Changes = new Map();
    for (const edge of this.count(changes, gone)) pieces.set(edge, 1);
    for (const edge of gone.keys()) pieces.set(edge, -1);
    return { pieces, searched: 0, changed: [] };
  }

  /** The edges of this pass that have an edge of the next as one of their pieces. */
  wholesOf(piece: number): number[] {
    const wholes = this.isPresent(piece) && !this.splits(piece) ? [piece] : [];
    const { low, high } = this.reader.edges;
    const near = new Set(this.via.through(low[piece]!));
    for (const edge of this.via.through(high[piece]!)) near.add(edge);
    for (const edge of near) {
      if (this.piecesOf(edge).some((half) => half >> 1 === piece)) wholes.push(edge);
    }
    return wholes;
  }

  private isPresent(edge: number): boolean {
    return (this.present[edge] ?? 0) > 0;
  }

  /** Counts edges in and out. @returns the new; `before` gets the splits of those that are gone */
  private count(
    changes: Changes,
    before: Map<number, readonly number[] | undefined>,
  ): ReadonlySet<number> {
    const { edges } = this.reader;
    if (this.present.length < edges.count) {
      this.present = enlarged(this.present, edges.low.length);
    }
    const arrivals = new Set<number>();
    for (const [edge, by] of changes) {
      const was = this.present[edge]!;
      this.present[edge] = was + by;
      if (was === 0 && by > 0) {
        arrivals.add(edge);
        this.presentCount++;
      } else if (was > 0 && was + by === 0) {
        before.set(edge, this.via.of(edge));
        this.presentCount--;
      }
    }
    return arrivals;
  }

  /** Forgets the splits that the edges that are gone may have caused; their edges are searched again. */
  private reopen(
    gone: readonly number[],
    again: Set<number>,
    before: Map<number, readonly number[] | undefined>,
  ): void {
    const { low, high } = this.reader.edges;
    const suspects = new Set<number>();
    for (const edge of gone) {
      suspects.add(low[edge]!).add(high[edge]!);
      for (const vertex of this.via.of(edge) ?? []) suspects.add(vertex);
      this.via.forget(edge);
    }
    for (const vertex of suspects) {
      for (const edge of [...this.via.through(vertex)]) {
        before.set(edge, this.via.of(edge));
        again.add(edge);
        this.via.forget(edge);
      }
    }
  }

  /** Searches some edges against all that come near them. */
  private search(
    again: ReadonlySet<number>,
    before: Map<number, readonly number[] | undefined>,
  ): void {
    if (again.size === 0) return;
    const close = this.squares.near(again);
    const segments = close.filter((edge) => this.isPresent(edge));
    const added = new Map<number, Set<number>>();
    const add = (edge: number, vertex: number): void => {
      const set = added.get(edge);
      if (set) set.add(vertex);
      else added.set(edge, new Set(this.via.of(edge)).add(vertex));
    };
    searchAgain(this.reader, segments, again, add);
    this.via.meetHotPixels(close, again, add);
    for (const [edge, set] of added) {
      const old = this.via.of(edge);
      if (set.size === old?.length) continue;
      if (!before.has(edge)) before.set(edge, old);
      this.via.put(edge, set);
    }
  }
}
