import { z } from "zod";
import { fitGroundReply } from "../../contract/fit-ground.ts";
import { AppError } from "../../core/errors.ts";
import { fitGround } from "../../publish/fit-ground.ts";
import { questionOf, questionOnly } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

const query = z.strictObject({
  ...questionOnly.shape,
  layer: z.string().describe("Id of a reference layer, as `list references` gives it."),
});

/** Gap and overspill of a chosen set of bodies against a chosen tier. */
export const fitOnMap: Route = {
  path: "/api/v1/fit/ground",
  summary: "Gap and overspill of the bodies of a question against one tier, with their ground.",
  query,
  replies: { "application/json": fitGroundReply },
  handle(context, request, response) {
    const held = context.held();
    const { question, rest } = questionOf(query, request.query, held);
    const fits = context.fits(held);
    const fit = fits.find(({ tier }) => tier.layer.id === rest.layer);
    if (fit === undefined) {
      const known = fits.map(({ tier }) => tier.layer.id);
      throw new AppError(
        "input/not-found",
        `There is no tier "${rest.layer}". Known: ${known.join(", ")}.`,
        { layer: rest.layer, known },
      );
    }
    const { loaded, index } = held;
    const { toLonLat } = context.deps.crs;
    sendFigures(
      response,
      held,
      fitGround({ loaded, index, cut: context.cuts(held), toLonLat }, question, fit),
    );
  },
};
