/** A figure of every place on the wire: GET /api/v1/figures/{figure}. */
import { z } from "zod";
import { FIGURES, type FoundFigures, type PlaceFigure } from "../core/hotspots/place-figures.ts";
import type { Question } from "../core/hotspots/question.ts";
import type { Study } from "../core/model.ts";
import { questionParams } from "./question.ts";

export const placeFigureSchema = z.object({
  /** Null where it cannot be told; 0 is a figure. */
  value: z.number().nullable(),
  /** True where something that belongs in it is not recorded: this much or more. */
  at_least: z.boolean(),
  /** What it is made of, or why it cannot be told. */
  note: z.string(),
});

export const figuresReply = z.object({
  dataVersion: z.string(),
  question: z.record(z.string(), z.string()),
  figure: z.enum(FIGURES),
  title: z.string(),
  unit: z.string(),
  rule: z.string(),
  source: z.string(),
  grade: z.string(),
  /** Why it cannot be told of any place; null where it can be of some. */
  missing: z.string().nullable(),
  /** Every ranked place, by code. */
  places: z.array(placeFigureSchema.extend({ code: z.string() })),
});
export type FiguresReply = z.infer<typeof figuresReply>;

export const toPlaceFigure = ({ value, atLeast, note }: PlaceFigure) => ({
  value: value ?? null,
  at_least: atLeast,
  note,
});

export function toFiguresReply(
  { dataVersion, places }: Study,
  question: Question,
  { id, missing, places: found, ...words }: FoundFigures,
): FiguresReply {
  return {
    dataVersion,
    question: Object.fromEntries(questionParams(question)),
    figure: id,
    ...words,
    missing: missing ?? null,
    places: [...found].map(([place, figure]) => ({
      code: places[place]!.code,
      ...toPlaceFigure(figure),
    })),
  };
}
