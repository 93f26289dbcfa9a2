/** The same statements, lists and tables as server-made HTML, without script. */
import { readFileSync } from "node:fs";
import type { Request, Response } from "express";
import { z } from "zod";
import { type PageQuestion, pageQuery, parsePageQuestion } from "../../contract/page-question.ts";
import { parse } from "../../contract/parse.ts";
import { questionQuery } from "../../contract/question.ts";
import { withFigures } from "../../publish/figures/registry.ts";
import { hotspotsPage } from "../../publish/pages/hotspots-page.ts";
import { initiativePage } from "../../publish/pages/initiative-page.ts";
import { type PlainPage, plainPage } from "../../publish/pages/layout.ts";
import { placePage, placesPage } from "../../publish/pages/place-page.ts";
import { programmesPage } from "../../publish/pages/programmes-page.ts";
import { startPage } from "../../publish/pages/start-page.ts";
import { tokensCss } from "../../publish/tokens.ts";
import type { Context } from "../context.ts";
import { answered, version } from "../query.ts";
import type { Route } from "../route.ts";
import type { Held } from "../study-source.ts";
import { toInitiativeReply } from "./initiative.ts";
import { placesReplyOf } from "./places.ts";
import { stackReplyOf } from "./stack.ts";

const HTML = { "text/html": undefined };
const nothing = z.strictObject({ v: version });
const { place: _, ...overall } = pageQuery.shape;
const listQuery = z.strictObject({
  ...overall,
  rows: z.enum(["all"]).optional().describe("all shows every row of the list."),
  v: version,
});
const placeQuery = z.strictObject({ ...questionQuery.shape, v: version });

interface PlainRoute {
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query: z.ZodObject;
  readonly page: (
    held: Held,
    query: Record<string, unknown>,
    request: Request,
    context: Context,
  ) => PlainPage;
}

const askedOf = (held: Held, query: Record<string, unknown>): PageQuestion =>
  parsePageQuestion(query, held.loaded.study);

const PAGES: readonly PlainRoute[] = [
  {
    path: "/plain",
    summary: "The way in, without script.",
    query: nothing,
    page: (held) => startPage(held.index, askedOf(held, {})),
  },
  {
    path: "/plain/hotspots",
    summary: "The ranked list of places as a page, with a form that asks anew.",
    query: listQuery,
    page: (held, query, _request, context) =>
      plainOf(
        context,
        held,
        withFigures(context.figures(held), askedOf(held, query)),
        query.rows === "all",
      ),
  },
  {
    path: "/plain/places",
    summary: "Every place by region.",
    query: nothing,
    page: (held) => placesPage(held.index),
  },
  {
    path: "/plain/place/{code}",
    summary: "Everything on one place as a page.",
    params: z.object({ code: z.string().describe("Code of the place.") }),
    query: placeQuery,
    page: (held, query, request, context) =>
      plainOf(
        context,
        held,
        askedOf(held, { ...query, place: String(request.params.code) }),
        false,
      ),
  },
  {
    path: "/plain/initiative/{id}",
    summary: "One initiative as a page.",
    params: z.object({ id: z.string().describe("Id in the registry, such as HAZ-01.") }),
    query: nothing,
    page: (held, _query, request) =>
      initiativePage(toInitiativeReply(held, String(request.params.id))),
  },
  {
    path: "/plain/programmes",
    summary: "Every programme, and how much of each is held.",
    query: nothing,
    page: (held) => programmesPage(held.loaded.study),
  },
];

/** The list of a question, or the page of its place, as the API replies to it. */
export function plainOf(
  context: Context,
  held: Held,
  asked: PageQuestion,
  whole: boolean,
): PlainPage {
  const { area, question } = asked;
  if (area.kind === "place")
    return placePage(held.index, asked, stackReplyOf(context, held, question, area.place));
  const region = area.kind === "region" ? area.region : undefined;
  return hotspotsPage(held.index, asked, placesReplyOf(held, asked, region), whole);
}

/** The pages that need no script. */
export const plainRoutes: readonly Route[] = PAGES.map(({ page, ...route }) => ({
  ...route,
  replies: HTML,
  handle(context, request, response) {
    const query = answered(request.query);
    parse(route.query, query);
    const held = context.held();
    sendPage(response, held, plainPage(page(held, query, request, context), held.loaded.study));
  },
}));

export function sendPage(
  response: Response,
  { dataVersion }: Pick<Held, "dataVersion">,
  page: string,
): void {
  response.set("Patchwork-Data", dataVersion);
  response.set("Cache-Control", "no-cache");
  response.type("html").send(page);
}

const STYLE = new URL("../../publish/pages/plain.css", import.meta.url);

/** How those pages look: the app's tokens and one small sheet. */
export const plainStyle: Route = {
  path: "/plain/style.css",
  summary: "The style sheet of the plain pages.",
  replies: { "text/css": undefined },
  handle(_context, _request, response) {
    response.set("Cache-Control", "public, max-age=300");
    response.type("css").send(`${tokensCss()}\n${readFileSync(STYLE, "utf8")}`);
  },
};
