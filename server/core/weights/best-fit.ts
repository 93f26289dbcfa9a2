/**
 * M-W2, best fit as the Office for National Statistics does it: all of a unit goes with its
 * population-weighted centroid. Where that is not known, another stated point stands for it.
 */
import type { Location } from "./locate.ts";
import type { Amounts, Piece } from "./model.ts";

/** A piece of ground, and how it lies to the point of its unit. */
export interface LocatedPiece extends Piece {
  /** inside: it holds the point. edge: the point lies on its edge. outside: another piece has it. */
  readonly point: Location;
}

/** One zone that may take a unit. */
export interface Holder {
  readonly code: string;
  readonly point: Location;
}

/**
 * The zone of a tier that a unit goes to: the one that holds its point; on the edge of several the one
 * of lowest code, and flagged.
 *
 * @param zones zones of one tier, which share no ground
 * @returns index into `zones`, and whether the point lay on an edge; `undefined` where none has it
 */
export function bestFitZone(
  zones: readonly Holder[],
): { readonly zone: number; readonly onEdge: boolean } | undefined {
  let zone = -1;
  for (const [i, { point, code }] of zones.entries()) {
    if (point === "inside") return { zone: i, onEdge: false };
    if (point === "edge" && (zone < 0 || code < zones[zone]!.code)) zone = i;
  }
  return zone < 0 ? undefined : { zone, onEdge: true };
}

export interface BestFit {
  /** One amount a piece: all of the unit's on the piece that its point lies in, 0 on the others. */
  readonly split: readonly (number | undefined)[];
  /** Units, ascending, whose point lies on an edge between pieces. */
  readonly onEdge: readonly number[];
  /** Units, ascending, with an amount and no piece that holds their point: the amount is nowhere. */
  readonly lost: readonly number[];
}

/**
 * Lay each unit's amount on the one piece that its point lies in. On an edge the covered pieces come
 * before the uncovered, and among them the one whose outlines stand first, which is the lowest code.
 */
export function bestFit(pieces: readonly LocatedPiece[], amounts: Amounts): BestFit {
  const chosen = new Map<number, number>();
  pieces.forEach((piece, i) => {
    if (piece.unit < 0 || piece.point === "outside") return;
    const before = chosen.get(piece.unit);
    if (before === undefined || comesFirst(piece, pieces[before]!)) chosen.set(piece.unit, i);
  });
  const split = pieces.map(({ unit }, i) => {
    if (unit < 0) return 0;
    const amount = amounts[unit];
    return amount === undefined || chosen.get(unit) === i ? amount : 0;
  });
  const units = [...amounts.keys()];
  return {
    split,
    onEdge: units.filter((unit) => pieces[chosen.get(unit) ?? -1]?.point === "edge"),
    lost: units.filter((unit) => amounts[unit] !== undefined && !chosen.has(unit)),
  };
}

function comesFirst(a: LocatedPiece, b: LocatedPiece): boolean {
  if (a.point !== b.point) return a.point === "inside";
  if (a.coveredBy.length === 0 || b.coveredBy.length === 0) return a.coveredBy.length > 0;
  for (const [i, outline] of a.coveredBy.entries()) {
    if (i >= b.coveredBy.length) return false;
    if (outline !== b.coveredBy[i]) return outline < b.coveredBy[i]!;
  }
  return a.coveredBy.length < b.coveredBy.length;
}
