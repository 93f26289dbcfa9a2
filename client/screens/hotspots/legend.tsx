/** Depth, class by class: the colour, the numeral, how many places, and a filter. */
import { TOP_DEPTH } from "../../../server/core/hotspots/summary.ts";
import { depthShown } from "../../answer.ts";
import { count } from "../../format.ts";
import { useActions } from "../../shell/context.tsx";
import { texts } from "../../texts/hotspots.ts";
import { DEPTH_CLASSES } from "../../view.ts";

export const depthWord = (depth: number) => (depth === TOP_DEPTH ? `${depth}+` : String(depth));

interface LegendProps {
  readonly depths: readonly number[];
  readonly placesByCovers: readonly number[];
}

export function Legend({ depths, placesByCovers }: LegendProps) {
  const { toggleDepth, clearDepths } = useActions();
  return (
    <div class="legend">
      <p class="legend-title" id="legend-title">
        {texts.legendTitle}
      </p>
      <fieldset class="legend-classes" aria-labelledby="legend-title">
        {DEPTH_CLASSES.map((depth) => {
          const places = placesByCovers[depth] ?? 0;
          const label = texts.legendClass(depthWord(depth), places);
          return (
            <button
              key={depth}
              type="button"
              class={depthShown(depths, depth) ? "legend-class" : "legend-class legend-off"}
              aria-pressed={depths.includes(depth)}
              aria-label={label}
              title={label}
              onClick={() => toggleDepth(depth)}
            >
              <i class="legend-swatch" style={{ background: `var(--d${depth})` }} />
              <b>{depthWord(depth)}</b>
              <span>{count(places)}</span>
            </button>
          );
        })}
      </fieldset>
      {depths.length > 0 && (
        <button type="button" class="text-button" onClick={clearDepths}>
          {texts.legendAll}
        </button>
      )}
    </div>
  );
}
