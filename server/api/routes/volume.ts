import type { z } from "zod";
import { volumeReply } from "../../contract/volume.ts";
import { yearLabelOf } from "../../core/funding/financial-year.ts";
import { volume } from "../../core/funding/measures/volume.ts";
import { entriesFor } from "../../core/funding/money-question.ts";
import { toPounds } from "../../core/units.ts";
import { questionOf, questionOnly } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

/** What each department put in each year (PAT 17 §5.73). */
export const volumeByYear: Route = {
  path: "/api/v1/volume",
  summary: "The sum of activity by department and financial year, each pound once.",
  query: questionOnly,
  replies: { "application/json": volumeReply },
  handle(context, request, response) {
    const held = context.held();
    const { question } = questionOf(questionOnly, request.query, held);
    const { ledger, programmeOf } = context.readings(held).funding();
    const entries = entriesFor(programmeOf, question, ledger.entries);
    const rows = volume(
      entries.map(({ stream, year, amount, basis }) => ({
        department: stream.department,
        year,
        amount,
        assumed: basis === "spread evenly, assumed",
      })),
    );
    sendFigures(response, held, {
      dataVersion: held.dataVersion,
      rows: rows.map((row) => ({
        ...row,
        year: yearLabelOf(row.year),
        amount: toPounds(row.amount),
        assumed: toPounds(row.assumed),
      })),
    } satisfies z.infer<typeof volumeReply>);
  },
};
