import { healthReply } from "../../contract/replies.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

/** Whether the database can be read: 503 and why where it cannot. */
export const health: Route = {
  path: "/healthz",
  summary: "200 and the data version, or 503 and why.",
  replies: { "application/json": healthReply },
  handle(context, _request, response) {
    context.deps.source.check();
    const held = context.held();
    sendFigures(response, held, { ok: true, dataVersion: held.dataVersion });
  },
};
