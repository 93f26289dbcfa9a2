import { shapesOf, studySources } from "../../../analysis/sources.ts";
import type { Area } from "../../../contract/page-question.ts";
import { FIGURES } from "../../../core/hotspots/place-figures.ts";
import type { Question } from "../../../core/hotspots/question.ts";
import { rankPlaces } from "../../../core/hotspots/ranking.ts";
import { STORE_GRID } from "../../../store/geometry-codec.ts";
import { FIGURE_UNITS, findFigures } from "../../figures/registry.ts";
import { figureSources } from "../../figures/sources.ts";
import type { Field, Table, Value } from "../export.ts";
import { aboutAnswer, type ExportContext, type ExportUnit } from "../unit.ts";

const FIELDS: readonly Field[] = [
  { name: "code", type: "text", meaning: "Code of the place in its reference layer." },
  { name: "name", type: "text", meaning: "Name of the place." },
  { name: "region", type: "text", meaning: "Government Office region." },
  ...FIGURES.flatMap((id): Field[] => {
    const { title, unit } = FIGURE_UNITS[id];
    return [
      { name: id, type: "real", meaning: `${title}: ${unit}; empty where it cannot be told.` },
      {
        name: `${id}_at_least`,
        type: "text",
        meaning: "true where something that belongs in it is not recorded: this much or more.",
      },
      {
        name: `${id}_note`,
        type: "text",
        meaning: "What it is made of, or why it cannot be told.",
      },
    ];
  }),
];

/** Every figure of every place of England, as list and map rank and colour by them. */
export const figures = {
  id: "figures",
  title: "Places with people, money, claims, burden and need",
  hasGround: true,
  takesArea: true,
  build: figuresTable,
} as const satisfies ExportUnit;

function figuresTable(context: ExportContext, question: Question, area?: Area): Table {
  const { db, index, crs } = context;
  const sources = figureSources(context);
  const found = FIGURES.map((id) => findFigures(sources, question, id).places);
  const region = area?.kind === "region" ? area.region : undefined;
  const ranked = rankPlaces(index, question, "cover", region).filter(
    ({ place }) => area?.kind !== "place" || place === area.place,
  );
  const { places: stored } = studySources(db);
  const rows = ranked.map(({ place }): Value[] => {
    const { code, name, region } = index.study.places[place]!;
    const values = found.flatMap((places): Value[] => {
      const { value, atLeast, note } = places.get(place)!;
      return [value ?? null, String(atLeast), note];
    });
    return [code, name, region, ...values];
  });
  const shapes = shapesOf(
    db,
    ranked.map(({ place }) => stored[place]!.boundary),
  );
  return {
    unit: "figures",
    fields: FIELDS,
    rows,
    ground: { shapes, grid: STORE_GRID, crs },
    about: aboutAnswer(context, question, {
      unit: "figures",
      title: `figures of places on ${question.at}`,
      fields: FIELDS,
      aboutPlaces: true,
      area,
    }),
  };
}
