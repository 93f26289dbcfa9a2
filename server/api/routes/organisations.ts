import { z } from "zod";
import { organisationsReply, toOrganisationsReply } from "../../contract/organisations.ts";
import { parse } from "../../contract/parse.ts";
import { version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

const query = z.strictObject({ v: version });

/** Every organisation that takes part anywhere, with its initiatives. */
export const organisations: Route = {
  path: "/api/v1/organisations",
  summary: "Organisations and the initiatives that they take part in.",
  query,
  replies: { "application/json": organisationsReply },
  handle(context, request, response) {
    parse(query, request.query);
    const held = context.held();
    const { memberships } = context.readings(held).funding();
    const known = new Set(held.loaded.study.initiatives.map(({ id }) => id));
    const reply = toOrganisationsReply(held.dataVersion, memberships, known);
    sendFigures(response, held, reply);
  },
};
