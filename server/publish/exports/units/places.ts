import { shapesOf, studySources } from "../../../analysis/sources.ts";
import { PLACE_MEASURES } from "../../../contract/measures.ts";
import type { Area } from "../../../contract/page-question.ts";
import type { Question } from "../../../core/hotspots/question.ts";
import { type PlaceRow, rankPlaces } from "../../../core/hotspots/ranking.ts";
import { STORE_GRID } from "../../../store/geometry-codec.ts";
import type { Field, Table } from "../export.ts";
import { measureField } from "../measure-field.ts";
import { aboutAnswer, type ExportContext, type ExportUnit } from "../unit.ts";

type MeasureId = (typeof PLACE_MEASURES)[number]["id"];

/** How each measure is read off a row; a measure without its line here does not compile. */
const VALUES: Record<MeasureId, (row: PlaceRow) => number | undefined> = {
  covers: (row) => row.covers,
  touches: (row) => row.touches,
  within: (row) => row.within,
  undated: (row) => row.undated,
  all: (row) => row.all,
  funders: (row) => row.funders,
  started: (row) => row.started,
  ended: (row) => row.ended,
  ending: (row) => row.ending,
  ending_money: (row) => row.endingMoney,
  ending_money_known: (row) => row.endingMoneyKnown,
  rule_changes: (row) => row.ruleChanges,
  churn: (row) => row.churn,
  rank: (row) => row.rank,
};

const FIELDS: readonly Field[] = [
  { name: "code", type: "text", meaning: "Code of the place in its reference layer." },
  { name: "name", type: "text", meaning: "Name of the place." },
  { name: "region", type: "text", meaning: "Government Office region." },
  ...PLACE_MEASURES.map(({ id, unit }) =>
    measureField(id, unit === "gbp" || unit === "per-year" ? "real" : "integer"),
  ),
];

/** The places of England in order of what falls on them. */
export const places = {
  id: "places",
  title: "Places by the initiatives that fall on them",
  hasGround: true,
  takesArea: true,
  build: placesTable,
} as const satisfies ExportUnit;

function placesTable(context: ExportContext, question: Question, area?: Area): Table {
  const { db, index, crs } = context;
  const region = area?.kind === "region" ? area.region : undefined;
  // A place keeps the rank that it has in England.
  const ranked = rankPlaces(index, question, "cover", region).filter(
    ({ place }) => area?.kind !== "place" || place === area.place,
  );
  const { places: stored } = studySources(db);
  const rows = ranked.map((row) => {
    const { code, name, region } = index.study.places[row.place]!;
    return [code, name, region, ...PLACE_MEASURES.map(({ id }) => VALUES[id](row) ?? null)];
  });
  const title = `places by initiatives on ${question.at}`;
  return {
    unit: "places",
    fields: FIELDS,
    rows,
    ground: {
      shapes: shapesOf(
        db,
        ranked.map(({ place }) => stored[place]!.boundary),
      ),
      grid: STORE_GRID,
      crs,
    },
    about: aboutAnswer(context, question, {
      unit: "places",
      title,
      fields: FIELDS,
      aboutPlaces: true,
      area,
    }),
  };
}
