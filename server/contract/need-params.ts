import type { Question } from "../core/hotspots/question.ts";
import type { NeedAsked } from "./need.ts";
import { questionParams } from "./question.ts";

/** A question and what need is asked with, as the parameters that ask it again. */
export const needParams = (question: Question, { share, score }: NeedAsked): [string, string][] => [
  ...questionParams(question),
  ["share", String(share)],
  ...(score === undefined ? [] : [["score", score] as [string, string]]),
];
