/**
 * Views of which the study that is kept holds no figures: fit, money and files. Their lasting address
 * shows today's, and says what changed since (docs/decisions/0042-lasting-links-of-every-screen.md).
 */
import { z } from "zod";
import { parse } from "../../contract/parse.ts";
import type { PlainPage } from "../../publish/pages/layout.ts";
import type { Context } from "../context.ts";
import type { Held } from "../study-source.ts";
import { exportOf } from "./plain-export.ts";
import { matrixOf, openedOf } from "./plain-fit.ts";
import { streamsPage } from "./plain-money.ts";

type Page = (
  context: Context,
  held: Held,
  asks: Record<string, unknown>,
) => PlainPage | Promise<PlainPage>;

/** A cell of the matrix, as the screen names it. */
export const cellQuery = {
  body: z.string().optional().describe("Of coterminosity: id of the initiative that is opened."),
  tier: z.string().optional().describe("Of coterminosity: the layer that it is held against."),
  ref: z.string().optional().describe("Of coterminosity: code of the area."),
};

/** View -> today's page of it. */
export const TODAYS_VIEWS: Readonly<Record<string, Page>> = {
  coterminosity: (context, held, { body, tier, ref, ...asks }) => {
    const cell = parse(z.object(cellQuery), { body, tier, ref });
    if (cell.body === undefined || cell.tier === undefined) return matrixOf(context, held, asks);
    const at = typeof asks.at === "string" ? asks.at : undefined;
    return openedOf(context, held, {
      initiative: cell.body,
      layer: cell.tier,
      reference: cell.ref,
      at,
    });
  },
  streams: streamsPage,
  export: exportOf,
};
