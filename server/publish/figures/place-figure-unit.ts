/** The shape of a figure of places: what it is, and how it is reckoned under a question. */
import type { FigureId, FoundFigures } from "../../core/hotspots/place-figures.ts";
import type { Question } from "../../core/hotspots/question.ts";
import type { FigureSources } from "./sources.ts";

export interface FigureUnit {
  readonly id: FigureId;
  readonly title: string;
  readonly unit: string;
  /** What it rests on under one question, and its value at each place. */
  readonly find: (
    sources: FigureSources,
    question: Question,
  ) => Omit<FoundFigures, "id" | "title" | "unit">;
}
