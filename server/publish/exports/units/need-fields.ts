/** The columns of the exports about need. */
import { NEED_MEASURES } from "../../../contract/need-measures.ts";
import { noneShare } from "../../../core/need/by-reach.ts";
import type { NeedCounts } from "../../../core/need/uncovered-need.ts";
import type { Field, Value } from "../export.ts";
import { measureField } from "../measure-field.ts";

export const SMALL_AREA_FIELDS: readonly Field[] = [
  { name: "code", type: "text", meaning: "Code of the small area." },
  { name: "name", type: "text", meaning: "Name of the small area." },
  { name: "place", type: "text", meaning: "Code of the place that its point lies in." },
  { name: "place_name", type: "text", meaning: "Name of that place." },
  { name: "region", type: "text", meaning: "Government Office region of that place." },
  {
    name: "rank",
    type: "integer",
    meaning: "1 for the highest score; ties share the better rank.",
  },
  { name: "score", type: "real", meaning: "Score of need; higher is more deprived." },
  {
    name: "change",
    type: "text",
    meaning:
      "What befell the areas that its score was carried from: unchanged, split, merged or irregular.",
  },
  { name: "people", type: "real", meaning: "People in it; empty where not known." },
  {
    name: "reach",
    type: "text",
    meaning: "How its point is reached: covers, within, or none, which is no recorded initiative.",
  },
  { name: "covered", type: "real", meaning: "Share of its ground under an outline, 0 to 1." },
  {
    name: "people_covered",
    type: "real",
    meaning: "People under an outline, its people spread evenly over it.",
  },
  { name: "depth", type: "integer", meaning: "Outlines over its point." },
  {
    name: "initiatives",
    type: "list",
    meaning: "Ids of the initiatives whose outlines cover at least 0.5 % of it.",
  },
];

/** The figures of a region or a place. */
export const COUNT_FIELDS: readonly Field[] = NEED_MEASURES.map(({ id, unit }) =>
  measureField(id, unit === "count" ? "integer" : "real"),
);

type MeasureId = (typeof NEED_MEASURES)[number]["id"];

/** How each figure is read off the counts; one without its line here does not compile. */
const VALUES: Record<MeasureId, (counts: NeedCounts) => Value> = {
  areas_covers: ({ areas }) => areas.covers,
  areas_within: ({ areas }) => areas.within,
  areas_none: ({ areas }) => areas.none,
  people_covers: ({ people }) => people.covers,
  people_within: ({ people }) => people.within,
  people_none: ({ people }) => people.none,
  best_fit_covers: ({ bestFit }) => bestFit.covers,
  best_fit_within: ({ bestFit }) => bestFit.within,
  best_fit_none: ({ bestFit }) => bestFit.none,
  none_share: ({ people }) => noneShare(people) ?? null,
  people_depth_2: ({ byDepth }) => byDepth[2]!,
  people_depth_3: ({ byDepth }) => byDepth[3]!,
  areas_without_people: ({ peopleUnknown }) => peopleUnknown,
  areas_carried: ({ carried }) => carried,
  elsewhere_people: ({ elsewhere }) => elsewhere.people,
  elsewhere_covered: ({ elsewhere }) => elsewhere.covered,
};

export const countValues = (counts: NeedCounts): Value[] =>
  NEED_MEASURES.map(({ id }) => VALUES[id](counts));
