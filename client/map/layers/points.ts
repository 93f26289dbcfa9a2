import { POINT_IMAGE } from "../hatch.ts";
import { FONT } from "./counts.ts";
import type { MapLayer } from "./map-layer.ts";

/** The zoom from which a point is told apart from its district's count. */
const POINTS_FROM = 9;
const NAMES_FROM = 11;

/**
 * Where an initiative lies of which neither outline nor size is known: a hollow dashed ring, counted
 * in no depth. Points are made by client/map/discs.ts.
 */
export const pointsLayer: MapLayer = {
  id: "points",
  label: "Approximate points",
  mainMapOnly: true,
  source: () => ({ type: "geojson", data: { type: "FeatureCollection", features: [] } }),
  layers: ({ ink2, paper }) => [
    {
      id: "point-symbol",
      type: "symbol",
      source: "points",
      minzoom: POINTS_FROM,
      layout: {
        "icon-image": POINT_IMAGE,
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    },
    {
      id: "point-name",
      type: "symbol",
      source: "points",
      minzoom: NAMES_FROM,
      layout: {
        "text-field": ["get", "name"],
        "text-font": [FONT],
        "text-size": 11,
        "text-max-width": 12,
        "text-variable-anchor": ["left", "right", "top", "bottom"],
        "text-radial-offset": 0.8,
        "text-justify": "auto",
      },
      paint: { "text-color": ink2, "text-halo-color": paper, "text-halo-width": 2 },
    },
  ],
};
