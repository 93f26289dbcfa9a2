/** Files taken in as pages that need no script, from the same replies as the API. */
import { z } from "zod";
import { parse } from "../../contract/parse.ts";
import { checkPage, checksPage } from "../../publish/pages/checks-page.ts";
import { plainPage } from "../../publish/pages/layout.ts";
import { versionList } from "../../publish/version-list.ts";
import { version } from "../query.ts";
import type { Route } from "../route.ts";
import { checkParams, checkReplyOf, checksReplyOf } from "./checks.ts";
import { sendPage } from "./plain.ts";

const listQuery = z.strictObject({
  thing: z.string().optional().describe("Only versions of this initiative, layer or set."),
  v: version,
});
const oneQuery = z.strictObject({ v: version });

/** Every report and every version. */
export const plainChecks: Route = {
  path: "/plain/checks",
  summary: "The files that were taken in and every version of the data as a page.",
  query: listQuery,
  replies: { "text/html": undefined },
  handle(context, request, response) {
    const { thing } = parse(listQuery, request.query);
    const held = context.held();
    const page = checksPage(checksReplyOf(held).checks, versionList(held.db, thing), thing);
    sendPage(response, held, plainPage(page, held.loaded.study));
  },
};

/** One report. */
export const plainCheck: Route = {
  path: "/plain/checks/{id}",
  summary: "One stored check report as a page.",
  params: checkParams,
  query: oneQuery,
  replies: { "text/html": undefined },
  handle(context, request, response) {
    parse(oneQuery, request.query);
    const { id } = parse(checkParams, request.params);
    const held = context.held();
    const made = versionList(held.db).filter(({ check }) => check === id);
    const page = checkPage(checkReplyOf(held, id), made);
    sendPage(response, held, plainPage(page, held.loaded.study));
  },
};
