/** The key of a metric of places: each class with its colour, its figures and how many places. */
import type { PlaceRow } from "../../../server/core/hotspots/ranking.ts";
import { count } from "../../format.ts";
import { type PlaceMetric, placesByClass } from "../../metrics.ts";

interface MetricLegendProps {
  readonly metric: PlaceMetric;
  readonly rows: readonly PlaceRow[];
  readonly title: string;
}

export function MetricLegend({ metric, rows, title }: MetricLegendProps) {
  const { bounds, word } = metric;
  const words = ["0", ...bounds.map((bound, i) => word(bound, bounds[i + 1]))];
  const places = placesByClass(metric, rows);
  return (
    <div class="legend">
      <p class="legend-title" id="legend-title">
        {title}
      </p>
      <ul class="legend-classes legend-key" aria-labelledby="legend-title">
        {words.map((text, at) => (
          <li key={text} class="legend-class">
            <i class="legend-swatch" style={{ background: `var(--d${at})` }} />
            <b>{text}</b>
            <span>{count(places[at]!)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
