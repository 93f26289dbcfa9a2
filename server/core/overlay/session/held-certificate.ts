import {
  areasFromCells,
  conclude,
  type Draft,
  exceeds,
  exceedsDrift,
  excess,
  sumOf,
  toldTwice,
  verdict,
} from "../certificate.ts";
import type { Certificate, Lists, Shapes } from "../model.ts";
import type { SourceChecks } from "../source-checks.ts";
import { addRing, TurnSum } from "../turn-sum.ts";
import { anyPairExceeds } from "./pairs-of-sources.ts";

/** The sources' own side: from their rings. */
export interface RingSide extends SourceChecks {
  /** In steps. */
  readonly drift: number;
  readonly passes: number;
}

/** A cell or hole that has its place in a draft. */
export interface Placed {
  readonly place: number;
}

/** Cells and holes in the order of a draft; one that changes is replaced by another. */
export interface Order<Cell extends Placed> {
  readonly cells: readonly Cell[];
  readonly holes: readonly Cell[];
  /** Those that came and went since the draft before. */
  readonly came: ReadonlySet<Cell>;
  readonly went: ReadonlySet<Cell>;
}

/** What was measured of a cell when it was first given out. */
interface Measured {
  /** Twice its area in square steps, exact, from its coordinates. */
  readonly turns: bigint;
  readonly sources: Int32Array;
}

const NO_SOURCES: Lists = { start: new Int32Array(0), ids: new Int32Array(0) };

/**
 * The certificate of a partition that follows its sources.
 *
 * New cells are measured from their coordinates as they are given out; those of the others were
 * copied from where they were measured. The area of each source from its cells follows by what came
 * less what went, in whole numbers. After a verdict that nothing is amiss only what changed can be:
 * new cells, sources, and the pairs of sources whose cells changed. If anything is, the verdict and
 * its figures are those of {@link conclude} on the whole.
 *
 * Invariant: the certificate that `certify` would give. Nothing here uses faces or sets.
 * Cost: a visit to each vertex of the new cells, the pairs of the sources whose cells changed, and a
 * look at each cell, source and source of a cell.
 */
export class HeldCertificate<Cell extends Placed> {
  private readonly measured = new Map<Cell, Measured>();
  private readonly sum = new TurnSum();
  private fromCells: bigint[] = [];
  /** The sources whose cells changed since the last verdict. */
  private readonly touched = new Set<number>();
  /** Whether all that is not touched was found in order. */
  private isSound = false;

  /** @returns source -> twice its exact area from the cells */
  follow(draft: Draft, order: Order<Cell>): readonly bigint[] {
    const isFirst = this.measured.size === 0;
    for (const cell of order.went) this.count(cell, -1n);
    for (const cell of order.went) this.measured.delete(cell);
    for (const cell of order.came) {
      const isCell = order.cells[cell.place] === cell;
      const measured = isCell
        ? this.measure(cell.place, draft.cells, draft.cellSources)
        : this.measure(cell.place, draft.holes, NO_SOURCES);
      this.measured.set(cell, measured);
    }
    while (this.fromCells.length < draft.sourceCount) this.fromCells.push(0n);
    if (isFirst) this.fromCells = areasFromCells(draft, this.turnsOf(order.cells));
    else for (const cell of order.came) this.count(cell, 1n);
    return this.fromCells;
  }

  /** The verdict on the draft that was followed last. */
  conclude(draft: Draft, order: Order<Cell>, rings: RingSide): Certificate {
    const unit = draft.grid.step ** 2 / 2;
    if (this.isSound && this.isInOrder(draft, order, rings, unit)) {
      this.touched.clear();
      const total = rings.fromRings.reduce((sum, area) => sum + Number(area) * unit, 0);
      return verdict(draft.grid, { ...rings, difference: 0, violations: 0, total });
    }
    const turns = { cells: this.turnsOf(order.cells), holes: this.turnsOf(order.holes) };
    const { drift, passes } = rings;
    const certificate = conclude(draft, turns, this.fromCells, rings, drift, passes);
    this.isSound = certificate.passed;
    this.touched.clear();
    return certificate;
  }

  /** Whether nothing is amiss with what changed, where all else is in order. */
  private isInOrder(
    draft: Draft,
    { cells, came }: Order<Cell>,
    { fromRings, violations, drift, passes }: RingSide,
    unit: number,
  ): boolean {
    const { sourceArea, cellArea, holeArea, cellSources } = draft;
    const isStated = (cell: Cell) => {
      const area = (cells[cell.place] === cell ? cellArea : holeArea)[cell.place]!;
      return area > 0 && excess(area, Number(this.measured.get(cell)!.turns) * unit) === 0;
    };
    return (
      violations === 0 &&
      !exceedsDrift(drift, passes) &&
      fromRings.every(
        (area, source) =>
          area === this.fromCells[source] && excess(sourceArea[source]!, Number(area) * unit) === 0,
      ) &&
      [...came].every(isStated) &&
      !exceeds(sumOf(cellArea), sumOf(sourceArea)) &&
      toldTwice(cellSources) === 0 &&
      !anyPairExceeds({ sourceArea, cellArea, cellSources }, this.touched)
    );
  }

  /** Measures a cell from its coordinates in a list of cells or holes. */
  private measure(
    place: number,
    { polygonShape, polygonRing, ringVertex, xy }: Shapes,
    { start, ids }: Lists,
  ): Measured {
    this.sum.clear();
    let polygon = firstFrom(polygonShape, place);
    for (; polygonShape[polygon] === place; polygon++) {
      for (let ring = polygonRing[polygon]!; ring < polygonRing[polygon + 1]!; ring++) {
        addRing(xy, ringVertex[ring]!, ringVertex[ring + 1]!, this.sum);
      }
    }
    return { turns: this.sum.total(), sources: ids.slice(start[place], start[place + 1]) };
  }

  private count(cell: Cell, sign: bigint): void {
    const { turns, sources } = this.measured.get(cell)!;
    for (const source of sources) {
      this.fromCells[source]! += sign * turns;
      this.touched.add(source);
    }
  }

  private turnsOf(list: readonly Cell[]): bigint[] {
    return list.map((cell) => this.measured.get(cell)!.turns);
  }
}

/** The first place in an ascending list where `value` stands. */
function firstFrom(list: Int32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
