import { z } from "zod";
import { problemReply } from "../contract/replies.ts";
import type { Route } from "./route.ts";

/** The OpenAPI 3.1 document of some routes. */
export function openApiOf(routes: readonly Route[], publicUrl: string | undefined) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Patchwork",
      version: "1",
      description: "Where area-based initiatives overlap, with a certificate on the figures.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: publicUrl ?? "/" }],
    paths: Object.fromEntries(routes.map((route) => [route.path, { get: operation(route) }])),
    components: { schemas: { Problem: jsonSchema(problemReply, "output") } },
  };
}

function operation(route: Route) {
  return {
    summary: route.summary,
    operationId: route.path.replace(/\W+/g, "_").replace(/^_|_$/g, ""),
    parameters: [...parametersOf(route.params, "path"), ...parametersOf(route.query, "query")],
    responses: {
      200: {
        description: "Done.",
        headers: {
          "Patchwork-Data": {
            description: "The data version that figures rest on.",
            schema: { type: "string" },
          },
        },
        content: Object.fromEntries(
          Object.entries(route.replies).map(([type, schema]) => [
            type.split(";")[0]!,
            schema ? { schema: jsonSchema(schema, "output") } : {},
          ]),
        ),
      },
      ...Object.fromEntries(
        Object.entries(route.otherStatuses ?? {}).map(([status, description]) => [
          status,
          { description },
        ]),
      ),
      default: {
        description: "What went wrong, and what to do.",
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    },
  };
}

function parametersOf(schema: z.ZodObject | undefined, where: "path" | "query") {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, "input");
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...shape } =
      typeof property === "object" ? property : { description: undefined };
    return {
      name,
      in: where,
      required: where === "path" || required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema: shape,
    };
  });
}

function jsonSchema(schema: z.ZodType, io: "input" | "output") {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, target: "draft-2020-12" });
  return rest;
}
