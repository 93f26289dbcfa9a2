import { EdgeReader } from "../input-edges.ts";
import { enlarged } from "../int-list.ts";
import type { Shapes } from "../model.ts";
import { type Bend, measureAsGiven, measureBend } from "../ring-facts.ts";
import { type Keys, type MakeKeys, SetTable } from "../sets.ts";
import { TurnSum } from "../turn-sum.ts";
import { EdgeTally } from "./changes.ts";
import { EdgeSquares } from "./edge-squares.ts";
import { HeldPasses, type Renoded } from "./held-passes.ts";
import { type HeldSource, runsOf } from "./held-source.ts";
import { inputOwnersOf } from "./input-owners.ts";
import { LoopFinder } from "./loops.ts";
import { RepeatedEdges } from "./repeated-edges.ts";

/** A polygon that no source has: it marks ground, see held-faces.ts. */
export const MARKER = 0;

/** An input edge that noding split, and how far it was bent. */
export interface SplitEdge extends Bend {
  /** Half-edges from its low end to its high end, through all passes. */
  readonly pieces: readonly number[];
}

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
export class HeldEdges {
  readonly reader: EdgeReader;
  readonly squares: EdgeSquares;
  readonly loops: LoopFinder;
  /** Sets of polygons, by their lasting numbers. */
  readonly sets: SetTable;
  /** Lasting number of a polygon -> its source; that of the marker is for its user to set. */
  sourceOf: Int32Array;
  /** Noded edge -> its set of owners; 0 where it bounds nothing, as for all other edges. */
  owners: Int32Array = new Int32Array(0);
  polygonCount = 1;
  keys: Keys;
  private readonly makeKeys: MakeKeys;
  private readonly passes: HeldPasses;
  /** Input edge -> its set of owners. */
  private inputOwners: Int32Array = new Int32Array(0);
  /** The input edges that are split. */
  readonly split = new Map<number, SplitEdge>();
  /** Edge -> 1 where it is one of them. */
  isSplit: Uint8Array = new Uint8Array(0);
  /** Source -> the lasting numbers of its polygons, those it has no use for now among them. */
  private readonly numbersOf: number[][] = [];
  private readonly repeats = new RepeatedEdges();
  /** Empty between two uses. */
  private readonly tally = new EdgeTally();
  private readonly sum = new TurnSum();

  constructor(expectedVertices: number, makeKeys: MakeKeys) {
    this.reader = new EdgeReader(expectedVertices);
    this.makeKeys = makeKeys;
    this.keys = makeKeys(1024);
    this.sets = new SetTable(this.keys);
    this.sourceOf = new Int32Array(1024);
    this.squares = new EdgeSquares(this.reader);
    this.loops = new LoopFinder(this.reader);
    this.passes = new HeldPasses(this.reader, this.squares);
  }

  get passCount(): number {
    return this.passes.count;
  }

  /**
   * Reads a source into vertices, edges and lasting numbers of polygons; it does not count yet.
   * A polygon takes the number that its source's polygon in the same place had, so that ground
   * within both stays covered by the same polygons.
   */
  read(shape: Shapes, source: number): HeldSource {
    this.numbersOf[source] ??= [];
    const numbers = this.numbersOf[source];
    while (numbers.length < shape.polygonShape.length) numbers.push(this.polygonCount++);
    if (this.polygonCount > this.sourceOf.length) {
      const room = 2 * this.polygonCount;
      this.sourceOf = enlarged(this.sourceOf, room);
      this.keys = this.makeKeys(room);
      this.sets.widen(this.keys);
    }
    for (const number of numbers) this.sourceOf[number] = source;
    const own = numbers.slice(0, shape.polygonShape.length);
    return { shape, ringHalf: this.reader.read(shape), numbers: own, ...measureAsGiven(shape) };
  }

  /** Nodes all sources at once, where none was before. */
  open(sources: readonly HeldSource[]): void {
    const counts = new Int32Array(this.reader.edges.low.length);
    for (const { ringHalf } of sources) {
      for (let i = 0; i < ringHalf.length; i++) if (ringHalf[i]! >= 0) counts[ringHalf[i]! >> 1]!++;
    }
    this.passes.open(counts);
    this.inputOwners = inputOwnersOf(sources, this.reader, this.sets, this.keys);
    this.isSplit = new Uint8Array(this.inputOwners.length);
    for (const edge of this.passes.splitEdges()) {
      this.keepPieces(edge, this.passes.follow(edge));
    }
    this.owners = this.inputOwners.slice();
    for (const edge of this.split.keys()) this.owners[edge] = 0;
    for (const [edge, { pieces }] of this.split) {
      for (const half of pieces) this.toggle(half >> 1, this.inputOwners[edge]!);
    }
    sources.forEach((source, number) => {
      for (const edge of this.repeatedIn(source)) this.repeats.add(edge, number);
    });
  }

