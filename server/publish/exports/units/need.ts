/** Small areas in need: all of them, and those that nothing recorded reaches. */
import type { LoadedSmallAreas } from "../../../analysis/load-small-areas.ts";
import { hasSmallAreas } from "../../../analysis/small-area-layer.ts";
import { shapesOf } from "../../../analysis/sources.ts";
import type { ExportAsked } from "../../../contract/export-parameters.ts";
import { DEFAULT_SHARE } from "../../../contract/need.ts";
import { liveOutlines } from "../../../core/hotspots/depth.ts";
import type { Question } from "../../../core/hotspots/question.ts";
import { COVERS_SHARE } from "../../../core/hotspots/study-index.ts";
import { type UncoveredNeed, uncoveredNeed } from "../../../core/need/uncovered-need.ts";
import { unitAreas } from "../../../core/weights/area-split.ts";
import { STORE_GRID } from "../../../store/geometry-codec.ts";
import type { Table, Value } from "../export.ts";
import { aboutNeed } from "../need-about.ts";
import type { ExportContext, ExportUnit } from "../unit.ts";
import { SMALL_AREA_FIELDS } from "./need-fields.ts";

/** Every small area in need, most deprived first. */
export const need = {
  id: "need",
  title: "Small areas in need, and what reaches them",
  hasGround: true,
  isAnswered: hasSmallAreas,
  build: (context, question, _area, asked = {}) => needTable(context, question, asked, "need"),
} as const satisfies ExportUnit;

/** Those of them that no recorded initiative reaches. */
export const uncovered = {
  id: "uncovered",
  title: "Small areas in need with no recorded initiative",
  hasGround: true,
  isAnswered: hasSmallAreas,
  build: (context, question, _area, asked = {}) => needTable(context, question, asked, "uncovered"),
} as const satisfies ExportUnit;

function needTable(
  context: ExportContext,
  question: Question,
  { share = DEFAULT_SHARE, score }: ExportAsked,
  unit: "need" | "uncovered",
): Table {
  const small = context.smallAreas(score);
  const found = uncoveredNeed(context.index, small.smallAreas, question, share);
  const chosen = small.smallAreas.areas.flatMap((_, area) =>
    found.inNeed[area] && (unit === "need" || found.reaches[area]!.reach === "none") ? [area] : [],
  );
  chosen.sort((a, b) => found.ranks[a]! - found.ranks[b]! || a - b);
  const over = initiativesOver(context, small, found);
  const boundaries = chosen.map((area) => small.boundaryOf[area]!);
  const title =
    unit === "need"
      ? `small areas in need (the most deprived ${share}) on ${question.at}`
      : `small areas in need (the most deprived ${share}) with no recorded initiative on ${question.at}`;
  const parts = { unit, title, fields: SMALL_AREA_FIELDS, aboutPlaces: true };
  return {
    unit,
    fields: SMALL_AREA_FIELDS,
    rows: chosen.map((area) => rowOf(context, small, found, area, over[area]!)),
    ground: { shapes: shapesOf(context.db, boundaries), grid: STORE_GRID, crs: context.crs },
    about: aboutNeed(context, question, { share, score }, small, parts),
  };
}

/** An outline over less of an area than this runs along its edge: two drawings of one line. */
const LEAST_SHARE = 1 - COVERS_SHARE;

/** Small area -> ids, sorted, of the initiatives whose outlines cover some of it. */
function initiativesOver(
  { index }: ExportContext,
  { smallAreas: { areas, pieces } }: LoadedSmallAreas,
  found: UncoveredNeed,
): readonly (readonly string[])[] {
  const { study } = index;
  const live = liveOutlines(index, found.chosen.question);
  const whole = unitAreas(pieces, areas.length);
  const ground = areas.map(() => new Map<string, number>());
  for (const { unit, coveredBy, area } of pieces) {
    for (const outline of coveredBy) {
      if (live[outline] === 0) continue;
      const { id } = study.initiatives[study.outlines[outline]!.initiative]!;
      ground[unit]!.set(id, (ground[unit]!.get(id) ?? 0) + area);
    }
  }
  return ground.map((over, unit) =>
    [...over].flatMap(([id, area]) => (area >= whole[unit]! * LEAST_SHARE ? [id] : [])).sort(),
  );
}

function rowOf(
  { index }: ExportContext,
  { smallAreas }: LoadedSmallAreas,
  { ranks, reaches }: UncoveredNeed,
  area: number,
  initiatives: readonly string[],
): Value[] {
  const { code, name, place, score, change, people } = smallAreas.areas[area]!;
  const at = index.study.places[place];
  const { reach, covered, depth } = reaches[area]!;
  return [
    code,
    name,
    at?.code ?? null,
    at?.name ?? null,
    at?.region ?? null,
    ranks[area] ?? null,
    score ?? null,
    change,
    people ?? null,
    reach,
    covered,
    people === undefined ? null : people * covered,
    depth,
    initiatives,
  ];
}
