import type { Problem } from "../model.ts";

export const noGeometry = {
  id: "no-geometry",
  standing: "decide",
  repair: undefined,
  unit: undefined,
  sentence: (n) => (n === 1 ? "1 feature has no geometry" : `${n} features have no geometry`),
  advice:
    "Supply the outline. Imported as it is, an initiative is kept as located only and an area is left out.",
  ofFeature: ({ feature }) => (feature.kind === "none" ? [{ feature: feature.index }] : []),
} as const satisfies Problem;
