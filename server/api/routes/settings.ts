import { hasSmallAreas } from "../../analysis/small-area-layer.ts";
import { settingsReply } from "../../contract/replies.ts";
import type { Route } from "../route.ts";

/** How the server was set up, as far as the app must know. */
export const settings: Route = {
  path: "/api/v1/settings",
  summary: "The basemap that was named, if one was, and whether need can be looked at.",
  replies: { "application/json": settingsReply },
  handle(context, _request, response) {
    const held = context.held();
    response.set("Cache-Control", "no-cache").json({
      basemap: context.deps.basemap ?? null,
      smallAreas: hasSmallAreas(held.db),
      tiers: context
        .readings(held)
        .tiers()
        .map(({ layer: { id, title } }) => ({ id, title })),
    });
  },
};
