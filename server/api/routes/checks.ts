import { z } from "zod";
import { checkReply, checkReport, checksReply } from "../../contract/check-report.ts";
import { parse } from "../../contract/parse.ts";
import { AppError } from "../../core/errors.ts";
import { checkReportTable, type StoredCheck } from "../../store/check-report.ts";
import { version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

const query = z.strictObject({ v: version });
const params = z.object({ id: z.coerce.number().int().describe("Number of the report.") });

/** What was found in the files that were taken in. */
export const checks: Route = {
  path: "/api/v1/checks",
  summary: "Reports of the files that were taken in, newest first.",
  query,
  replies: { "application/json": checksReply },
  handle(context, request, response) {
    parse(query, request.query);
    const held = context.held();
    const { dataVersion, db } = held;
    sendFigures(response, held, { dataVersion, checks: checkReportTable(db).all().map(toReply) });
  },
};

/** One report, as it was when its file was taken in. */
export const check: Route = {
  path: "/api/v1/checks/{id}",
  summary: "One report: every problem with its place, and the repairs proposed.",
  params,
  query,
  replies: { "application/json": checkReply },
  handle(context, request, response) {
    parse(query, request.query);
    const held = context.held();
    const { id } = parse(params, request.params);
    const table = checkReportTable(held.db);
    const found = table.find(id);
    if (!found) throw new AppError("input/not-found", `There is no check report ${id}.`, { id });
    const report = checkReport.parse(table.report(id));
    sendFigures(response, held, { dataVersion: held.dataVersion, ...toReply(found), report });
  },
};

const toReply = ({ id, checkedAt, file, sha256, problems, versions }: StoredCheck) => ({
  id,
  checked_at: checkedAt,
  file,
  sha256: `sha256:${sha256}`,
  problems,
  versions: [...versions],
});
