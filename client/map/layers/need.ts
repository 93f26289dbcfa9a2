import type { ExpressionSpecification } from "maplibre-gl";
import { type MapLayer, tiles } from "./map-layer.ts";

/** The feature state `bare` of a small area in need: nothing recorded, or somewhere within only. */
export const NOTHING_RECORDED = 2;
export const WITHIN_ONLY = 1;

const atLeast = (bare: number, opacity: number): ExpressionSpecification => [
  "case",
  [">=", ["coalesce", ["feature-state", "bare"], 0], bare],
  opacity,
  0,
];

/**
 * Small areas in need that no outline reaches: filled where nothing is recorded, outlined alone where
 * an initiative lies somewhere within the place. Hidden, and asked of nobody, until a person wants it.
 */
export const needLayer: MapLayer = {
  id: "need",
  label: "Uncovered need",
  source: (ground) => tiles("need", ground, "area"),
  layers: ({ need }) => [
    {
      id: "need-fill",
      type: "fill",
      source: "need",
      "source-layer": "need",
      layout: { visibility: "none" },
      paint: { "fill-color": need, "fill-opacity": atLeast(NOTHING_RECORDED, 0.85) },
    },
    {
      id: "need-line",
      type: "line",
      source: "need",
      "source-layer": "need",
      layout: { visibility: "none" },
      paint: {
        "line-color": need,
        "line-width": ["interpolate", ["linear"], ["zoom"], 5, 0.8, 10, 2],
        "line-opacity": atLeast(WITHIN_ONLY, 1),
      },
    },
  ],
};
