import type { ExpressionSpecification } from "maplibre-gl";
import { LARGEST_DISC } from "../hatch.ts";
import type { MapLayer } from "./map-layer.ts";

export const FONT = "Noto Sans Regular";
export const BOLD_FONT = "Noto Sans Bold";

/** The zoom from which every place with a count is named. */
const NAMES_FROM = 9;

/** Depth from which a numeral is written in the paper's colour on the cell's own. */
const DARK_FROM = 4;

/**
 * What falls on each place, in figures: a hatched disc for what lies somewhere within it, and the
 * numeral that is depth's second cue. Points are made by client/map/labels.ts.
 */
export const countsLayer: MapLayer = {
  id: "counts",
  label: "Counts",
  source: () => ({ type: "geojson", data: { type: "FeatureCollection", features: [] } }),
  layers: ({ ink, paper, depths }) => {
    const onDark: ExpressionSpecification = [">=", ["get", "covers"], DARK_FROM];
    return [
      {
        id: "within-disc",
        type: "symbol",
        source: "counts",
        filter: [">", ["get", "within"], 0],
        layout: {
          "icon-image": ["concat", "disc-", ["min", ["get", "within"], LARGEST_DISC]],
          "icon-allow-overlap": true,
          "icon-ignore-placement": true,
          "symbol-sort-key": ["get", "within"],
        },
      },
      {
        id: "numeral",
        type: "symbol",
        source: "counts",
        maxzoom: NAMES_FROM,
        filter: ["all", ["!", ["get", "named"]], ["<=", ["get", "fits"], ["zoom"]]],
        layout: {
          "text-field": ["get", "numeral"],
          "text-font": [BOLD_FONT],
          "text-size": 11,
          "text-padding": 1,
          "text-variable-anchor-offset": ["get", "anchors"],
          "symbol-sort-key": ["get", "order"],
        },
        paint: {
          "text-color": ["case", onDark, paper, ink],
          "text-halo-color": ["case", onDark, depths[DARK_FROM]!, paper],
          "text-halo-width": 1.2,
        },
      },
      {
        id: "place-name",
        type: "symbol",
        source: "counts",
        filter: ["any", ["get", "named"], [">=", ["zoom"], NAMES_FROM]],
        layout: {
          "text-field": [
            "format",
            ["get", "name"],
            {},
            " ",
            {},
            ["get", "numeral"],
            { "text-font": ["literal", [BOLD_FONT]] },
          ],
          "text-font": [FONT],
          "text-size": 11.5,
          "text-max-width": 14,
          "text-padding": 2,
          "text-variable-anchor-offset": ["get", "anchors"],
          "text-justify": "auto",
          "symbol-sort-key": ["get", "order"],
        },
        paint: { "text-color": ink, "text-halo-color": paper, "text-halo-width": 2 },
      },
    ];
  },
};
