import type { ExpressionSpecification } from "maplibre-gl";
import { UNKNOWN_CLASS } from "../../view.ts";
import { HATCH_IMAGE } from "../hatch.ts";
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
    const at: ExpressionSpecification = ["coalesce", ["feature-state", "class"], LEFT_OUT];
    const shownWhen = (holds: ExpressionSpecification): ExpressionSpecification => [
      "case",
      holds,
      1,
      0,
    ];
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
          "fill-opacity": shownWhen(["all", [">=", at, 0], ["<", at, UNKNOWN_CLASS]]),
        },
      },
      {
        // What is not known is hatched, as elsewhere: it is neither nought nor left out.
        id: "place-unknown",
        type: "fill",
        source: "places",
        "source-layer": "places",
        paint: {
          "fill-pattern": HATCH_IMAGE,
          "fill-opacity": shownWhen(["==", at, UNKNOWN_CLASS]),
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
