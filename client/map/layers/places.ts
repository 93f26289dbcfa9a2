import { depthRamp, LEFT_OUT } from "./depth.ts";
import { type MapLayer, tiles } from "./map-layer.ts";

/**
 * Outlines of the places, and their fill where the map shows a figure of places instead of depth.
 * The chosen one and the one under the pointer or focus stand out.
 */
export const placesLayer: MapLayer = {
  id: "places",
  label: "Places",
  source: (ground) => tiles("places", ground, "place"),
  layers: (palette) => {
    const { landline, ink, focus } = palette;
    const line = { type: "line", source: "places", "source-layer": "places" } as const;
    const when = (state: string) =>
      ["case", ["boolean", ["feature-state", state], false], 1, 0] as [
        "case",
        ["boolean", ["feature-state", string], boolean],
        number,
        number,
      ];
    return [
      {
        id: "place-fill",
        type: "fill",
        source: "places",
        "source-layer": "places",
        paint: {
          "fill-color": depthRamp(palette, "class"),
          "fill-opacity": [
            "case",
            [">=", ["coalesce", ["feature-state", "class"], LEFT_OUT], 0],
            1,
            0,
          ],
        },
      },
      {
        ...line,
        id: "place-line",
        paint: {
          "line-color": landline,
          "line-width": ["interpolate", ["linear"], ["zoom"], 5, 0.4, 9, 1],
        },
      },
      {
        ...line,
        id: "place-hover",
        layout: { "line-join": "round" },
        paint: { "line-color": ink, "line-width": 1.5, "line-opacity": when("hover") },
      },
      {
        ...line,
        id: "place-chosen-halo",
        layout: { "line-join": "round" },
        paint: { "line-color": focus, "line-width": 6, "line-opacity": when("chosen") },
      },
      {
        ...line,
        id: "place-chosen",
        layout: { "line-join": "round" },
        paint: { "line-color": ink, "line-width": 2, "line-opacity": when("chosen") },
      },
    ];
  },
};
