import { z } from "zod";
import { chooserQuery, chooserReply } from "../../contract/chooser.ts";
import { questionQuery } from "../../contract/question.ts";
import { toChooserReply } from "../../publish/chooser-reply.ts";
import { questionOf, version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

const query = z.strictObject({ ...questionQuery.shape, ...chooserQuery.shape, v: version });

/** Possible boundaries of a local strategic partnership. */
export const chooser: Route = {
  path: "/api/v1/chooser",
  summary: "Possible boundaries of a partnership, by what each would do to chosen initiatives.",
  query,
  replies: { "application/json": chooserReply },
  handle(context, request, response) {
    const held = context.held();
    const { question, rest } = questionOf(query, request.query, held);
    const { initiative, place } = rest;
    const sources = { ...held, neighbours: context.readings(held).neighbours() };
    sendFigures(response, held, toChooserReply(sources, question, { initiative, place }));
  },
};
