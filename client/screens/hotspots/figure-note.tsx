/** What the map's figure is: over the map its unit, rule, source and grade, or why there is none. */
import type { FoundFigures } from "../../../server/core/hotspots/place-figures.ts";
import type { PlaceRow } from "../../../server/core/hotspots/ranking.ts";
import type { Answer } from "../../answer.ts";
import { metricOf } from "../../metrics.ts";
import type { Loaded } from "../../parts/when-loaded.tsx";
import { MAP_HEADINGS } from "../../ranking-words.ts";
import { texts } from "../../texts/hotspots.ts";
import { shared } from "../../texts/shared.ts";

export function FigureNote({ figures }: { figures: Loaded<FoundFigures> }) {
  if (figures.status === "loading")
    return (
      <p class="figure-note-line note" aria-live="polite">
        {texts.figureLoading}
      </p>
    );
  if (figures.status === "failed")
    return (
      <p class="figure-note-line note" role="alert">
        {texts.figureFailed(figures.problem.message)}{" "}
        <span class="code">{shared.codeWord(figures.problem.code)}</span>{" "}
        <button type="button" class="text-button" onClick={figures.retry}>
          {shared.retry}
        </button>
      </p>
    );
  const { unit, rule, source, grade, missing } = figures.value;
  if (missing !== undefined)
    return (
      <p class="figure-note-line note" aria-live="polite">
        {missing}
      </p>
    );
  return (
    <details class="figure-note-line">
      <summary>{texts.figureHow}</summary>
      <dl>
        <dt>{texts.figureUnit}</dt>
        <dd>{unit}</dd>
        <dt>{texts.figureRule}</dt>
        <dd>{rule}</dd>
        <dt>{texts.figureSource}</dt>
        <dd>{source}</dd>
        <dt>{texts.figureGrade}</dt>
        <dd>{grade}</dd>
      </dl>
    </details>
  );
}

/** The figure that a place is coloured by, in words, with what it is made of; "" where none is. */
export function figureWords({ by, figures }: Answer, row: PlaceRow): string {
  const metric = metricOf(by);
  if (!metric) return "";
  const figure = metric.figure(row);
  if (!figures) return `${MAP_HEADINGS[by]}: ${figure}`;
  return `${figures.title}: ${figure}. ${row.figure?.note ?? ""}`.trim();
}
