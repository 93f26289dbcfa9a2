/**
 * Figures of places that a study alone cannot give: they need people, streams or small areas. They are
 * reckoned where those are held (server/publish/figures) and come with their places, so that a list and
 * a map rank and colour by the very same values.
 */

/** What such a figure can be; also names of rankings. Never renamed. */
export const FIGURES = ["people", "money", "claims", "burden", "need"] as const;
export type FigureId = (typeof FIGURES)[number];

export interface PlaceFigure {
  /** Undefined where it cannot be told; 0 is a figure. */
  readonly value: number | undefined;
  /** True where something that belongs in it is not recorded: this much or more. */
  readonly atLeast: boolean;
  /** What it is made of, or why it cannot be told, in a sentence. */
  readonly note: string;
}

/** Place, by its index in the study -> its figure; one that is absent cannot be told. */
export type PlaceFigures = ReadonlyMap<number, PlaceFigure>;

export const isFigure = (by: string): by is FigureId => (FIGURES as readonly string[]).includes(by);

/** The figures of one question, and what they rest on. */
export interface FoundFigures {
  readonly id: FigureId;
  readonly title: string;
  readonly unit: string;
  /** How it is reckoned, in a sentence. */
  readonly rule: string;
  /** Where its numbers are from. */
  readonly source: string;
  /** How far it can be leaned on. */
  readonly grade: string;
  /** Why it cannot be told of any place; undefined where it can be of some. */
  readonly missing: string | undefined;
  /** Every ranked place of England. */
  readonly places: PlaceFigures;
}
