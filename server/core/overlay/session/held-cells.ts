import type { Cells } from "../cells.ts";
import { squareMetres } from "../exact-area.ts";
import { compareLists, type SetTable } from "../sets.ts";
import type { HeldCell } from "./cell-runs.ts";
import type { Face } from "./face.ts";
import { type LaidOut, layOut } from "./laid-out.ts";
import { mergeSorted } from "./sorted-lists.ts";
import { Turnover } from "./turnover.ts";

/**
 * The cells in the canonical order of {@link writeCells}, kept so that a change moves only those
 * whose faces came or went. A cell that changes is replaced by another.
 *
 * Invariant: `cells` and `holes` stand in the order in which they are given out; what was given out
 * is never written to again.
 * Cost: a search of the order for each cell that changes, and what {@link layOut} costs.
 */
export class HeldCells {
  cells: readonly HeldCell[] = [];
  holes: readonly HeldCell[] = [];
  /** What came and went since the certificate looked. */
  readonly turnover = new Turnover<HeldCell>();
  private readonly sets: SetTable;
  private readonly step: number;
  private readonly cellOfSet = new Map<number, HeldCell>();
  private lastCells: LaidOut | undefined;
  private lastHoles: LaidOut | undefined;

  /** @param step metres */
  constructor(sets: SetTable, step: number) {
    this.sets = sets;
    this.step = step;
  }

  /** Takes faces in and out. */
  follow(came: Iterable<Face>, went: ReadonlySet<Face>): void {
    const newcomers = new Map<number, Face[]>();
    const holes: Face[] = [];
    for (const face of went) if (face.set !== 0) newcomers.set(face.set, []);
    for (const face of came) {
      const alike = newcomers.get(face.set);
      if (face.set === 0) holes.push(face);
      else if (alike) alike.push(face);
      else newcomers.set(face.set, [face]);
    }
    this.replaceHoles(holes, went);
    this.replaceCells(newcomers, went);
  }

  /** The cells and holes as they are given out. */
  layOut(): Cells {
    const cells = layOut(this.cells, this.sets, this.lastCells);
    const holes = layOut(this.holes, this.sets, this.lastHoles);
    this.lastCells = cells;
    this.lastHoles = holes;
    return {
      cells: cells.shapes,
      cellSources: cells.sources,
      cellArea: cells.areas,
      holes: holes.shapes,
      holeArea: holes.areas,
    };
  }

  private replaceHoles(came: readonly Face[], went: ReadonlySet<Face>): void {
    const byShells = (a: HeldCell, b: HeldCell) => compareFaces(a.faces[0]!, b.faces[0]!);
    const stays = this.holes.filter((hole) => {
      if (!went.has(hole.faces[0]!)) return true;
      this.turnover.remove(hole);
      return false;
    });
    const added = came.map((face) => this.cellOf(0, [face])).sort(byShells);
    this.holes = mergeSorted(stays, added, byShells);
  }

  /** @param newcomers the sets that changed, with the faces that they have got */
  private replaceCells(newcomers: ReadonlyMap<number, Face[]>, went: ReadonlySet<Face>): void {
    const isChanged = new Uint8Array(this.sets.count);
    const added: HeldCell[] = [];
    for (const [set, faces] of newcomers) {
      isChanged[set] = 1;
      const before = this.cellOfSet.get(set);
      if (before !== undefined) this.turnover.remove(before);
      const kept = before?.faces.filter((face) => !went.has(face)) ?? [];
      const all = mergeSorted(kept, faces.sort(compareFaces), compareFaces);
      this.cellOfSet.delete(set);
      if (all.length === 0) continue;
      const cell = this.cellOf(set, all);
      added.push(cell);
      this.cellOfSet.set(set, cell);
    }
    const byLists = (a: HeldCell, b: HeldCell) => compareLists(this.sets, a.set, b.set);
    const stays = this.cells.filter(({ set }) => isChanged[set] === 0);
    this.cells = mergeSorted(stays, added.sort(byLists), byLists);
  }

  private cellOf(set: number, faces: readonly Face[]): HeldCell {
    let high = 0;
    let low = 0;
    for (const face of faces) {
      high += face.high;
      low += face.low;
    }
    const cell = { set, faces, area: squareMetres(high, low, this.step), place: -1 };
    this.turnover.add(cell);
    return cell;
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
