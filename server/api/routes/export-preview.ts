import { z } from "zod";
import { exportPreviewReply, exportsReply } from "../../contract/exports-reply.ts";
import { parse } from "../../contract/parse.ts";
import { DOCUMENTS } from "../../publish/documents/registry.ts";
import { answeredUnits, formatsOf, UNITS, unitNamed } from "../../publish/exports/units.ts";
import { questionOf, questionOnly, version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

/** Rows that are shown before anyone downloads. */
const PREVIEW_ROWS = 10;

const params = z.object({
  unit: z.string().describe(`One of ${UNITS.map(({ id }) => id).join(", ")}.`),
});
const nothing = z.strictObject({ v: version });

/** Everything that can be taken away, with its formats. */
export const exportsList: Route = {
  path: "/api/v1/exports",
  summary: "What can be taken away: units and documents with their formats.",
  query: nothing,
  replies: { "application/json": exportsReply },
  handle(context, request, response) {
    parse(nothing, request.query);
    const held = context.held();
    sendFigures(response, held, {
      dataVersion: held.dataVersion,
      units: answeredUnits(held.db).map((unit) => ({
        id: unit.id,
        title: unit.title,
        hasGround: unit.hasGround,
        formats: formatsOf(unit).map(named),
      })),
      documents: DOCUMENTS.map(({ id, title, formats }) => ({
        id,
        title,
        formats: formats.map(named),
      })),
    });
  },
};

const named = ({ id, title, mediaType }: { id: string; title: string; mediaType: string }) => ({
  id,
  title,
  mediaType,
});

/** How an export begins: its fields with their meaning, ten rows, and what it rests on. */
export const exportPreview: Route = {
  path: "/api/v1/exports/{unit}",
  summary: "The first ten rows of an export, its fields, and all that it carries.",
  params,
  query: questionOnly,
  replies: { "application/json": exportPreviewReply },
  async handle(context, request, response) {
    const unit = unitNamed(parse(params, request.params).unit);
    const held = context.held();
    const { question } = questionOf(questionOnly, request.query, held);
    const { fields, rows, about } = await context.exportTable(held, unit, question);
    sendFigures(response, held, {
      dataVersion: held.dataVersion,
      unit: unit.id,
      total: rows.length,
      fields,
      rows: rows.slice(0, PREVIEW_ROWS),
      about,
    });
  },
};
