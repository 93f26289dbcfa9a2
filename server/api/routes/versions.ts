import { z } from "zod";
import { parse } from "../../contract/parse.ts";
import {
  outlinesReply,
  toVersionReply,
  versionReply,
  versionsReply,
} from "../../contract/versions.ts";
import { AppError } from "../../core/errors.ts";
import { versionList } from "../../publish/version-list.ts";
import { versionOutlines as outlinesAt } from "../../publish/version-outlines.ts";
import { versionTable } from "../../store/version.ts";
import { version as v } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

const number = z.coerce.number().int().describe("Number of the version.");
const params = z.object({ version: number });
const listQuery = z.strictObject({
  id: z.string().optional().describe("Only versions of this initiative, layer or set."),
  v,
});
const outlineQuery = z.strictObject({
  id: z.string().describe("An initiative or a reference layer."),
  v,
});

/** Every change of the data, oldest first. */
export const versions: Route = {
  path: "/api/v1/versions",
  summary: "Every change of the data, with its source and what it concerns.",
  query: listQuery,
  replies: { "application/json": versionsReply },
  handle(context, request, response) {
    const { id } = parse(listQuery, request.query);
    const held = context.held();
    const { dataVersion, db } = held;
    sendFigures(response, held, { dataVersion, versions: versionList(db, id) });
  },
};

/** One change of the data. */
export const version: Route = {
  path: "/api/v1/versions/{version}",
  summary: "One change of the data, with its source and what it concerns.",
  params,
  query: z.strictObject({ v }),
  replies: { "application/json": versionReply },
  handle(context, request, response) {
    parse(z.strictObject({ v }), request.query);
    const { version: wanted } = parse(params, request.params);
    const held = context.held();
    const table = versionTable(held.db);
    const found = table.find(wanted);
    if (!found) {
      throw new AppError("input/not-found", `There is no version ${wanted}.`, { version: wanted });
    }
    const reply = toVersionReply(found, table.items(wanted));
    sendFigures(response, held, { dataVersion: held.dataVersion, ...reply });
  },
};

/** The outlines of one thing as they stood. */
export const versionOutlines: Route = {
  path: "/api/v1/versions/{version}/outlines",
  summary: "The outlines of an initiative or a layer as they stood right after a version.",
  params,
  query: outlineQuery,
  replies: { "application/geo+json": outlinesReply },
  handle(context, request, response) {
    const { id } = parse(outlineQuery, request.query);
    const { version: wanted } = parse(params, request.params);
    const held = context.held();
    const text = outlinesAt(held.db, id, wanted, context.deps.crs.toLonLat);
    response.set("Patchwork-Data", held.dataVersion);
    response.set("Cache-Control", "no-cache");
    response.type("application/geo+json").send(text);
  },
};
