import type { Changes } from "./changes.ts";
import type { EdgeSquares } from "./edge-squares.ts";
import type { EdgeReader } from "./input-edges.ts";
import { expectToSettle } from "./noding.ts";
import { PassState } from "./pass-state.ts";

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
 * Invariant: the last pass has nothing to split, and none before it.
 * Cost of a change: that of each pass; see pass-state.ts.
 */
export class HeldPasses {
  private readonly passes: PassState[];

  constructor(reader: Pick<EdgeReader, "vertices" | "edges">, squares: EdgeSquares) {
    this.passes = [new PassState(reader, squares)];
  }

  get count(): number {
    return this.passes.length;
  }

  /** The input edges that are split. */
  splitEdges(): ReadonlySet<number> {
    return this.wholesOf(this.passes.map((pass) => pass.splitEdges()));
  }

  /** Carries a change from pass to pass until one has nothing to split. */
  node(presence: Changes): Renoded & { readonly changedIn: Iterable<number>[] } {
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
  wholesOf(changedIn: readonly Iterable<number>[]): ReadonlySet<number> {
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
  follow(edge: number): number[] {
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
}