  /**
   * Puts one source in the place of another, either of which may be without polygons.
   *
   * @param source the number of both
   * @param touch told of each noded edge before its owners change
   * @returns what was noded, and the sources of which an edge now has other pieces
   */
  replace(
    source: number,
    old: HeldSource | undefined,
    now: HeldSource,
    touch: (edge: number) => void,
  ): Renoded & { readonly resplit: ReadonlySet<number> } {
    this.makeRoom();
    for (const half of old?.ringHalf ?? []) if (half >= 0) this.tally.add(half >> 1, -1);
    for (const half of now.ringHalf) if (half >= 0) this.tally.add(half >> 1, 1);
    const { changedIn, ...renoded } = this.passes.node(this.tally.take());
    this.makeRoom();
    const resplit = new Set<number>();
    for (const edge of this.passes.wholesOf(changedIn)) {
      const was = this.piecesOf(edge);
      const is = this.passes.follow(edge);
      if (was.length === is.length && was.every((half, i) => half === is[i])) continue;
      for (const half of was) this.toggle(half >> 1, this.inputOwners[edge]!, touch);
      for (const half of is) this.toggle(half >> 1, this.inputOwners[edge]!, touch);
      this.keepPieces(edge, is);
      this.collectSources(edge, resplit);
    }
    for (const edge of old ? this.repeatedIn(old) : []) this.repeats.remove(edge, source);
    for (const edge of this.repeatedIn(now)) this.repeats.add(edge, source);
    const numbers = old && old.numbers.length > now.numbers.length ? old.numbers : now.numbers;
    numbers.forEach((number, polygon) => {
      const toggled = this.sets.intern(Int32Array.of(number), 0, 1);
      for (const edge of this.ownedByOne(old, now, polygon)) {
        this.inputOwners[edge] = this.sets.difference(this.inputOwners[edge]!, toggled);
        if (this.isSplit[edge] === 0) this.toggle(edge, toggled, touch);
        else for (const half of this.piecesOf(edge)) this.toggle(half >> 1, toggled, touch);
      }
    });
    return { ...renoded, resplit };
  }

  /** The pieces of an input edge from its low end; itself where it is not split. */
  piecesOf(edge: number): readonly number[] {
    return this.split.get(edge)?.pieces ?? [2 * edge];
  }

  private keepPieces(edge: number, pieces: readonly number[]): void {
    const { vertices, edges } = this.reader;
    this.isSplit[edge] = pieces.length === 1 ? 0 : 1;
    if (pieces.length === 1) this.split.delete(edge);
    else {
      const bend = measureBend(vertices, edges, edge, pieces, 0, pieces.length, this.sum);
      this.split.set(edge, { pieces, ...bend });
    }
  }

  /** The edges that a polygon owns in one of two sources and not in the other. */
  private ownedByOne(
    old: HeldSource | undefined,
    now: HeldSource,
    polygon: number,
  ): readonly number[] {
    const owned: number[] = [];
    for (const source of [old, now]) {
      if (source === undefined || polygon >= source.numbers.length) continue;
      for (const edge of runsOf(source, polygon, this.tally).odd) owned.push(edge);
    }
    for (const edge of owned) this.tally.add(edge, 1);
    const { edges, by } = this.tally.take();
    return edges.filter((_, i) => by[i] === 1);
  }

  /** The edges that a polygon of a source runs along more than once. */
  private repeatedIn(source: HeldSource): number[] {
    return source.numbers.flatMap((_, polygon) => runsOf(source, polygon, this.tally).repeated);
  }

  /** Adds the sources that run along an input edge. */
  private collectSources(edge: number, into: Set<number>): void {
    const { start, ids } = this.sets;
    const set = this.inputOwners[edge]!;
    for (let i = start[set]!; i < start[set + 1]!; i++) into.add(this.sourceOf[ids[i]!]!);
    for (const source of this.repeats.sourcesAt(edge)) into.add(source);
  }

  /** Puts the polygons of a set that do not own an edge among its owners, and takes out those that do. */
  private toggle(edge: number, set: number, touch?: (edge: number) => void): void {
    if (set === 0) return;
    touch?.(edge);
    this.owners[edge] = this.sets.difference(this.owners[edge]!, set);
  }

  /** The lists by edge, with room for the edges there are. */
  private makeRoom(): void {
    const { count, low } = this.reader.edges;
    if (count <= this.owners.length) return;
    this.owners = enlarged(this.owners, low.length);
    this.inputOwners = enlarged(this.inputOwners, low.length);
    const isSplit = new Uint8Array(low.length);
    isSplit.set(this.isSplit);
    this.isSplit = isSplit;
  }
}
