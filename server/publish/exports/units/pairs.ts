import { printedArea } from "../../../contract/printed-area.ts";
import type { Question } from "../../../core/hotspots/question.ts";
import type { Field, Table, Value } from "../export.ts";
import { measureField } from "../measure-field.ts";
import { aboutAnswer, type ExportContext, type ExportUnit } from "../unit.ts";
import { initiativesOf } from "./cells.ts";

const FIELDS: readonly Field[] = [
  { name: "pair", type: "text", meaning: "Both ids with a plus sign between them." },
  { name: "a", type: "text", meaning: "Id of the first initiative." },
  { name: "b", type: "text", meaning: "Id of the second initiative, after the first in order." },
  { name: "a_name", type: "text", meaning: "Name of the first initiative." },
  { name: "b_name", type: "text", meaning: "Name of the second initiative." },
  { name: "a_programme", type: "text", meaning: "Programme of the first initiative." },
  { name: "b_programme", type: "text", meaning: "Programme of the second initiative." },
  measureField("intersection_m2", "real"),
  { name: "a_m2", type: "real", meaning: "Ground of the first initiative." },
  { name: "b_m2", type: "real", meaning: "Ground of the second initiative." },
  measureField("jaccard", "real"),
  measureField("a_in_b", "real"),
  measureField("b_in_a", "real"),
];

/** Every two initiatives whose outlines share ground. */
export const pairs = {
  id: "pairs",
  title: "Initiatives that share ground, two by two",
  hasGround: false,
  build: pairsTable,
} as const satisfies ExportUnit;

function pairsTable(context: ExportContext, question: Question): Table {
  const { study } = context.loaded;
  const analysis = context.analyse(question);
  const { partition, pairs: shared } = analysis;
  const initiatives = initiativesOf(context, analysis);
  const rows = Array.from(shared.area, (area, i): readonly Value[] => {
    const [first, second] = [shared.a[i]!, shared.b[i]!]
      .map((source) => {
        const { id, name, programme } = study.initiatives[initiatives[source]!]!;
        const { code } = study.programmes[programme]!;
        return { id, name, code, area: partition.sourceArea[source]! };
      })
      .sort((one, other) => (one.id < other.id ? -1 : 1));
    const [a, b] = [first!, second!];
    return [
      `${a.id}+${b.id}`,
      a.id,
      b.id,
      a.name,
      b.name,
      a.code,
      b.code,
      printedArea(area),
      printedArea(a.area),
      printedArea(b.area),
      area / (a.area + b.area - area),
      area / a.area,
      area / b.area,
    ];
  });
  const title = `initiatives that share ground on ${question.at}`;
  return {
    unit: "pairs",
    fields: FIELDS,
    rows: rows.sort((a, b) => (a[0]! < b[0]! ? -1 : 1)),
    ground: undefined,
    about: aboutAnswer(context, question, { unit: "pairs", title, fields: FIELDS, analysis }),
  };
}
