import type { Pieces } from "./pieces.ts";
import { WORN } from "./suspects.ts";

/**
 * The edges that no pass has split since they were made, and how often each was bent.
 *
 * Invariant: for each of them some near misses are noted that do for how often it was bent; see
 * suspects.ts.
 */
export class UnsplitEdges {
  /** Edge -> 1 where no pass split it, or none since one made it again as a piece. */
  isFinal: Uint8Array;
  /** The pieces of the last pass that are worn; see suspects.ts. */
  worn: readonly number[] = [];
  /** Edge -> how many passes bent it since it, or what it is a piece of, was searched. */
  private bent: Uint8Array;

  /** @param count edges that all have been searched */
  constructor(count: number) {
    this.isFinal = new Uint8Array(count).fill(1);
    this.bent = new Uint8Array(count);
  }

  /**
   * Puts the pieces that a pass made in the place of the edges it split.
   *
   * Cost: one look at each piece, and a copy of what is kept of each edge.
   *
   * @param count edges there are now
   */
  replace({ split, start, count: pieceCount, halves }: Pieces, count: number): void {
    this.isFinal = longer(this.isFinal, count);
    this.bent = longer(this.bent, count);
    const { isFinal, bent } = this;
    const worn: number[] = [];
    // All are looked at first: a piece of one edge may be another that this pass split too.
    const timesBent = new Uint8Array(split.length);
    for (let i = 0; i < split.length; i++) {
      isFinal[split[i]!] = 0;
      timesBent[i] = bent[split[i]!]! + 1;
    }
    for (let i = 0; i < split.length; i++) {
      const edge = split[i]!;
      const times = timesBent[i]!;
      const end = start[edge]! + pieceCount[edge]!;
      for (let p = start[edge]!; p < end; p++) {
        const piece = halves[p]! >> 1;
        // One that is there already is watched already.
        if (isFinal[piece] === 1) continue;
        isFinal[piece] = 1;
        bent[piece] = times === WORN ? 0 : times;
        if (times === WORN) worn.push(piece);
      }
    }
    this.worn = worn;
  }
}

function longer(array: Uint8Array, length: number): Uint8Array {
  const copy = new Uint8Array(length);
  copy.set(array);
  return copy;
}
