/** Need by region and by place. */
import { hasSmallAreas } from "../../../analysis/small-area-layer.ts";
import { shapesOf, studySources } from "../../../analysis/sources.ts";
import type { ExportAsked } from "../../../contract/export-parameters.ts";
import { DEFAULT_SHARE } from "../../../contract/need.ts";
import type { Question } from "../../../core/hotspots/question.ts";
import { worstFirst } from "../../../core/need/by-reach.ts";
import { type UncoveredNeed, uncoveredNeed } from "../../../core/need/uncovered-need.ts";
import { STORE_GRID } from "../../../store/geometry-codec.ts";
import type { Field, Ground, Table, Value } from "../export.ts";
import { aboutNeed } from "../need-about.ts";
import type { ExportContext, ExportUnit } from "../unit.ts";
import { COUNT_FIELDS, countValues } from "./need-fields.ts";

const REGION: Field = { name: "region", type: "text", meaning: "Government Office region." };
const PLACE: readonly Field[] = [
  { name: "code", type: "text", meaning: "Code of the place in its reference layer." },
  { name: "name", type: "text", meaning: "Name of the place." },
];

/** The regions of England, by name. */
export const needRegions = {
  id: "need-regions",
  title: "Need by region",
  hasGround: false,
  isAnswered: hasSmallAreas,
  build: (context, question, _area, asked = {}) =>
    countsTable(context, question, asked, {
      unit: "need-regions",
      fields: [REGION, ...COUNT_FIELDS],
      rows: ({ regions }) =>
        [...regions].map(([region, counts]) => [region, ...countValues(counts)]),
      ground: () => undefined,
    }),
} as const satisfies ExportUnit;

/** The places that have a small area: those with most people in need and none recorded first. */
export const needPlaces = {
  id: "need-places",
  title: "Need by place",
  hasGround: true,
  isAnswered: hasSmallAreas,
  build: (context, question, _area, asked = {}) =>
    countsTable(context, question, asked, {
      unit: "need-places",
      fields: [...PLACE, REGION, ...COUNT_FIELDS],
      rows: (found) =>
        placesByNeed(found).map((place) => {
          const { code, name, region } = context.loaded.study.places[place]!;
          return [code, name, region, ...countValues(found.places.get(place)!)];
        }),
      ground(found) {
        const { places } = studySources(context.db);
        const boundaries = placesByNeed(found).map((place) => places[place]!.boundary);
        return { shapes: shapesOf(context.db, boundaries), grid: STORE_GRID, crs: context.crs };
      },
    }),
} as const satisfies ExportUnit;

/** Places with most people in need and nothing recorded first, then by how many are in need. */
export const placesByNeed = ({ places }: UncoveredNeed): number[] =>
  [...places]
    .sort(([a, one], [b, other]) => worstFirst(one.people, other.people) || a - b)
    .map(([place]) => place);

interface Parts {
  readonly unit: string;
  readonly fields: readonly Field[];
  readonly rows: (found: UncoveredNeed) => Value[][];
  readonly ground: (found: UncoveredNeed) => Ground | undefined;
}

function countsTable(
  context: ExportContext,
  question: Question,
  { share = DEFAULT_SHARE, score }: ExportAsked,
  { unit, fields, rows, ground }: Parts,
): Table {
  const small = context.smallAreas(score);
  const found = uncoveredNeed(context.index, small.smallAreas, question, share);
  const by = unit === "need-regions" ? "region" : "place";
  const title = `need (the most deprived ${share} of small areas) by ${by} on ${question.at}`;
  const parts = { unit, title, fields, aboutPlaces: true };
  return {
    unit,
    fields,
    rows: rows(found),
    ground: ground(found),
    about: aboutNeed(context, question, { share, score }, small, parts),
  };
}
