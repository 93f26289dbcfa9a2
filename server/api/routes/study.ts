import { studyReply, toStudyReply } from "../../contract/study.ts";
import { etagOf, notModified } from "../etag.ts";
import type { Route } from "../route.ts";
import type { Held } from "../study-source.ts";

const bodies = new WeakMap<Held, { readonly text: string; readonly etag: string }>();

/** Written out once for each study held. */
function bodyOf(held: Held) {
  const known = bodies.get(held);
  if (known) return known;
  const text = JSON.stringify(toStudyReply(held.loaded.study));
  const body = { text, etag: etagOf(text) };
  bodies.set(held, body);
  return body;
}

/** Everything the app needs to answer any question by itself. */
export const study: Route = {
  path: "/api/v1/study",
  summary: "Programmes, initiatives, outlines, indications, places and cells: the whole study.",
  replies: { "application/json": studyReply },
  otherStatuses: { 304: "The asker has this study already." },
  handle(context, request, response) {
    const held = context.held();
    const { text, etag } = bodyOf(held);
    response.set("Patchwork-Data", held.dataVersion);
    response.set("Cache-Control", "no-cache");
    if (notModified(request, response, etag)) return;
    response.type("application/json").send(text);
  },
};
