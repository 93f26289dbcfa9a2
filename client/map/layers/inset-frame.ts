import type { MapLayer } from "./map-layer.ts";

/** Where the enlarged inset lies on the main map; its ground is told by client/map/create-map.ts. */
export const insetFrameLayer: MapLayer = {
  id: "inset-frame",
  label: "Frame of the inset",
  mainMapOnly: true,
  source: () => ({ type: "geojson", data: { type: "FeatureCollection", features: [] } }),
  layers: ({ ink2 }) => [
    {
      id: "inset-frame-line",
      type: "line",
      source: "inset-frame",
      maxzoom: 8,
      paint: { "line-color": ink2, "line-width": 1 },
    },
  ],
};
