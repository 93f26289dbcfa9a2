import type { Changes } from "./changes.ts";
import { EdgeSquares } from "./edge-squares.ts";
import { collectOwners, countHalves, type HeldSource, joinSources } from "./held-source.ts";
import { EdgeReader } from "./input-edges.ts";
import type { Shapes } from "./model.ts";
import { expectToSettle, type Noded } from "./noding.ts";
import { ownersOf } from "./owners.ts";
import { PassState } from "./pass-state.ts";
import { type Keys, type MakeKeys, SetTable } from "./sets.ts";
import { enlarged } from "./vertices.ts";

/** How much of the edges a change made the engine node again. */
export interface Renoded {
  /** Segments searched for splits, summed over the passes. */
  readonly searched: number;
  /** Segments there are, summed over the passes. */
  readonly all: number;
}

/** A polygon that no source has: it marks ground, see live-faces.ts. */
export const MARKER = 0;

/**
 * Noded edges with the polygons they bound, kept so that a change of one source costs only what it
 * touches.
 *
 * Vertices, edges and the splits of every pass are kept (pass-state.ts). So are the owners of every
 * input edge; those of a noded edge follow by taking the old pieces of the edges that changed out
 * and their new pieces in.
 *
 * Invariant: `owners` holds what `ownersOf` would find for the present sources. Vertices, edges and
 * sets that nothing uses any more stay in their tables and bound nothing.
 * Cost of a change: the source's own vertices, and that of each pass; see pass-state.ts.
 */
export class LiveEdges {
  readonly reader: EdgeReader;
  readonly squares: EdgeSquares;
  /** Sets of polygons, by their lasting numbers. */
  readonly sets: SetTable;
  /** Lasting number of a polygon -> its source; that of the marker is for its user to set. */
  sourceOf: Int32Array;
  /** Noded edge -> its set of owners; 0 where it bounds nothing, as for all other edges. */
  owners: Int32Array = new Int32Array(0);
  polygonCount = 1;
  keys: Keys;
  private readonly makeKeys: MakeKeys;
  private readonly passes: PassState[];
  /** Input edge -> its set of owners. */
  private inputOwners: Int32Array = new Int32Array(0);
  /** Split input edge -> its pieces from its low end, through all passes. */
  private readonly split = new Map<number, readonly number[]>();
  private merged = new Int32Array(256);

  constructor(expectedVertices: number, makeKeys: MakeKeys) {
    this.reader = new EdgeReader(expectedVertices);
    this.makeKeys = makeKeys;
    this.keys = makeKeys(1024);
    this.sets = new SetTable(this.keys);
    this.sourceOf = new Int32Array(1024);
    this.squares = new EdgeSquares(this.reader);
    this.passes = [new PassState(this.reader, this.squares)];
  }

  get passCount(): number {
    return this.passes.length;
  }

  /** Reads a source into vertices, edges and lasting numbers of polygons; it does not count yet. */
  read(shape: Shapes, source: number): HeldSource {
    const firstPolygon = this.polygonCount;
    this.polygonCount += shape.polygonShape.length;
    if (this.polygonCount > this.sourceOf.length) {
      const room = 2 * this.polygonCount;
      this.sourceOf = enlarged(this.sourceOf, room);
      this.keys = this.makeKeys(room);
      this.sets.widen(this.keys);
    }
    this.sourceOf.fill(source, firstPolygon, this.polygonCount);
    return { shape, ringHalf: this.reader.read(shape), firstPolygon };
  }

  /** Nodes all sources at once, where none was before. */
  open(sources: readonly HeldSource[]): void {
    const presence: Changes = new Map();
    for (const { ringHalf } of sources) countHalves(ringHalf, 1, presence);
    this.node(presence);
    const { vertices, edges } = this.reader;
    const all = joinSources(sources);
    const input = { vertices, edges, ringHalf: all.ringHalf };
    const whole = this.unsplit();
    this.inputOwners = this.renumbered(ownersOf(all, input, whole, this.keys));
    for (const edge of this.wholesOf(this.passes.map((pass) => pass.splitEdges()))) {
      this.split.set(edge, this.follow(edge));
    }
    this.owners = this.inputOwners.slice();
    for (const edge of this.split.keys()) this.owners[edge] = 0;
    for (const [edge, pieces] of this.split) {
      for (const half of pieces) this.toggle(half >> 1, this.inputOwners[edge]!);
    }
  }

  /**
   * Puts one source in the place of another, either of which may be without polygons.
   *
   * @param touch told of each noded edge before its owners change
   * @returns what was noded, and which input edges now have other pieces
   */
  replace(
    old: HeldSource | undefined,
    now: HeldSource,
    touch: (edge: number) => void,
  ): Renoded & { readonly resplit: ReadonlySet<number> } {
    this.makeRoom();
    const presence: Changes = new Map();
    const toggles = new Map<number, number[]>();
    for (const [source, by] of [[old, -1] as const, [now, 1] as const]) {
      if (source === undefined) continue;
      countHalves(source.ringHalf, by, presence);
      collectOwners(source, toggles);
    }
    const before = new Map<number, number>();
    for (const edge of toggles.keys()) before.set(edge, this.inputOwners[edge]!);
    const { changedIn, ...renoded } = this.node(presence);
    this.makeRoom();
    for (const [edge, polygons] of toggles) {
      const list = Int32Array.from(polygons).sort();
      this.inputOwners[edge] = this.difference(this.inputOwners[edge]!, list, 0, list.length);
    }
    const resplit = new Set<number>();
    for (const edge of new Set([...toggles.keys(), ...this.wholesOf(changedIn)])) {
      const was = this.split.get(edge) ?? [2 * edge];
      const is = this.follow(edge);
      const same = was.length === is.length && was.every((half, i) => half === is[i]);
      if (!same) resplit.add(edge);
      for (const half of was)
        this.retoggle(half >> 1, before.get(edge) ?? this.inputOwners[edge]!, touch);
      for (const half of is) this.retoggle(half >> 1, this.inputOwners[edge]!, touch);
      if (is.length > 1) this.split.set(edge, is);
      else this.split.delete(edge);
    }
    return { ...renoded, resplit };
  }

