/** Figures of places, in the order in which they are offered. A new one is a file and a line here. */
import type { PageQuestion } from "../../contract/page-question.ts";
import { type FigureId, type FoundFigures, isFigure } from "../../core/hotspots/place-figures.ts";
import type { Question } from "../../core/hotspots/question.ts";
import { burden } from "./burden.ts";
import { claims } from "./claims.ts";
import { money } from "./money.ts";
import { need } from "./need.ts";
import { people } from "./people.ts";
import type { FigureUnit } from "./place-figure-unit.ts";
import type { FigureSources } from "./sources.ts";

export const FIGURE_UNITS: Readonly<Record<FigureId, FigureUnit>> = {
  people,
  money,
  claims,
  burden,
  need,
};

/** One figure of every ranked place under a question. */
export function findFigures(
  sources: FigureSources,
  question: Question,
  figure: FigureId,
): FoundFigures {
  const { id, title, unit, find } = FIGURE_UNITS[figure];
  return { id, title, unit, ...find(sources, question) };
}

/** A page's question with the figures that it ranks by, where it ranks by any. */
export const withFigures = (sources: FigureSources, asked: PageQuestion): PageQuestion =>
  isFigure(asked.by)
    ? { ...asked, figures: findFigures(sources, asked.question, asked.by) }
    : asked;
