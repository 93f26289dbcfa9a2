import { z } from "zod";
import { openApiOf } from "../openapi.ts";
import type { Route } from "../route.ts";

/** The description of every route, made from the same schemas that check them. */
export const openapi = (routes: () => readonly Route[]): Route => ({
  path: "/api/v1/openapi.json",
  summary: "This description (OpenAPI 3.1).",
  replies: { "application/json": z.object({ openapi: z.string() }).loose() },
  handle({ deps }, _request, response) {
    response.set("Cache-Control", "no-cache").json(openApiOf(routes(), deps.publicUrl));
  },
});
