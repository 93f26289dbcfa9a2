import { z } from "zod";
import { type ChangesReply, changesReply, toChanges } from "../../contract/changes.ts";
import { parse } from "../../contract/parse.ts";
import { changesBetween } from "../../core/hotspots/changes.ts";
import { keptStudy } from "../../publish/kept/kept-context.ts";
import { changesWords } from "../../publish/pages/changes-words.ts";
import { pinnedVersion } from "../pinned-version.ts";
import { version } from "../query.ts";
import { sendFigures } from "../reply.ts";
import type { Route } from "../route.ts";

const query = z.strictObject({
  since: z.string().describe("The first eight or more digits of a data version."),
  v: version,
});

/** What changed between earlier data and those held. */
export const changes: Route = {
  path: "/api/v1/changes",
  summary: "What changed since a data version: initiatives, programmes, outlines, places.",
  query,
  replies: { "application/json": changesReply },
  handle(context, request, response) {
    const since = pinnedVersion(parse(query, request.query).since);
    const held = context.held();
    const { dataVersion } = held;
    const none = { dataVersion, changes: null, sentences: [] };
    if (dataVersion.startsWith(since)) {
      const reply: ChangesReply = { ...none, since: dataVersion, found: "same" };
      return sendFigures(response, held, reply);
    }
    const before = keptStudy(held.db, since);
    if (!before) {
      const reply: ChangesReply = { ...none, since, found: "lost" };
      return sendFigures(response, held, reply);
    }
    const found = changesBetween(before, held.loaded.study);
    const reply: ChangesReply = {
      dataVersion,
      since: before.dataVersion,
      found: "kept",
      changes: toChanges(found),
      sentences: changesWords(found),
    };
    sendFigures(response, held, reply);
  },
};
