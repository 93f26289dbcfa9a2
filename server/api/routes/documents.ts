import { z } from "zod";
import { pageQuery, parsePageQuestion } from "../../contract/page-question.ts";
import { parse } from "../../contract/parse.ts";
import { briefing } from "../../publish/documents/briefing.ts";
import type { ExportDocument } from "../../publish/documents/document.ts";
import { map } from "../../publish/documents/map.ts";
import { documentFormat, fileName } from "../../publish/documents/registry.ts";
import { withFigures } from "../../publish/figures/registry.ts";
import { DEFAULT_SCALE, scaleNamed } from "../../publish/map-svg/png.ts";
import { etagOf, notModified } from "../etag.ts";
import { answered, version } from "../query.ts";
import type { Route } from "../route.ts";

const params = z.object({ format: z.string().describe("svg or png.") });
const query = z.strictObject({
  ...pageQuery.shape,
  scale: z.string().optional().describe(`Pixels to a unit of a PNG; ${DEFAULT_SCALE} without it.`),
  v: version,
});

/** The map of a question as a file: the same bytes as `export map` writes. */
export const mapFile: Route = {
  path: "/export/map.{format}",
  summary: "A map of England, a region or a place: one SVG, or a PNG of it.",
  params,
  query,
  replies: Object.fromEntries(map.formats.map(({ mediaType }) => [mediaType, undefined])),
  handle: (context, request, response) =>
    sendDocument(map, parse(params, request.params).format, "inline", context, request, response),
};

const briefingQuery = z.strictObject({ ...pageQuery.shape, v: version });

/** The briefing as a file to keep: the same bytes as `export briefing` writes. */
export const briefingFile: Route = {
  path: "/export/briefing.html",
  summary: "One A4 page of a question or a place, in one file that asks nothing of anybody.",
  query: briefingQuery,
  replies: { "text/html": undefined },
  handle: (context, request, response) =>
    sendDocument(briefing, "html", "attachment", context, request, response),
};

/** The same page, to look at and print. */
export const briefingPage: Route = {
  path: "/briefing",
  summary: "The briefing to look at: the same page as the file.",
  query: briefingQuery,
  replies: { "text/html": undefined },
  handle: (context, request, response) =>
    sendDocument(briefing, "html", "inline", context, request, response),
};

async function sendDocument(
  document: ExportDocument,
  named: string,
  disposition: "inline" | "attachment",
  ...[context, request, response]: Parameters<Route["handle"]>
): Promise<void> {
  const asks = answered(request.query);
  const { scale } = parse(document === map ? query : briefingQuery, asks) as { scale?: string };
  const format = documentFormat(document, named);
  const held = context.held();
  const asked = withFigures(context.figures(held), parsePageQuestion(asks, held.loaded.study));
  const body = await document.make(context.pageContext(held), asked, format.id, scaleNamed(scale));
  response.set("Patchwork-Data", held.dataVersion);
  response.set("Cache-Control", "no-cache");
  if (notModified(request, response, etagOf(body))) return;
  response.set("Content-Type", format.mediaType);
  const name = fileName(document.id, asked.question.at, held.dataVersion, format.id);
  response.set("Content-Disposition", `${disposition}; filename="${name}"`);
  response.send(typeof body === "string" ? body : Buffer.from(body));
}
