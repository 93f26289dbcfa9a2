import type { EdgeReader } from "../input-edges.ts";
import { expectToSettle } from "../noding.ts";
import { AgainSearch } from "./again-search.ts";
import { type Changes, EdgeTally } from "./changes.ts";
import type { EdgeSquares } from "./edge-squares.ts";
import { Marks } from "./marks.ts";
import { PassState, type PassTools } from "./pass-state.ts";

/** How much of the edges a change made the engine node again. */
export interface Renoded {
  /** Segments searched for splits, summed over the passes. */
  readonly searched: number;
  /** Segments there are, summed over the passes. */
  readonly all: number;
}

/**
 * The passes of snap rounding, kept so that a change costs what it touches in each.
 *
 * Invariant: the first pass that splits nothing is the last of the noding. There may be more, with the
 * same segments, from when there was more to do.
 * Cost of a change: that of each pass; see pass-state.ts.
 */
export class HeldPasses {
  private passes: PassState[];
  private readonly tools: PassTools;
  private readonly wholes = new Marks();

  constructor(reader: EdgeReader, squares: EdgeSquares) {
    this.tools = {
      reader,
      squares,
      search: new AgainSearch(reader),
      pieces: new EdgeTally(),
      changed: new Marks(),
      searched: new Marks(),
    };
    this.passes = [new PassState(this.tools, new Int32Array(0))];
  }

  /** How many passes the noding takes, the last of which finds nothing. */
  get count(): number {
    return this.passes.findIndex((pass) => pass.isLast) + 1;
  }

  /** The input edges that are split. */
  splitEdges(): readonly number[] {
    return this.wholesOf(this.passes.map((pass) => [...pass.splitEdges()]));
  }

  /** Nodes all edges at once, where none was before. @param counts edge -> how often it is present */
  open(counts: Int32Array): void {
    let pass = new PassState(this.tools, counts);
    this.passes = [pass];
    for (pass.open(); !pass.isLast; pass.open()) {
      expectToSettle(this.passes.length);
      pass = new PassState(this.tools, pass.pieceCounts(), pass);
      this.passes.push(pass);
    }
  }

  /** Carries a change from pass to pass until one has nothing to split. */
  node(presence: Changes): Renoded & { readonly changedIn: (readonly number[])[] } {
    const passes = this.passes;
    const changedIn: (readonly number[])[] = [];
    let changes = presence;
    let searched = 0;
    let all = 0;
    let isSettled = false;
    for (let i = 0; i < passes.length; i++) {
      expectToSettle(i);
      const pass = passes[i]!;
      const result = isSettled ? pass.follow(changes) : pass.apply(changes);
      changedIn.push(result.changed);
      searched += result.searched;
      if (!isSettled) all += pass.size;
      isSettled = pass.isLast;
      changes = result.pieces;
      if (!isSettled && i + 1 === passes.length) passes.push(pass.successorBefore(changes));
    }
    return { searched, all, changedIn };
  }

  /** The input edges behind some edges of each pass. */
  wholesOf(changedIn: readonly (readonly number[])[]): readonly number[] {
    let changed: readonly number[] = [];
    for (let i = changedIn.length - 1; i >= 0; i--) {
      for (const edge of changedIn[i]!) this.wholes.add(edge);
      for (const edge of changed) this.passes[i]!.markWholes(edge, this.wholes);
      changed = this.wholes.take();
    }
    return changed;
  }

  /** The pieces of an input edge through all passes, from its low end. */
  follow(edge: number): number[] {
    const pieces: number[] = [];
    this.append(0, 2 * edge, pieces);
    return pieces;
  }

  private append(from: number, half: number, into: number[]): void {
    for (let i = from; i < this.passes.length; i++) {
      if (!this.passes[i]!.splits(half >> 1)) continue;
      const pieces = this.passes[i]!.piecesOf(half >> 1);
      const inOrder = half & 1 ? pieces.map((piece) => piece ^ 1).reverse() : pieces;
      for (const piece of inOrder) this.append(i + 1, piece, into);
      return;
    }
    into.push(half);
  }
}
