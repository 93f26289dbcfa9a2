/** Money per head on both sides of each initiative's edge. */
import { printedArea } from "../../../contract/printed-area.ts";
import type { Question } from "../../../core/hotspots/question.ts";
import { toContrastReply } from "../../contrast-reply.ts";
import type { Field, Table } from "../export.ts";
import { aboutAnswer, type ExportContext, type ExportUnit } from "../unit.ts";

const FIELDS: readonly Field[] = [
  { name: "id", type: "text", meaning: "Id of the initiative." },
  { name: "programme", type: "text", meaning: "Code of its programme." },
  { name: "name", type: "text", meaning: "Its name." },
  {
    name: "money_gbp",
    type: "real",
    meaning: "Printed for the year of the date; empty where nothing was.",
  },
  { name: "money_label", type: "text", meaning: "Which figure that is." },
  {
    name: "people",
    type: "real",
    meaning: "People on its ground, those of a small area spread evenly over it.",
    definition: "M-W1",
  },
  {
    name: "people_best_fit",
    type: "real",
    meaning: "The same, all of a small area going with its point.",
    definition: "M-W2",
  },
  {
    name: "people_least",
    type: "real",
    meaning: "The least of the counts from small areas and from whole places.",
    definition: "M-W4",
  },
  { name: "people_most", type: "real", meaning: "The most of them.", definition: "M-W4" },
  { name: "edge_m", type: "real", meaning: "Metres of its edge that lie between places." },
  { name: "inside_people", type: "real", meaning: "People of the cells along the edge, inside." },
  {
    name: "inside_per_head_gbp",
    type: "real",
    meaning:
      "Recorded money for each of them, of all initiatives there; 0 where none is recorded, empty " +
      "where all of it is unknown, a lower bound where some is.",
  },
  {
    name: "inside_unknown",
    type: "list",
    meaning: "Initiatives there whose money or people are not known: not in the figure.",
  },
  { name: "outside_people", type: "real", meaning: "People of the cells along the edge, outside." },
  { name: "outside_per_head_gbp", type: "real", meaning: "As inside_per_head_gbp, outside." },
  { name: "outside_unknown", type: "list", meaning: "As inside_unknown, outside." },
  {
    name: "ratio",
    type: "real",
    meaning:
      "Inside over outside; empty where either is not known whole, or nothing is recorded outside.",
  },
];

/** The initiatives with an outline on the date, the largest contrast first. */
export const contrast = {
  id: "contrast",
  title: "Money per head across each initiative's edge",
  hasGround: false,
  build: contrastTable,
} as const satisfies ExportUnit;

function contrastTable(context: ExportContext, question: Question): Table {
  const { initiatives } = toContrastReply(context, question);
  const rows = initiatives.map((row) => [
    row.id,
    row.programme,
    row.name,
    row.money,
    row.money_label,
    row.people,
    row.people_best_fit,
    row.people_least,
    row.people_most,
    printedArea(row.edge_m),
    row.inside.people,
    row.inside.per_head,
    row.inside.unknown,
    row.outside.people,
    row.outside.per_head,
    row.outside.unknown,
    row.ratio,
  ]);
  return {
    unit: "contrast",
    fields: FIELDS,
    rows,
    ground: undefined,
    about: aboutAnswer(context, question, {
      unit: "contrast",
      title: `money per head across edges on ${question.at}`,
      fields: FIELDS,
    }),
  };
}
