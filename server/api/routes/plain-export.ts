/** Exports as a page that needs no script. */
import { z } from "zod";
import { parsePageQuestion } from "../../contract/page-question.ts";
import { parse } from "../../contract/parse.ts";
import { questionQuery } from "../../contract/question.ts";
import { chooseFields, fieldNames } from "../../publish/exports/choose-fields.ts";
import { answeredUnits, unitNamed } from "../../publish/exports/units.ts";
import { exportPage } from "../../publish/pages/export-page.ts";
import { type PlainPage, plainPage } from "../../publish/pages/layout.ts";
import type { Context } from "../context.ts";
import { answered, version } from "../query.ts";
import type { Route } from "../route.ts";
import type { Held } from "../study-source.ts";
import { fieldsParameter } from "./exports.ts";
import { sendPage } from "./plain.ts";

const query = z.strictObject({
  ...questionQuery.shape,
  unit: z.string().optional().describe("What a row is; cells where none is given."),
  fields: fieldsParameter,
  v: version,
});

/** One export: fields, first rows, files with their sizes. */
export const plainExport: Route = {
  path: "/plain/export",
  summary: "An export as a page: its fields, how it begins, its files and their sizes.",
  query,
  replies: { "text/html": undefined },
  async handle(context, request, response) {
    const held = context.held();
    const page = await exportOf(context, held, answered(request.query));
    sendPage(response, held, plainPage(page, held.loaded.study));
  },
};

/** @throws AppError as `unitNamed` and `chooseFields` */
export async function exportOf(
  context: Context,
  held: Held,
  asks: Record<string, unknown>,
): Promise<PlainPage> {
  const { unit: id = "cells", fields: names } = parse(query, asks);
  const { study } = held.loaded;
  const { unit: _, fields: __, ...question } = asks;
  const asked = parsePageQuestion(question, study);
  const unit = unitNamed(id);
  const fields = fieldNames(names);
  const whole = await context.exportTable(held, unit, asked.question);
  const files = { unit, whole, chosen: chooseFields(whole, fields), fields };
  return exportPage(study, asked, answeredUnits(held.db), files);
}
