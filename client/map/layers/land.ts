import { type MapLayer, tiles } from "./map-layer.ts";

/** The coast of Britain and its neighbours, so that England does not hang in the air. */
export const landLayer: MapLayer = {
  id: "land",
  label: "Land",
  source: (ground) => tiles("land", ground),
  layers: ({ land }) => [
    {
      id: "land-fill",
      type: "fill",
      source: "land",
      "source-layer": "land",
      paint: { "fill-color": land },
    },
  ],
};
