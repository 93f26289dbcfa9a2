import { GAP_IMAGE, OVERSPILL_IMAGE } from "../hatch.ts";
import type { MapLayer } from "./map-layer.ts";

/**
 * Gap and overspill of a chosen set of bodies against a chosen tier: lines at 45 degrees for what the
 * area has and the body lacks, dots for what the body has beyond the area, each with its own edge.
 */
export const fitLayer: MapLayer = {
  id: "fit",
  label: "Gap and overspill",
  source: () => ({ type: "geojson", data: { type: "FeatureCollection", features: [] } }),
  layers: ({ gap, overspill }) =>
    (["gap", "overspill"] as const).flatMap((kind) => [
      {
        id: `${kind}-fill`,
        type: "fill" as const,
        source: "fit",
        filter: ["==", ["get", "kind"], kind],
        paint: { "fill-pattern": kind === "gap" ? GAP_IMAGE : OVERSPILL_IMAGE },
      },
      {
        id: `${kind}-line`,
        type: "line" as const,
        source: "fit",
        filter: ["==", ["get", "kind"], kind],
        paint: { "line-color": kind === "gap" ? gap : overspill, "line-width": 1.2 },
      },
    ]),
};
