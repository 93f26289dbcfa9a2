/** What is checked, in tests: one outline or a file of rows, with what is sound left unsaid. */
import { checkFeatures } from "../../server/core/check/check-features.ts";
import type { CheckedFeature, CheckSubject } from "../../server/core/check/model.ts";
import type { Shapes } from "../../server/core/overlay/model.ts";
import type { IsoDate } from "../../server/core/units.ts";

export const feature = (shapes: Shapes, more: Partial<CheckedFeature> = {}): CheckedFeature => ({
  index: 0,
  id: "a",
  name: "",
  kind: "polygon",
  outside: undefined,
  point: undefined,
  shapes,
  met: [],
  properties: {},
  ...more,
});
export const subject = (
  features: CheckedFeature[],
  more: Partial<CheckSubject> = {},
): CheckSubject => ({
  features,
  step: 1,
  rightHand: true,
  fields: { amounts: [] },
  today: "2026-11-25" as IsoDate,
  reference: undefined,
  unmatched: [],
  ...more,
});
export const check = (shapes: Shapes) => checkFeatures(subject([feature(shapes)]));

/** Problem, and where: grid points of its findings. */
export const places = (shapes: Shapes) =>
  Object.fromEntries(
    check(shapes).found.map(({ problem, findings }) => [problem.id, findings.map(({ at }) => at)]),
  );
