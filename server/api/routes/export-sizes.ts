import { z } from "zod";
import { exportSizesReply } from "../../contract/exports-reply.ts";
import { parse } from "../../contract/parse.ts";
import { chooseFields, fieldNames } from "../../publish/exports/choose-fields.ts";
import { sizesOf, UNITS, unitNamed } from "../../publish/exports/units.ts";
import { questionOf, questionOnly } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";
import { fieldsParameter } from "./exports.ts";

const params = z.object({
  unit: z.string().describe(`One of ${UNITS.map(({ id }) => id).join(", ")}.`),
});
const query = z.strictObject({ ...questionOnly.shape, fields: fieldsParameter });

/** How large each file of an export will be: written once and counted, so no estimate. */
export const exportSizes: Route = {
  path: "/api/v1/exports/{unit}/sizes",
  summary: "Bytes of an export in each of its formats, before anyone downloads it.",
  params,
  query,
  replies: { "application/json": exportSizesReply },
  async handle(context, request, response) {
    const unit = unitNamed(parse(params, request.params).unit);
    const held = context.held();
    const { question, rest } = questionOf(query, request.query, held);
    const whole = await context.exportTable(held, unit, question);
    const table = chooseFields(whole, fieldNames(rest.fields));
    sendFigures(response, held, {
      dataVersion: held.dataVersion,
      unit: unit.id,
      rows: table.rows.length,
      sizes: sizesOf(unit, whole, table).map(({ format, bytes }) => ({ format: format.id, bytes })),
    });
  },
};
