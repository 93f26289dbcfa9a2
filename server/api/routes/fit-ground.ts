import { z } from "zod";
import { fitGroundReply } from "../../contract/fit-ground.ts";
import { fitGround } from "../../publish/fit-ground.ts";
import { questionOf, questionOnly } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";
import { tierNamed } from "../tier-named.ts";

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
    const fit = tierNamed(context, held, rest.layer);
    const { loaded, index } = held;
    const { toLonLat } = context.deps.crs;
    sendFigures(
      response,
      held,
      fitGround({ loaded, index, cut: context.cuts(held), toLonLat }, question, fit),
    );
  },
};
