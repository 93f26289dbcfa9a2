import type { GeometryKind, Problem } from "../model.ts";

const WORDS: Partial<Record<GeometryKind, string>> = {
  line: "a line",
  point: "a point",
  mixed: "several kinds of geometry",
};

export const notPolygon = {
  id: "not-polygon",
  standing: "decide",
  repair: undefined,
  unit: undefined,
  sentence: (n) =>
    n === 1
      ? "1 feature is a point or a line where an outline is needed"
      : `${n} features are points or lines where outlines are needed`,
  advice:
    "Supply polygons. A point is imported as the place where an initiative lies, without an outline; a line is left out.",
  ofFeature({ feature }) {
    const value = WORDS[feature.kind];
    return value === undefined ? [] : [{ feature: feature.index, value }];
  },
} as const satisfies Problem;
