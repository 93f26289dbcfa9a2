/**
 * Neighbour contrast (PAT 17, 4.42): money per head on the two sides of an initiative's edge, as a
 * Housing Action Trust estate and one with similar needs next door.
 */

import type { SharedEdge } from "../geometry/shared-edges.ts";
import { liveOutlines } from "../hotspots/depth.ts";
import type { Question } from "../hotspots/question.ts";
import type { StudyIndex } from "../hotspots/study-index.ts";
import type { PeopledPiece } from "../need/peopled-ground.ts";
import type { Pounds } from "../units.ts";

/** What a contrast is made from. */
export interface ContrastSources {
  /** Cells of the study that share an edge, by their index. */
  readonly edges: readonly SharedEdge[];
  readonly people: readonly PeopledPiece[];
  /** Initiative -> what was printed for the year of the date; `undefined` where nothing was. */
  readonly money: readonly (Pounds | undefined)[];
}

/** One side of an edge: the cells that lie along it. */
export interface Side {
  /** `undefined` where not known. */
  readonly people: number | undefined;
  /**
   * Recorded money per head, of all initiatives there; 0 where none is recorded, `undefined` where
   * nobody is known to live or all money is unknown. A lower bound where some is.
   */
  readonly perHead: number | undefined;
  /** Initiatives there whose money or people are not known: none of theirs is in `perHead`. */
  readonly unknown: readonly number[];
}

export interface Contrast {
  readonly initiative: number;
  /** Metres of the edge that lie between cells of the study. */
  readonly length: number;
  readonly inside: Side;
  readonly outside: Side;
  /** Inside over outside; `undefined` where either is not known whole, or the outside is 0. */
  readonly ratio: number | undefined;
}

/**
 * The contrast across the edge of every initiative with an outline that the question leaves in. Money
 * of an initiative is divided evenly among the people on its ground. An edge against ground outside
 * every place, such as the sea, is no edge to a neighbour.
 *
 * @returns largest ratio first, then those not known, in the order of initiatives
 */
export function contrasts(
  index: StudyIndex,
  question: Question,
  sources: ContrastSources,
): Contrast[] {
  const { study, outlinesOf } = index;
  const live = liveOutlines(index, question);
  const people = peopleOfCells(index, sources.people);
  const perHead = moneyPerHead(index, live, people, sources.money);
  const sideOf = (cells: ReadonlySet<number>): Side =>
    measureSide([...cells], people, perHead, index, live);
  const found = study.initiatives.flatMap((_, initiative): Contrast[] => {
    const outline = outlinesOf[initiative]!.find((own) => live[own] === 1);
    if (outline === undefined) return [];
    const inside = new Set<number>();
    const outside = new Set<number>();
    let length = 0;
    for (const edge of sources.edges) {
      const [a, b] = [study.cells[edge.a]!, study.cells[edge.b]!];
      if (a.place < 0 || b.place < 0) continue;
      const [inA, inB] = [a.coveredBy.includes(outline), b.coveredBy.includes(outline)];
      if (inA === inB) continue;
      inside.add(inA ? edge.a : edge.b);
      outside.add(inA ? edge.b : edge.a);
      length += edge.length;
    }
    if (length === 0) return [];
    const [here, there] = [sideOf(inside), sideOf(outside)];
    return [{ initiative, length, inside: here, outside: there, ratio: ratioOf(here, there) }];
  });
  return found.sort((a, b) => (b.ratio ?? -1) - (a.ratio ?? -1) || a.initiative - b.initiative);
}

function ratioOf(inside: Side, outside: Side): number | undefined {
  if (inside.unknown.length + outside.unknown.length > 0) return undefined;
  if (inside.perHead === undefined || !outside.perHead) return undefined;
  return inside.perHead / outside.perHead;
}

/** Cell -> its people; `undefined` where not known. */
function peopleOfCells({ study }: StudyIndex, pieces: readonly PeopledPiece[]) {
  const key = (place: number, coveredBy: readonly number[]) => `${place}:${coveredBy.join()}`;
  const at = new Map(
    study.cells.map(({ place, coveredBy }, cell) => [key(place, coveredBy), cell]),
  );
  const people: (number | undefined)[] = study.cells.map(() => 0);
  for (const piece of pieces) {
    const cell = at.get(key(piece.place, piece.coveredBy));
    const so = cell === undefined ? undefined : people[cell];
    if (cell === undefined || so === undefined) continue;
    people[cell] = piece.people === undefined ? undefined : so + piece.people;
  }
  return people;
}

/** Outline -> money for each of its people; `undefined` where money or people are not known. */
function moneyPerHead(
  { study }: StudyIndex,
  live: Uint8Array,
  people: readonly (number | undefined)[],
  money: ContrastSources["money"],
): (number | undefined)[] {
  const total: (number | undefined)[] = study.outlines.map(() => 0);
  study.cells.forEach(({ coveredBy }, cell) => {
    for (const outline of coveredBy) {
      const [so, more] = [total[outline], people[cell]];
      total[outline] = so === undefined || more === undefined ? undefined : so + more;
    }
  });
  return study.outlines.map(({ initiative }, outline) => {
    const [sum, heads] = [money[initiative], total[outline]];
    return live[outline] === 1 && sum !== undefined && heads ? sum / heads : undefined;
  });
}

/** People-weighted over the cells, so that a large cell counts for those who live there. */
function measureSide(
  cells: readonly number[],
  people: readonly (number | undefined)[],
  perHead: readonly (number | undefined)[],
  { study }: StudyIndex,
  live: Uint8Array,
): Side {
  const unknown = new Set<number>();
  let heads: number | undefined = 0;
  let money = 0;
  for (const cell of cells) {
    const here = people[cell];
    heads = heads === undefined || here === undefined ? undefined : heads + here;
    for (const outline of study.cells[cell]!.coveredBy) {
      if (live[outline] === 0) continue;
      const each = perHead[outline];
      if (each === undefined) unknown.add(study.outlines[outline]!.initiative);
      else money += each * (here ?? 0);
    }
  }
  return {
    people: heads,
    // Where nothing but unknown money stands, nought would be a guess.
    perHead: heads && (money > 0 || unknown.size === 0) ? money / heads : undefined,
    unknown: [...unknown].sort((a, b) => a - b),
  };
}
