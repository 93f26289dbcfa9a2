/** People on the cells of a study: the same ground whichever units the people were counted by. */
import { COVERS_SHARE } from "../hotspots/study-index.ts";
import type { Study } from "../model.ts";
import type { SquareMetres } from "../units.ts";
import { splitByArea, unitAreas } from "../weights/area-split.ts";
import { bestFit } from "../weights/best-fit.ts";
import type { Amounts, Piece } from "../weights/model.ts";
import type { SmallAreas } from "./model.ts";

/** Ground in one place under exactly one set of outlines, and the people on it. */
export interface PeopledPiece {
  /** Index into the study's places; -1 outside every place. */
  readonly place: number;
  /** Indices of outlines, ascending. */
  readonly coveredBy: readonly number[];
  readonly area: SquareMetres;
  /** `undefined` where those of a unit that it is cut from are not known. */
  readonly people: number | undefined;
}

/** People of small areas, spread over their ground. */
export function peopleBySmallAreas({ areas, pieces }: SmallAreas): PeopledPiece[] {
  const amounts = amountsOf(areas);
  return peopled(pieces, amounts, splitByArea(pieces, amounts), ({ place }) => place);
}

/** People of small areas, each laid where its point lies. */
export function peopleByBestFit({ areas, pieces }: SmallAreas): PeopledPiece[] {
  const amounts = amountsOf(areas);
  return peopled(pieces, amounts, bestFit(pieces, amounts).split, ({ place }) => place);
}

/** People of whole places, spread over their ground. @param people place -> people */
export function peopleByPlaces({ cells }: Study, people: Amounts): PeopledPiece[] {
  const pieces = cells.map(({ place, coveredBy, area }) => ({ unit: place, coveredBy, area }));
  return peopled(pieces, people, splitByArea(pieces, people), ({ unit }) => unit);
}

/** Less of a unit's ground than this is two drawings of one line. */
const LEAST_SHARE = 1 - COVERS_SHARE;

/** A unit whose people are not known says nothing of a place that it only reaches along the edge. */
function peopled<P extends Piece>(
  pieces: readonly P[],
  amounts: Amounts,
  split: readonly (number | undefined)[],
  placeOf: (piece: P) => number,
): PeopledPiece[] {
  const whole = unitAreas(pieces, amounts.length);
  return pieces.flatMap((piece, i) => {
    const { unit, coveredBy, area } = piece;
    const people = split[i];
    if (people === undefined && area < whole[unit]! * LEAST_SHARE) return [];
    return [{ place: placeOf(piece), coveredBy, area, people }];
  });
}

const amountsOf = (areas: SmallAreas["areas"]): Amounts => areas.map(({ people }) => people);
