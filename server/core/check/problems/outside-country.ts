import type { Problem } from "../model.ts";

export const outsideCountry = {
  id: "outside-country",
  standing: "decide",
  repair: undefined,
  unit: undefined,
  sentence: (n) =>
    n === 1 ? "1 feature lies outside Great Britain" : `${n} features lie outside Great Britain`,
  advice:
    "Check its coordinates and the coordinate reference system. It cannot be kept on the national grid and is left out.",
  ofFeature: ({ feature }) =>
    feature.outside === undefined
      ? []
      : [
          {
            feature: feature.index,
            value:
              feature.outside === "swapped"
                ? "with latitude and longitude swapped it would lie within"
                : "far from the rest",
          },
        ],
} as const satisfies Problem;
