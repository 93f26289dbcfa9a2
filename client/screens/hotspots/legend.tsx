/** The legend, class by class: the colour, the figure, how many places; each class is a filter. */
import { TOP_DEPTH } from "../../../server/core/hotspots/summary.ts";
import { type Answer, classShown } from "../../answer.ts";
import { count } from "../../format.ts";
import { classWord, metricOf, placesByClass } from "../../metrics.ts";
import { useActions } from "../../shell/context.tsx";
import { texts } from "../../texts/hotspots.ts";
import { DEPTH_CLASSES, UNKNOWN_CLASS } from "../../view.ts";

export const depthWord = (depth: number) => (depth === TOP_DEPTH ? `${depth}+` : String(depth));

/** A class of the legend in words: of a depth, or of the figure that places are coloured by. */
export function legendWord(by: Answer["by"], at: number): string {
  const metric = metricOf(by);
  return metric ? classWord(metric, at) : depthWord(at);
}

interface LegendProps {
  readonly answer: Answer;
  /** Classes left in; empty for all. */
  readonly classes: readonly number[];
}

export function Legend({ answer, classes }: LegendProps) {
  const { toggleDepth, clearDepths } = useActions();
  const { by, rows, summary } = answer;
  const metric = metricOf(by);
  const places = metric ? placesByClass(metric, rows) : summary.placesByCovers;
  const all = metric ? [...DEPTH_CLASSES, UNKNOWN_CLASS] : DEPTH_CLASSES;
  // The unknown has a class where there is any, or where it was asked for.
  const shown = all.filter(
    (at) => at !== UNKNOWN_CLASS || places[at]! > 0 || classes.includes(UNKNOWN_CLASS),
  );
  const label = metric ? texts.metricClass : texts.legendClass;
  return (
    <div class={metric ? "legend legend-wide" : "legend"}>
      <p class="legend-title" id="legend-title">
        {metric ? texts.metricLegend : texts.legendTitle}
      </p>
      <fieldset class="legend-classes" aria-labelledby="legend-title">
        {shown.map((at) => {
          const word = legendWord(by, at);
          const title = label(word, places[at] ?? 0);
          return (
            <button
              key={at}
              type="button"
              class={classShown(classes, at) ? "legend-class" : "legend-class legend-off"}
              aria-pressed={classes.includes(at)}
              aria-label={title}
              title={title}
              onClick={() => toggleDepth(at)}
            >
              <Swatch at={at} />
              <b>{word}</b>
              <span>{count(places[at] ?? 0)}</span>
            </button>
          );
        })}
      </fieldset>
      {classes.length > 0 && (
        <button type="button" class="text-button" onClick={clearDepths}>
          {metric ? texts.metricAll : texts.legendAll}
        </button>
      )}
    </div>
  );
}

function Swatch({ at }: { at: number }) {
  if (at !== UNKNOWN_CLASS)
    return <i class="legend-swatch" style={{ background: `var(--d${at})` }} />;
  return (
    <svg class="legend-swatch" aria-hidden="true">
      <rect width="100%" height="100%" fill="url(#hatch-bare)" />
    </svg>
  );
}
