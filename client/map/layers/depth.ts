import type { ExpressionSpecification } from "maplibre-gl";
import type { Palette } from "../palette.ts";
import { type MapLayer, tiles } from "./map-layer.ts";

/** The feature state `depth` of ground that the legend or the ranking leaves out. */
export const LEFT_OUT = -1;

/** Cells by depth. The depth is feature state, so that a date recolours without fetching ground. */
export const depthLayer: MapLayer = {
  id: "cells",
  label: "Depth of cover",
  source: (ground) => tiles("cells", ground, "cell"),
  layers: (palette) => [
    {
      id: "depth-fill",
      type: "fill",
      source: "cells",
      "source-layer": "cells",
      paint: { "fill-color": depthRamp(palette), "fill-antialias": true },
    },
  ],
};

/** The class of a cell's depth to its colour; a cell not yet told its depth is plain land. */
export function depthRamp(
  { depths, land }: Palette,
  state: "depth" | "class" = "depth",
): ExpressionSpecification {
  const [none, ...rest] = depths;
  const steps = rest.flatMap((colour, i) => [i + 1, colour]);
  return [
    "case",
    ["<", ["coalesce", ["feature-state", state], LEFT_OUT], 0],
    land,
    ["step", ["coalesce", ["feature-state", state], 0], none!, ...steps],
  ] as ExpressionSpecification;
}
