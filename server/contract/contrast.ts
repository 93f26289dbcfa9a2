/** Money per head on both sides of an initiative's edge on the wire: GET /api/v1/contrast. */
import { z } from "zod";

const side = z.object({
  /** Null where not known. */
  people: z.number().nullable(),
  /** Recorded money per head; null where nobody is known to live or all money is unknown. */
  per_head: z.number().nullable(),
  /** Ids of initiatives there whose money or people are not known: not in `per_head`. */
  unknown: z.array(z.string()),
});

export const contrastReply = z.object({
  dataVersion: z.string(),
  question: z.record(z.string(), z.string()),
  /** How the money is divided, and what is not in it. */
  rule: z.array(z.string()),
  /** Where people are from; null where none are loaded. */
  people: z
    .object({
      id: z.string(),
      title: z.string(),
      vintage: z.string(),
      attribution: z.string(),
      licence: z.string(),
    })
    .nullable(),
  initiatives: z.array(
    z.object({
      id: z.string(),
      programme: z.string(),
      name: z.string(),
      /** Printed for the year of the date; null where nothing was. */
      money: z.number().nullable(),
      money_label: z.string().nullable(),
      /** People on its ground by area split, by best fit, and the range over unit sizes (M-W4). */
      people: z.number().nullable(),
      people_best_fit: z.number().nullable(),
      people_least: z.number().nullable(),
      people_most: z.number().nullable(),
      /** Metres of its edge that lie between places. */
      edge_m: z.number(),
      inside: side,
      outside: side,
      /** Inside over outside; null where either is not known whole, or the outside is 0. */
      ratio: z.number().nullable(),
    }),
  ),
});
export type ContrastReply = z.infer<typeof contrastReply>;
