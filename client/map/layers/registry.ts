/** The map's layers, bottom first. A new layer is a file beside this one and a line here. */
import { countsLayer } from "./counts.ts";
import { depthLayer } from "./depth.ts";
import { discsLayer } from "./discs.ts";
import { fitLayer } from "./fit.ts";
import { insetFrameLayer } from "./inset-frame.ts";
import { landLayer } from "./land.ts";
import type { MapLayer } from "./map-layer.ts";
import { needLayer } from "./need.ts";
import { placesLayer } from "./places.ts";
import { pointsLayer } from "./points.ts";

export const MAP_LAYERS: readonly MapLayer[] = [
  landLayer,
  depthLayer,
  needLayer,
  fitLayer,
  placesLayer,
  discsLayer,
  insetFrameLayer,
  pointsLayer,
  countsLayer,
];
