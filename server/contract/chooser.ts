/** Possible boundaries of a partnership on the wire: GET /api/v1/chooser, `choose --json`. */
import { z } from "zod";

export const chooserQuery = z.object({
  initiative: z.string().optional().describe("Ids of initiatives, with commas between."),
  place: z.string().optional().describe("Instead: every initiative recorded at this place."),
});
export type ChooserAsked = z.output<typeof chooserQuery>;

const placeName = z.object({ code: z.string(), name: z.string() });

export const chooserReply = z.object({
  dataVersion: z.string(),
  question: z.record(z.string(), z.string()),
  /** What the list is and is not. */
  advice: z.array(z.string()),
  initiatives: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** People in each place that it lies in; null where not known. */
      places: z.array(placeName.extend({ people: z.number().nullable() })),
    }),
  ),
  /** How many arrangements were looked at; the list holds the best of them. */
  considered: z.number().int(),
  candidates: z.array(
    z.object({
      rank: z.number().int(),
      kind: z.enum(["districts", "tier", "union"]),
      label: z.string(),
      /** Places that would work together, a list a partnership; every other place has its own. */
      partnerships: z.array(z.array(placeName)),
      unsplit: z.number().int(),
      people_inside: z.number().nullable(),
      people_unknown: z.number().int(),
      initiatives: z.array(
        z.object({ id: z.string(), inside: z.number().nullable(), whole: z.boolean() }),
      ),
      /** Areas of other layers that a partnership fills: partners whose patch matches. */
      matches: z.array(z.string()),
    }),
  ),
});
export type ChooserReply = z.infer<typeof chooserReply>;
