import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Request, Response } from "express";
import { z } from "zod";
import { aboutSchema } from "../../contract/about.ts";
import { EXPORT_PARAMETERS, exportAskedIn } from "../../contract/export-parameters.ts";
import { areaOf, regionParameter } from "../../contract/page-question.ts";
import { parse } from "../../contract/parse.ts";
import { fileName } from "../../publish/documents/registry.ts";
import { chooseFields, expectFields, fieldNames } from "../../publish/exports/choose-fields.ts";
import { aboutText, type Table } from "../../publish/exports/export.ts";
import { FORMATS } from "../../publish/exports/registry.ts";
import type { ExportUnit } from "../../publish/exports/unit.ts";
import { expectArea, formatOfUnit, UNITS, unitNamed } from "../../publish/exports/units.ts";
import type { Context } from "../context.ts";
import { etagOf, notModified } from "../etag.ts";
import { questionOf, questionOnly } from "../query.ts";
import type { Route } from "../route.ts";
import { taggedFile } from "../tagged-file.ts";

const unit = z.string().describe(`One of ${UNITS.map(({ id }) => id).join(", ")}.`);
const format = z.string().describe(`One of ${FORMATS.map(({ id }) => id).join(", ")}.`);
const params = z.object({ unit, format });
/** Fields of an export that are wanted. */
export const fieldsParameter = z
  .string()
  .optional()
  .describe("Only these fields, with commas between; the first of the unit always stays.");
const query = z.strictObject({
  ...questionOnly.shape,
  fields: fieldsParameter,
  region: regionParameter,
  place: z.string().optional().describe("Only this place, by its code; of the places alone."),
});

/** Everything that some export takes. */
const everyQuery = z.strictObject({
  ...query.shape,
  ...Object.assign({}, ...Object.values(EXPORT_PARAMETERS).map(({ shape }) => shape)),
});

/** What one export takes: another's parameter is refused. */
const queryOf = (id: string) => z.strictObject({ ...query.shape, ...EXPORT_PARAMETERS[id]?.shape });
const aboutParams = z.object({ unit });

/** What a file without room for it carries beside it: the same bytes as `<out>.meta.json`. */
export const exportAbout: Route = {
  path: "/export/{unit}.meta.json",
  summary: "What an export rests on: question, sources, certificate, completeness, citation.",
  params: aboutParams,
  query: everyQuery,
  replies: { "application/json": aboutSchema },
  async handle(context, request, response) {
    const known = unitNamed(parse(aboutParams, request.params).unit);
    const table = await tableOf(context, known, request, response);
    const text = aboutText(table.about);
    if (notModified(request, response, etagOf(text))) return;
    response.type("application/json").send(text);
  },
};

/** The same bytes as the command line gives for the same question. */
export const exportFile: Route = {
  path: "/export/{unit}.{format}",
  summary: "A file of the answer, the same bytes as the command line writes.",
  params,
  query: everyQuery,
  replies: Object.fromEntries(FORMATS.map(({ mediaType }) => [mediaType, undefined])),
  async handle(context, request, response) {
    const named = parse(params, request.params);
    const known = unitNamed(named.unit);
    const chosen = formatOfUnit(known, named.format);
    const { fields } = request.query;
    if (typeof fields === "string") expectFields(chosen, fieldNames(fields));
    const table = await tableOf(context, known, request, response);
    // Written once before a header goes out, so a refusal can still be a problem.
    const { etag, chunks } = await taggedFile(() => chosen.write(table));
    if (notModified(request, response, etag)) return;
    response.set("Content-Type", chosen.mediaType);
    const { question, data_version } = table.about;
    const name = fileName(known.id, question.at ?? "", data_version, chosen.id);
    response.set("Content-Disposition", `attachment; filename="${name}"`);
    const asked = request.originalUrl.split("?")[1];
    const beside = `/export/${known.id}.meta.json${asked ? `?${asked}` : ""}`;
    response.set("Link", `<${beside}>; rel="describedby"; type="application/json"`);
    await pipeline(Readable.from(chunks), response);
  },
};

async function tableOf(
  context: Context,
  unit: ExportUnit,
  request: Request,
  response: Response,
): Promise<Table> {
  const held = context.held();
  const { question, rest } = questionOf(queryOf(unit.id), request.query, held);
  const area = areaOf(held.loaded.study, rest.region, rest.place);
  expectArea(unit, area);
  response.set("Patchwork-Data", held.dataVersion);
  response.set("Cache-Control", "no-cache");
  const asked = exportAskedIn(unit.id, request.query);
  const table = await context.exportTable(held, unit, question, area, asked);
  return chooseFields(table, fieldNames(rest.fields));
}
