import { type Changes, countChange } from "./changes.ts";
import type { EdgeSquares } from "./edge-squares.ts";
import type { EdgeReader } from "./input-edges.ts";
import { searchAgain } from "./search-again.ts";
import { enlarged } from "./vertices.ts";
import { ViaLists } from "./via-lists.ts";

type Before = Map<number, readonly number[] | undefined>;

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
 * After the first pass less is to be searched. Segments that the pass before left whole meet none of
 * its hot pixels, and the vertices of this pass are all among those. So two of them split each other
 * no more than they did there: only pairs with a piece are compared.
 *
 * Invariant: `via` equals what searching all present segments would find.
 * Cost of a change: a search of the edges near those that are searched again.
 */
export class PassState {
  /** Edge -> how often it is present. */
  private present: Int32Array = new Int32Array(0);
  private presentCount = 0;
  private readonly via: ViaLists;
  private readonly reader: EdgeReader;
  private readonly squares: EdgeSquares;
  private readonly previous: PassState | undefined;

  /** @param previous the pass before, of whose pieces this one is made */
  constructor(reader: EdgeReader, squares: EdgeSquares, previous?: PassState) {
    this.reader = reader;
    this.squares = squares;
    this.previous = previous;
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

  /** Searches all segments there are. @param counts edge -> how often it is present */
  open(counts: Int32Array): void {
    this.present = counts;
    const all: number[] = [];
    for (let edge = 0; edge < counts.length; edge++) if (counts[edge]! > 0) all.push(edge);
    this.presentCount = all.length;
    this.search(all, new Map());
  }

  /** How often each edge is present in the pass after this one. */
  pieceCounts(): Int32Array {
    // Making pieces may make edges.
    const pieces = [...this.via.edges()].map((edge) => this.piecesOf(edge));
    const counts = new Int32Array(this.reader.edges.low.length);
    for (let edge = 0; edge < this.present.length; edge++) if (this.isWhole(edge)) counts[edge] = 1;
    for (const halves of pieces) for (const half of halves) counts[half >> 1]!++;
    return counts;
  }

  /**
   * The pass after this one as it stood before a change, when this one was still the last: the same
   * segments, and nothing to split.
   *
   * @param change what the change did to the pieces of this pass
   */
  successorBefore(change: Changes): PassState {
    const next = new PassState(this.reader, this.squares, this);
    next.present = this.pieceCounts();
    for (const [edge, by] of change) next.present[edge]! -= by;
    for (let edge = 0; edge < next.present.length; edge++) {
      if (next.present[edge]! > 0) next.presentCount++;
    }
    return next;
  }

  /** Applies a change of segments. */
  apply(changes: Changes): Applied {
    const before: Before = new Map();
    const arrivals = this.count(changes, before);
    const again = new Set(arrivals);
    this.reopen([...before.keys()], again, before);
    for (const edge of arrivals) before.set(edge, undefined);
    const searched = this.search([...again], before);
    const pieces: Changes = new Map();
    for (const [edge, was] of before) {
      if (!arrivals.has(edge)) {
        for (const half of this.via.pieces(edge, was)) countChange(pieces, half >> 1, -1);
      }
      if (!this.isPresent(edge)) continue;
      for (const half of this.piecesOf(edge)) countChange(pieces, half >> 1, 1);
    }
    return { pieces, searched, changed: before.keys() };
  }

  /** Applies a change where the pass before found nothing, so that this one has nothing to search. */
  follow(changes: Changes): Applied {
    if (!this.isLast) return this.apply(changes);
    const gone: Before = new Map();
    const pieces: Changes = new Map();
    for (const edge of this.count(changes, gone)) pieces.set(edge, 1);
    for (const edge of gone.keys()) pieces.set(edge, -1);
    return { pieces, searched: 0, changed: [] };
  }

  /** The edges of this pass that have an edge of the next as one of their pieces. */
  wholesOf(piece: number): number[] {
    const wholes = this.isWhole(piece) ? [piece] : [];
    const { low, high } = this.reader.edges;
    const [atLow, atHigh] = [this.via.through(low[piece]!), this.via.through(high[piece]!)];
    if (atLow.size === 0 && atHigh.size === 0) return wholes;
    for (const edge of new Set([...atLow, ...atHigh])) {
      if (this.piecesOf(edge).some((half) => half >> 1 === piece)) wholes.push(edge);
    }
    return wholes;
  }

  /** Whether an edge is present and not split. */
  private isWhole(edge: number): boolean {
    return this.isPresent(edge) && !this.splits(edge);
  }

  private isPresent(edge: number): boolean {
    return (this.present[edge] ?? 0) > 0;
  }

  /** Counts edges in and out. @returns the new; `before` gets the splits of those that are gone */
  private count(changes: Changes, before: Before): ReadonlySet<number> {
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
  private reopen(gone: readonly number[], again: Set<number>, before: Before): void {
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

  /** Finds the splits that some edges have or make. @returns how many edges were searched */
  private search(again: readonly number[], before: Before): number {
    const previous = this.previous;
    const near = this.squares.near(again);
    const searched = previous
      ? near.filter((edge) => this.isPresent(edge) && !previous.isWhole(edge))
      : again;
    const segments = (previous ? this.squares.near(searched) : near).filter((edge) =>
      this.isPresent(edge),
    );
    const added = new Map<number, Set<number>>();
    const add = (edge: number, vertex: number): void => {
      const set = added.get(edge);
      if (set) set.add(vertex);
      else added.set(edge, new Set(this.via.of(edge)).add(vertex));
    };
    if (searched.length > 0) searchAgain(this.reader, segments, searched, add);
    this.via.meetHotPixels(near, again, add);
    for (const [edge, set] of added) {
      const old = this.via.of(edge);
      if (set.size === old?.length) continue;
      if (!before.has(edge)) before.set(edge, old);
      this.via.put(edge, set);
    }
    return searched.length;
  }
}
