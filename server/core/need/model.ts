/**
 * Need by small area: people, a score of deprivation, and what falls on each. Plain values, as
 * core/model.ts; `undefined` is unknown and never 0.
 */
import type { LocatedPiece } from "../weights/best-fit.ts";
import type { Change } from "../weights/carry.ts";

/** Where an amount comes from, to be cited beside every figure that rests on it. */
export interface AmountSource {
  readonly id: string;
  readonly title: string;
  readonly vintage: string;
  readonly attribution: string;
  readonly licence: string;
}

export interface SmallArea {
  readonly code: string;
  readonly name: string;
  /** Index into the study's places: the place that its point lies in; -1 where none has it. */
  readonly place: number;
  readonly people: number | undefined;
  /** Higher is more deprived. */
  readonly score: number | undefined;
  /** What befell the areas that its score was carried from. */
  readonly change: Change;
}

/** Ground of one small area in one place under exactly one set of outlines; `unit` is the small area. */
export interface SmallAreaPiece extends LocatedPiece {
  /** Index into the study's places; -1 outside every place. */
  readonly place: number;
}

/** The small areas of a study, in the order of their codes. */
export interface SmallAreas {
  readonly layer: { readonly id: string; readonly title: string; readonly vintage: string };
  readonly people: AmountSource;
  readonly need: AmountSource;
  readonly areas: readonly SmallArea[];
  readonly pieces: readonly SmallAreaPiece[];
}
