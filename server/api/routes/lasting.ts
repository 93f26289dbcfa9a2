/** Addresses that last: the figures of the data that they name, or a word on what changed. */
import type { Request } from "express";
import { z } from "zod";
import { pageQuery, parsePageQuestion } from "../../contract/page-question.ts";
import { parse } from "../../contract/parse.ts";
import { AppError } from "../../core/errors.ts";
import { briefing } from "../../publish/briefing/briefing.ts";
import { withFigures } from "../../publish/figures/registry.ts";
import { keptContext, keptStudy } from "../../publish/kept/kept-context.ts";
import { withoutFigures } from "../../publish/kept/without-figures.ts";
import type { PageContext } from "../../publish/page-context.ts";
import { keptPage } from "../../publish/pages/kept-page.ts";
import { type PlainPage, plainPage } from "../../publish/pages/layout.ts";
import { type PinNotice, pinNoticeOf, todaysNotice } from "../../publish/pages/pin-notice.ts";
import type { Context } from "../context.ts";
import { pinnedVersion } from "../pinned-version.ts";
import { answered, version } from "../query.ts";
import type { Route } from "../route.ts";
import type { Held } from "../study-source.ts";
import { fieldsParameter } from "./exports.ts";
import { cellQuery, TODAYS_VIEWS } from "./lasting-views.ts";
import { plainOf, sendPage } from "./plain.ts";

/** Views whose figures are kept; those of the others are told as today's. */
const KEPT_VIEWS = ["briefing", "hotspots", "place"] as const;
type View = (typeof KEPT_VIEWS)[number];
export const VIEWS = [...KEPT_VIEWS, ...Object.keys(TODAYS_VIEWS)];

const params = z.object({
  version: z.string().describe("The first eight or more digits of a data version."),
  view: z.string().describe(`One of ${VIEWS.join(", ")}.`),
});
const query = z.strictObject({ ...pageQuery.shape, v: version });
const everyQuery = z.strictObject({
  ...query.shape,
  ...cellQuery,
  case: z.string().optional().describe("Of streams: id of a worked case."),
  unit: z.string().optional().describe("Of export: what a row is."),
  fields: fieldsParameter,
});

/** A view of the data that its address names. */
export const lasting: Route = {
  path: "/l/{version}/{view}",
  summary: "A view that pins its data: the same figures later, or what changed.",
  params,
  query: everyQuery,
  replies: { "text/html": undefined },
  async handle(context, request, response) {
    const asks = answered(request.query);
    const { version: digits, view } = parse(params, request.params);
    const held = context.held();
    const pinned = pinnedVersion(digits);
    const todays = TODAYS_VIEWS[view];
    if (todays) {
      const { study } = held.loaded;
      const same = held.dataVersion.startsWith(pinned);
      const notice = same ? undefined : todaysNotice(pinned, study, keptStudy(held.db, pinned));
      sendPage(response, held, plainPage(await todays(context, held, asks), study, notice));
      return;
    }
    parse(query, asks);
    const now = context.pageContext(held);
    const named = viewNamed(view);
    if (held.dataVersion.startsWith(pinned)) {
      sendPage(response, held, pageOf(named, context, held, now, asks, request));
      return;
    }
    const kept = keptContext(held.db, pinned, now);
    const notice = pinNoticeOf(pinned, held.loaded.study, kept?.index.study);
    if (!kept) {
      sendPage(response, held, pageOf(named, context, held, now, asks, request, notice));
      return;
    }
    const asked = parsePageQuestion(asks, kept.index.study);
    const page =
      named === "briefing"
        ? briefing(kept, withoutFigures(asked), notice)
        : plainPage(keptPage(kept, asked), kept.index.study, notice);
    sendPage(response, { dataVersion: kept.index.study.dataVersion }, page);
  },
};

function viewNamed(view: string): View {
  const found = KEPT_VIEWS.find((known) => known === view);
  if (found) return found;
  throw new AppError(
    "input/not-found",
    `There is no lasting view "${view}". Known: ${VIEWS.join(", ")}.`,
    { view, known: VIEWS },
  );
}

function pageOf(
  view: View,
  context: Context,
  held: Held,
  now: PageContext,
  asks: Record<string, unknown>,
  request: Request,
  notice?: PinNotice,
): string {
  const asked = withFigures(context.figures(held), parsePageQuestion(asks, held.loaded.study));
  if (view === "briefing") return briefing(now, asked, notice);
  const page: PlainPage = plainOf(context, held, asked, request.query.rows === "all");
  return plainPage(page, held.loaded.study, notice);
}
