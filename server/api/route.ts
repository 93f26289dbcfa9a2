import type { Request, Response } from "express";
import type { z } from "zod";
import type { Context } from "./context.ts";

/** What a route answers with, by media type; a schema where the body is JSON. */
export type Replies = Readonly<Record<string, z.ZodType | undefined>>;

/** One resource: all that the server, the OpenAPI document and the tests need to know of it. */
export interface Route {
  /** As OpenAPI writes it: `/tiles/{layer}/{z}/{x}/{y}.mvt`. */
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly replies: Replies;
  /** Statuses beside 200 that are no failure. */
  readonly otherStatuses?: Readonly<Record<number, string>>;
  readonly handle: (context: Context, request: Request, response: Response) => Promise<void> | void;
}

/** `/a/{b}.mvt` as express writes it: `/a/:b.mvt`. */
export const expressPath = (path: string) => path.replace(/\{(\w+)\}/g, ":$1");
