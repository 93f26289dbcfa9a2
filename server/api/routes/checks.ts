/** Stored check reports: the list, one of them, and its repairs drawn. */
import { z } from "zod";
import {
  type CheckReply,
  type ChecksReply,
  checkReply,
  checkReport,
  checksReply,
  storedCheckReply,
} from "../../contract/check-report.ts";
import { parse } from "../../contract/parse.ts";
import { AppError } from "../../core/errors.ts";
import { repairMap } from "../../publish/map-svg/repair-map.ts";
import { checkReportTable } from "../../store/check-report.ts";
import { version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";
import type { Held } from "../study-source.ts";

const query = z.strictObject({ v: version });
export const checkParams = z.object({
  id: z.coerce.number().int().describe("Number of the report."),
});

/** Every report without its body, newest first. */
export const checksReplyOf = ({ db, dataVersion }: Held): ChecksReply => ({
  dataVersion,
  checks: checkReportTable(db).all().map(storedCheckReply),
});

/** @throws AppError input/not-found */
export function checkReplyOf({ db, dataVersion }: Held, id: number): CheckReply {
  const table = checkReportTable(db);
  const found = table.find(id);
  if (!found) throw noReport(id);
  const report = checkReport.parse(table.report(id));
  return {
    dataVersion,
    ...storedCheckReply(found),
    drawings: [...table.drawings(id).keys()],
    report,
  };
}

/** What was found in the files that were taken in. */
export const checks: Route = {
  path: "/api/v1/checks",
  summary: "Reports of the files that were taken in, newest first.",
  query,
  replies: { "application/json": checksReply },
  handle(context, request, response) {
    parse(query, request.query);
    const held = context.held();
    sendFigures(response, held, checksReplyOf(held));
  },
};

/** One report, as it was when its file was taken in. */
export const check: Route = {
  path: "/api/v1/checks/{id}",
  summary: "One report: every problem with its place, and the repairs proposed.",
  params: checkParams,
  query,
  replies: { "application/json": checkReply },
  handle(context, request, response) {
    parse(query, request.query);
    const held = context.held();
    sendFigures(response, held, checkReplyOf(held, parse(checkParams, request.params).id));
  },
};

const noReport = (id: number) =>
  new AppError("input/not-found", `There is no check report ${id}.`, { id });

const pictureQuery = z.strictObject({
  columns: z
    .enum(["1", "2"])
    .default("2")
    .describe("Pictures side by side; 1 has them under one another, for a narrow screen."),
  v: version,
});
const pictureParams = checkParams.extend({
  repair: z.string().describe("Id of a repair of the report, such as 12:redraw."),
});

/** One proposal, before and after. */
export const repairPicture: Route = {
  path: "/api/v1/checks/{id}/repairs/{repair}.svg",
  summary: "A repair drawn: the outline before and after it, whole and close up.",
  params: pictureParams,
  query: pictureQuery,
  replies: { "image/svg+xml": undefined },
  handle(context, request, response) {
    const columns = Number(parse(pictureQuery, request.query).columns);
    const { db, dataVersion } = context.held();
    const { id, repair } = parse(pictureParams, request.params);
    const stored = checkReportTable(db).report(id);
    if (stored === undefined) throw noReport(id);
    const report = checkReport.parse(stored);
    const wish = { check: id, report, repair, columns };
    const drawn = repairMap(db, wish, context.deps.crs.fromLonLat);
    if (drawn === undefined) {
      throw new AppError(
        "input/not-found",
        `Report ${id} keeps no outline that "${repair}" would repair.`,
        { id, repair },
      );
    }
    response.set("Patchwork-Data", dataVersion);
    response.set("Cache-Control", "no-cache");
    response.type("image/svg+xml").send(drawn);
  },
};
