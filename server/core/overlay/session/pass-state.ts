import type { EdgeReader } from "../input-edges.ts";
import type { AgainSearch } from "./again-search.ts";
import type { Changes, EdgeTally } from "./changes.ts";
import type { EdgeSquares } from "./edge-squares.ts";
import type { Marks } from "./marks.ts";
import { Presence } from "./presence.ts";
import { ViaLists } from "./via-lists.ts";

/** What all passes work with. */
export interface PassTools {
  readonly reader: EdgeReader;
  readonly squares: EdgeSquares;
  /** Empty between two uses, as the others. */
  readonly pieces: EdgeTally;
  readonly changed: Marks;
  readonly searched: Marks;
  readonly search: AgainSearch;
}

/** What a pass did with a change of its segments. */
export interface Applied {
  /** The change of its pieces, which are the segments of the next pass. */
  readonly pieces: Changes;
  /** How many segments were searched. */
  readonly searched: number;
  /** The edges that came, went or are split otherwise than before. */
  readonly changed: readonly number[];
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
  private readonly presence: Presence;
  private readonly via: ViaLists;
  private readonly reader: EdgeReader;
  private readonly tools: PassTools;
  private readonly previous: PassState | undefined;

  /**
   * @param counts edge -> how often it is present
   * @param previous the pass before, of whose pieces this one is made
   */
  constructor(tools: PassTools, counts: Int32Array, previous?: PassState) {
    this.reader = tools.reader;
    this.tools = tools;
    this.previous = previous;
    this.via = new ViaLists(tools.reader);
    this.presence = new Presence(counts);
  }

  /** Whether the pass found nothing, so that no later one does. */
  get isLast(): boolean {
    return this.via.size === 0;
  }

  /** How many segments the pass has. */
  get size(): number {
    return this.presence.size;
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

  /** Searches all segments there are, where none was searched before. */
  open(): void {
    this.search(this.presence.edges());
    this.tools.changed.take();
    this.tools.pieces.take();
  }

  /** How often each edge is present in the pass after this one. */
  pieceCounts(): Int32Array {
    // Making pieces may make edges.
    const pieces = [...this.via.edges()].map((edge) => this.piecesOf(edge));
    const counts = new Int32Array(this.reader.edges.low.length);
    for (const edge of this.presence.edges()) if (!this.splits(edge)) counts[edge] = 1;
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
    const counts = this.pieceCounts();
    change.edges.forEach((edge, i) => {
      counts[edge]! -= change.by[i]!;
    });
    return new PassState(this.tools, counts, this);
  }

  /** Applies a change of segments. */
  apply(changes: Changes): Applied {
    const { pieces, changed } = this.tools;
    const { came, gone } = this.presence.apply(changes);
    for (const edge of came) changed.add(edge);
    const again = came.concat(this.reopen(gone));
    const searched = this.search(again);
    for (const edge of changed.list) {
      if (!this.presence.has(edge)) continue;
      if (!this.splits(edge)) pieces.add(edge, 1);
      else for (const half of this.piecesOf(edge)) pieces.add(half >> 1, 1);
    }
    return { pieces: pieces.take(), searched, changed: changed.take() };
  }

  /** Applies a change where the pass before found nothing, so that this one has nothing to search. */
  follow(changes: Changes): Applied {
    if (!this.isLast) return this.apply(changes);
    const { pieces } = this.tools;
    const { came, gone } = this.presence.apply(changes);
    for (const edge of came) pieces.add(edge, 1);
    for (const edge of gone) pieces.add(edge, -1);
    return { pieces: pieces.take(), searched: 0, changed: [] };
  }

  /** Marks the edges of this pass that have an edge of the next as one of their pieces. */
  markWholes(piece: number, into: Marks): void {
    if (this.isWhole(piece)) into.add(piece);
    const { low, high } = this.reader.edges;
    for (const vertex of [low[piece]!, high[piece]!]) {
      for (const edge of this.via.through(vertex)) {
        if (this.piecesOf(edge).some((half) => half >> 1 === piece)) into.add(edge);
      }
    }
  }

  /** Whether an edge is present and not split. */
  private isWhole(edge: number): boolean {
    return this.presence.has(edge) && !this.splits(edge);
  }

  /** Counts the pieces of an edge out, if that has not been done, before they become others. */
  private takeOut(edge: number): void {
    const { pieces, changed } = this.tools;
    if (!changed.add(edge)) return;
    if (!this.splits(edge)) pieces.add(edge, -1);
    else for (const half of this.piecesOf(edge)) pieces.add(half >> 1, -1);
  }

  /** Forgets the splits that edges that are gone may have caused. @returns the edges that had them */
  private reopen(gone: readonly number[]): number[] {
    const { low, high } = this.reader.edges;
    const suspects: number[] = [];
    for (const edge of gone) {
      suspects.push(low[edge]!, high[edge]!);
      for (const vertex of this.via.of(edge) ?? []) suspects.push(vertex);
      this.takeOut(edge);
      this.via.forget(edge);
    }
    const reopened: number[] = [];
    for (const vertex of suspects) {
      for (const edge of [...this.via.through(vertex)]) {
        reopened.push(edge);
        this.takeOut(edge);
        this.via.forget(edge);
      }
    }
    return reopened;
  }

  /** Finds the splits that some edges have or make. @returns how many edges were searched */
  private search(again: readonly number[]): number {
    const { squares, searched: marks } = this.tools;
    const previous = this.previous;
    // Near all segments are no others.
    const near = again.length === this.presence.size ? again : squares.near(again);
    const searched = previous
      ? near.filter((edge) => this.presence.has(edge) && !previous.isWhole(edge))
      : again;
    const segments = (previous ? squares.near(searched) : near).filter((edge) =>
      this.presence.has(edge),
    );
    const added = new Map<number, Set<number>>();
    const add = (edge: number, vertex: number): void => {
      const set = added.get(edge);
      if (set) set.add(vertex);
      else added.set(edge, new Set(this.via.of(edge)).add(vertex));
    };
    if (searched.length > 0) {
      for (const edge of searched) marks.add(edge);
      this.tools.search.search(segments, marks, add);
      marks.take();
    }
    this.via.meetHotPixels(near, again, add);
    for (const [edge, set] of added) {
      if (set.size === this.via.of(edge)?.length) continue;
      this.takeOut(edge);
      this.via.put(edge, set);
    }
    return searched.length;
  }
}
