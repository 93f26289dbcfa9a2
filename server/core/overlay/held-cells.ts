import type { Cells } from "./cells.ts";
import { squareMetres } from "./exact-area.ts";
import type { Face } from "./face.ts";
import { laidOut } from "./laid-out.ts";
import type { Lists } from "./model.ts";
import { compareLists, type SetTable } from "./sets.ts";
import { mergeSorted } from "./sorted-lists.ts";
import { Turnover } from "./turnover.ts";

/** A cell as it stands in a session, or a hole, which has one face. Never changed: replaced. */
export interface HeldCell {
  readonly set: number;
  /** By their shells. */
  readonly faces: readonly Face[];
  /** Square metres. */
  readonly area: number;
}

/**
 * The cells in the canonical order of {@link writeCells}, kept so that a change moves only those
 * whose faces came or went.
 *
 * Invariant: `cells` and `holes` stand in the order in which they are given out; what was given out
 * is never written to again.
 * Cost: a search of the order for each cell that changes, one look at each cell, and a copy of all
 * coordinates in as many runs as the change leaves.
 */
export class HeldCells {
  cells: readonly HeldCell[] = [];
  holes: readonly HeldCell[] = [];
  /** What came and went since the certificate looked. */
  readonly turnover = new Turnover<HeldCell>();
  private readonly sets: SetTable;
  private readonly step: number;
  private readonly cellOfSet = new Map<number, HeldCell>();
  private given: Pick<Cells, "cells" | "holes"> | undefined;

  /** @param step metres */
  constructor(sets: SetTable, step: number) {
    this.sets = sets;
    this.step = step;
  }

  /** Takes faces in and out. */
  follow(came: Iterable<Face>, went: ReadonlySet<Face>): void {
    const newcomers = new Map<number, Face[]>();
    for (const face of went) if (face.set !== 0) newcomers.set(face.set, []);
    const holes: Face[] = [];
    for (const face of came) {
      if (face.set === 0) holes.push(face);
      else if (newcomers.has(face.set)) newcomers.get(face.set)!.push(face);
      else newcomers.set(face.set, [face]);
    }
    const stays = this.holes.filter(({ faces: [face] }) => !went.has(face!));
    for (const hole of this.holes) if (went.has(hole.faces[0]!)) this.turnover.remove(hole);
    const added = holes.sort(compareFaces).map((face) => this.cellOf(0, [face]));
    this.holes = mergeSorted(stays, added, (a, b) => compareFaces(a.faces[0]!, b.faces[0]!));
    this.replaceCells(newcomers, went);
  }

  /** The cells and holes as they are given out. */
  layOut(): Cells {
    const { cells, holes, given } = this;
    this.given = { cells: laidOut(cells, given?.cells), holes: laidOut(holes, given?.holes) };
    return {
      ...this.given,
      cellSources: this.sourcesOf(cells),
      cellArea: Float64Array.from(cells, ({ area }) => area),
      holeArea: Float64Array.from(holes, ({ area }) => area),
    };
  }

  /** @param newcomers the sets that changed, with the faces that they have got */
  private replaceCells(newcomers: ReadonlyMap<number, Face[]>, went: ReadonlySet<Face>): void {
    const stays = this.cells.filter(({ set }) => !newcomers.has(set));
    const added: HeldCell[] = [];
    for (const [set, faces] of newcomers) {
      const before = this.cellOfSet.get(set);
      if (before !== undefined) this.turnover.remove(before);
      const kept = before?.faces.filter((face) => !went.has(face)) ?? [];
      const all = mergeSorted(kept, faces.sort(compareFaces), compareFaces);
      if (all.length === 0) this.cellOfSet.delete(set);
      else {
        const cell = this.cellOf(set, all);
        added.push(cell);
        this.cellOfSet.set(set, cell);
      }
    }
    const byLists = (a: HeldCell, b: HeldCell) => compareLists(this.sets, a.set, b.set);
    this.cells = mergeSorted(stays, added.sort(byLists), byLists);
  }

  private cellOf(set: number, faces: readonly Face[]): HeldCell {
    let high = 0;
    let low = 0;
    for (const face of faces) {
      high += face.high;
      low += face.low;
    }
    const cell = { set, faces, area: squareMetres(high, low, this.step) };
    this.turnover.add(cell);
    return cell;
  }

  private sourcesOf(cells: readonly HeldCell[]): Lists {
    const { start: from, ids } = this.sets;
    const start = new Int32Array(cells.length + 1);
    for (let cell = 0; cell < cells.length; cell++) {
      start[cell + 1] = start[cell]! + this.sets.size(cells[cell]!.set);
    }
    const sources = new Int32Array(start[cells.length]!);
    for (let cell = 0; cell < cells.length; cell++) {
      let next = from[cells[cell]!.set]!;
      for (let i = start[cell]!; i < start[cell + 1]!; i++) sources[i] = ids[next++]!;
    }
    return { start, ids: sources };
  }
}

/** By their shells, vertex by vertex: x, then y. */
function compareFaces(a: Face, b: Face): number {
  const endA = 2 * a.ringEnd[0]!;
  const endB = 2 * b.ringEnd[0]!;
  for (let i = 0; i < endA && i < endB; i++) {
    const order = a.xy[i]! - b.xy[i]!;
    if (order !== 0) return order;
  }
  return endA - endB;
}
