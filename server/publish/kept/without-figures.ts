import type { PageQuestion } from "../../contract/page-question.ts";
import { isFigure } from "../../core/hotspots/place-figures.ts";

/**
 * A question of earlier data as it can be answered: streams, people and small areas are not kept, so
 * that places ranked by a figure of theirs stand in order of cover, and the page says so.
 */
export const withoutFigures = (asked: PageQuestion): PageQuestion =>
  isFigure(asked.by) ? { ...asked, by: "cover" } : asked;