  /** The pieces of an input edge from its low end; itself where it is not split. */
  piecesOf(edge: number): readonly number[] {
    return this.split.get(edge) ?? [2 * edge];
  }

  private retoggle(edge: number, set: number, touch: (edge: number) => void): void {
    if (set === 0) return;
    touch(edge);
    this.toggle(edge, set);
  }

  private toggle(edge: number, set: number): void {
    const { start, ids } = this.sets;
    this.owners[edge] = this.difference(this.owners[edge]!, ids, start[set]!, start[set + 1]!);
  }

  /** The set of just those that are in `set` or in the ascending list, but not in both. */
  private difference(set: number, list: Int32Array, from: number, to: number): number {
    const { start, ids } = this.sets;
    const end = start[set + 1]!;
    const room = end - start[set]! + to - from;
    if (this.merged.length < room) this.merged = new Int32Array(2 * room);
    const { merged } = this;
    let i = start[set]!;
    let j = from;
    let used = 0;
    while (i < end && j < to) {
      if (ids[i]! < list[j]!) merged[used++] = ids[i++]!;
      else if (ids[i]! > list[j]!) merged[used++] = list[j++]!;
      else {
        i++;
        j++;
      }
    }
    while (i < end) merged[used++] = ids[i++]!;
    while (j < to) merged[used++] = list[j++]!;
    return this.sets.intern(merged, 0, used);
  }

  /** Carries a change from pass to pass until one has nothing to split. */
  private node(presence: Changes): Renoded & { readonly changedIn: Iterable<number>[] } {
    const { passes } = this;
    const changedIn: Iterable<number>[] = [];
    let changes = presence;
    let searched = 0;
    let all = 0;
    for (let i = 0; ; i++) {
      expectToSettle(i);
      const pass = passes[i]!;
      const result = pass.apply(changes);
      changedIn.push(result.changed);
      searched += result.searched;
      all += pass.size;
      if (pass.isLast) {
        passes.length = i + 1;
        return { searched, all, changedIn };
      }
      changes = result.pieces;
      if (i + 1 === passes.length) passes.push(pass.successorBefore(changes));
    }
  }

  /** The input edges behind some edges of each pass. */
  private wholesOf(changedIn: readonly Iterable<number>[]): ReadonlySet<number> {
    let changed = new Set<number>();
    for (let i = changedIn.length - 1; i >= 0; i--) {
      const wholes = new Set(changedIn[i]);
      for (const edge of changed)
        for (const whole of this.passes[i]!.wholesOf(edge)) wholes.add(whole);
      changed = wholes;
    }
    return changed;
  }

  /** Follows an edge through all passes. */
  private follow(edge: number): number[] {
    const pieces: number[] = [];
    this.append(0, 2 * edge, pieces);
    return pieces;
  }

  private append(from: number, half: number, into: number[]): void {
    for (let i = from; i < this.passes.length; i++) {
      const pieces = this.passes[i]!.piecesOf(half >> 1);
      if (pieces.length === 1) continue;
      const inOrder = half & 1 ? pieces.map((piece) => piece ^ 1).reverse() : pieces;
      for (const piece of inOrder) this.append(i + 1, piece, into);
      return;
    }
    into.push(half);
  }

  /** The lists by edge, with room for the edges there are. */
  private makeRoom(): void {
    const { count, low } = this.reader.edges;
    if (count <= this.owners.length) return;
    this.owners = enlarged(this.owners, low.length);
    this.inputOwners = enlarged(this.inputOwners, low.length);
  }

  /** The input edges as if none was split. */
  private unsplit(): Noded {
    const { vertices, edges } = this.reader;
    const pieceStart = Int32Array.from({ length: edges.count + 1 }, (_, i) => i);
    const pieces = pieceStart.map((edge) => 2 * edge);
    const isFinal = new Uint8Array(edges.count).fill(1);
    return { vertices, edges, inputEdges: edges.count, isFinal, pieceStart, pieces, passes: 1 };
  }

  /** Sets of another table as sets of ours. */
  private renumbered({ setOfEdge, sets }: { setOfEdge: Int32Array; sets: SetTable }): Int32Array {
    const number = new Int32Array(sets.count);
    for (let set = 0; set < sets.count; set++) {
      number[set] = this.sets.intern(sets.ids, sets.start[set]!, sets.start[set + 1]!);
    }
    const room = new Int32Array(this.reader.edges.low.length);
    setOfEdge.forEach((set, edge) => {
      room[edge] = number[set]!;
    });
    return room;
  }
}
