import type { QuestionAnalysis } from "../../../analysis/analyse-question.ts";
import type { Question } from "../../../core/hotspots/question.ts";
import { cellRows } from "../cell-rows.ts";
import type { Field, Table } from "../export.ts";
import { joinShapes } from "../join-shapes.ts";
import { measureField } from "../measure-field.ts";
import { aboutAnswer, type ExportContext, type ExportUnit } from "../unit.ts";
import { largestDepths } from "./largest-depths.ts";

const FIELDS: readonly Field[] = [
  { name: "cell", type: "text", meaning: "A hash of the sorted ids of the initiatives." },
  {
    name: "kind",
    type: "text",
    meaning: "cell, or hole: ground enclosed by outlines and covered by none.",
  },
  measureField("depth", "integer"),
  measureField("depth_max", "integer"),
  { name: "sources", type: "list", meaning: "Ids of the initiatives that cover it, sorted." },
  { name: "programmes", type: "list", meaning: "Codes of their programmes, sorted, each once." },
  measureField("area_m2", "real"),
];

/** Ground by the set of initiatives whose outlines cover it. */
export const cells = {
  id: "cells",
  title: "Ground by the initiatives that cover it",
  hasGround: true,
  build: cellsTable,
} as const satisfies ExportUnit;

function cellsTable(context: ExportContext, question: Question): Table {
  const { study } = context.loaded;
  const analysis = context.analyse(question);
  const { partition } = analysis;
  const initiatives = initiativesOf(context, analysis);
  const ids = initiatives.map((initiative) => study.initiatives[initiative]!.id);
  const shapes = joinShapes([partition.cells, partition.holes]);
  const found = cellRows(partition, ids);
  const depths = found.map(({ depth }) => depth);
  const deepest = largestDepths(context, question, { shapes, grid: partition.grid }, depths);
  const rows = found.map((row, i) => {
    const programmes = row.sources.map(
      (source) => study.programmes[study.initiatives[initiatives[source]!]!.programme]!.code,
    );
    const codes = [...new Set(programmes)].sort();
    return [row.cell, row.kind, row.depth, deepest[i]!, row.ids, codes, row.area];
  });
  const title = `initiatives by ground on ${question.at}`;
  return {
    unit: "cells",
    fields: FIELDS,
    rows,
    ground: { shapes, grid: partition.grid, crs: context.crs },
    about: aboutAnswer(context, question, { unit: "cells", title, fields: FIELDS, analysis }),
  };
}

/** Source of the partition -> its initiative. */
export const initiativesOf = ({ loaded }: ExportContext, { outlines }: QuestionAnalysis) =>
  outlines.map((outline) => loaded.study.outlines[outline]!.initiative);
