import { z } from "zod";
import { needAreasReply, needQuery, needReply, placeNeedReply } from "../../contract/need.ts";
import { parse } from "../../contract/parse.ts";
import { questionQuery } from "../../contract/question.ts";
import { toNeedAreasReply, toNeedReply, toPlaceNeedReply } from "../../publish/need-reply.ts";
import { questionOf, version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

const query = z.strictObject({ ...questionQuery.shape, ...needQuery.shape, v: version });
const params = z.object({ code: z.string().describe("Code of the place.") });

/** Uncovered need: the whole, by region and by place. */
export const need: Route = {
  path: "/api/v1/need",
  summary: "People in the most deprived small areas, by whether an initiative is recorded there.",
  query,
  replies: { "application/json": needReply },
  handle(context, request, response) {
    const held = context.held();
    const { question, rest } = questionOf(query, request.query, held);
    const small = context.readings(held).smallAreas(rest.score);
    const { loaded, index } = held;
    sendFigures(response, held, toNeedReply({ loaded, index, small }, question, rest));
  },
};

/** What reaches each small area in need: for the map's tiles of `need`. */
export const needAreas: Route = {
  path: "/api/v1/need/areas",
  summary: "Every small area in need by what reaches it, to colour the tiles of need.",
  query,
  replies: { "application/json": needAreasReply },
  handle(context, request, response) {
    const held = context.held();
    const { question, rest } = questionOf(query, request.query, held);
    const small = context.readings(held).smallAreas(rest.score);
    const { loaded, index } = held;
    sendFigures(response, held, toNeedAreasReply({ loaded, index, small }, question, rest));
  },
};

/** The small areas of one place. */
export const placeNeed: Route = {
  path: "/api/v1/places/{code}/need",
  summary: "The small areas of one place, most deprived first, and what reaches each.",
  params,
  query,
  replies: { "application/json": placeNeedReply },
  handle(context, request, response) {
    const held = context.held();
    const { question, rest } = questionOf(query, request.query, held);
    const { code } = parse(params, request.params);
    const small = context.readings(held).smallAreas(rest.score);
    const { loaded, index } = held;
    sendFigures(response, held, toPlaceNeedReply({ loaded, index, small }, question, rest, code));
  },
};
