import type { CheckSubject, Problem, Unmatched } from "../model.ts";

export const unknownArea = {
  id: "unknown-area",
  standing: "decide",
  repair: undefined,
  unit: undefined,
  sentence: (n) =>
    n === 1
      ? "1 row names an area that no loaded layer has"
      : `${n} rows name areas that no loaded layer has`,
  advice:
    "Correct the code or name, say what is meant with --match theirs=code, or accept with --leave-out that the outline lacks it. Suggestions are never taken by themselves.",
  ofFile: (subject) => findingsOf(subject, "unknown"),
} as const satisfies Problem;

export const ambiguousArea = {
  id: "ambiguous-area",
  standing: "decide",
  repair: undefined,
  unit: undefined,
  sentence: (n) =>
    n === 1
      ? "1 row names an area by a name that several have"
      : `${n} rows name areas by names that several have`,
  advice: "Give the code instead of the name, or say which is meant with --match theirs=code.",
  ofFile: (subject) => findingsOf(subject, "ambiguous"),
} as const satisfies Problem;

const findingsOf = ({ unmatched }: CheckSubject, wanted: Unmatched["why"]) =>
  unmatched
    .filter(({ why }) => why === wanted)
    .map(({ feature, wanted: area, suggestions }) => ({
      feature,
      value: suggestions.length === 0 ? area : `${area}; perhaps ${suggestions.join(" or ")}`,
    }));
