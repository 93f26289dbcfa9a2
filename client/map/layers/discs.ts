import { HATCH_IMAGE } from "../hatch.ts";
import type { MapLayer } from "./map-layer.ts";

/**
 * Indicative boundaries: a point and a cited size, as a smallest and a largest disc. Hatched and
 * dashed, since where the edge runs is not known. Shapes are made by client/map/discs.ts.
 */
export const discsLayer: MapLayer = {
  id: "discs",
  label: "Cited sizes",
  source: () => ({ type: "geojson", data: { type: "FeatureCollection", features: [] } }),
  layers: ({ hatch }) => [
    {
      id: "disc-fill",
      type: "fill",
      source: "discs",
      filter: ["==", ["get", "size"], "largest"],
      paint: { "fill-pattern": HATCH_IMAGE },
    },
    {
      id: "disc-line",
      type: "line",
      source: "discs",
      paint: { "line-color": hatch, "line-width": 1.1, "line-dasharray": [3, 2] },
    },
  ],
};
