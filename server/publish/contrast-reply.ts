/** What /api/v1/contrast answers and the export `contrast` holds. */
import type { LoadedStudy } from "../analysis/load-study.ts";
import type { Readings } from "../analysis/readings.ts";
import type { ContrastReply } from "../contract/contrast.ts";
import { questionParams } from "../contract/question.ts";
import { contrasts, type Side } from "../core/contrast/contrast.ts";
import { liveOutlines } from "../core/hotspots/depth.ts";
import type { Question } from "../core/hotspots/question.ts";
import type { StudyIndex } from "../core/hotspots/study-index.ts";
import type { Study } from "../core/model.ts";
import { peopleCounts } from "../core/need/people-in-outlines.ts";
import { pounds } from "../core/units.ts";

export interface ContrastFrom extends Pick<Readings, "neighbours" | "printed"> {
  readonly loaded: LoadedStudy;
  readonly index: StudyIndex;
}

/** Each fact in a sentence, for a screen and for a file. */
export const CONTRAST_RULE = [
  "Money is what was printed for an initiative for the year of the date: the allocation before the award before the spend.",
  "It is divided evenly among the people on the initiative's ground; main programmes, such as a council's own budget, are not in it.",
  "A side is the cells along the edge, weighted by the people on them. Where the money or people of any initiative there are not known there is no ratio.",
  "An edge against the sea, or against ground outside every place, is no edge to a neighbour.",
];

/** Contrast across the edge of every initiative with an outline, the largest first. */
export function toContrastReply(
  { loaded, index, neighbours, printed: printedOf }: ContrastFrom,
  question: Question,
): ContrastReply {
  const { study } = loaded;
  const { peopled, edges } = neighbours();
  const money = printedOf();
  const printed = study.initiatives.map(({ id }) => money(id, question.at));
  const found = contrasts(index, question, {
    edges,
    people: peopled.areaSplit,
    money: printed.map((year) => (year ? pounds(year.amount) : undefined)),
  });
  const live = liveOutlines(index, question);
  const counts = peopleCounts(peopled, study.outlines.length);
  return {
    dataVersion: study.dataVersion,
    question: Object.fromEntries(questionParams(question)),
    rule: CONTRAST_RULE,
    people: peopled.source ?? null,
    initiatives: found.map(({ initiative, length, inside, outside, ratio }) => {
      const { id, name, programme } = study.initiatives[initiative]!;
      const outline = index.outlinesOf[initiative]!.find((own) => live[own] === 1)!;
      const { areaSplit, bestFit, range } = counts[outline]!;
      const year = printed[initiative];
      return {
        id,
        programme: study.programmes[programme]!.code,
        name,
        money: year?.amount ?? null,
        money_label: year?.label ?? null,
        people: areaSplit ?? null,
        people_best_fit: bestFit ?? null,
        people_least: range?.least ?? null,
        people_most: range?.most ?? null,
        edge_m: length,
        inside: sideReply(study, inside),
        outside: sideReply(study, outside),
        ratio: ratio ?? null,
      };
    }),
  };
}

const sideReply = ({ initiatives }: Study, { people, perHead, unknown }: Side) => ({
  people: people ?? null,
  per_head: perHead ?? null,
  unknown: unknown.map((initiative) => initiatives[initiative]!.id),
});
