import { existsSync } from "node:fs";
import { join } from "node:path";
import compression from "compression";
import express, { type Express, type Request, type Response } from "express";
import { AppError } from "../core/errors.ts";
import { contextOf, type Deps } from "./context.ts";
import { errorHandler } from "./error-handler.ts";
import { expressPath } from "./route.ts";
import { ROUTES, UNBUILT_PATHS } from "./routes/registry.ts";
import { SCREEN_PATHS } from "./screen-paths.ts";
import { securityHeaders } from "./security.ts";

/**
 * The server as a function of what it serves: nothing is listened on and no clock is read, so a test
 * can ask it directly.
 */
export function createApp(deps: Deps): Express {
  const context = contextOf(deps);
  const app = express();
  app.disable("x-powered-by");
  // Tags are set where they are worth it, over the body and not over its compressed form.
  app.set("etag", false);
  app.use(securityHeaders(deps.basemap));
  app.use(compression({ filter: compressible }));
  for (const route of ROUTES) {
    const path = expressPath(route.path);
    app.get(path, (request, response) => route.handle(context, request, response));
    app.all(path, refuseMethod);
  }
  for (const path of UNBUILT_PATHS) app.use(path, notBuilt);
  serveApp(app, deps.clientDir);
  app.use(notFound);
  app.use(errorHandler);
  return app;
}

/** Tiles and FlatGeobuf shrink too, though their media types do not say so. */
function compressible(request: Request, response: Response): boolean {
  const type = String(response.getHeader("Content-Type") ?? "");
  return /vector-tile|flatgeobuf/.test(type) || compression.filter(request, response);
}

/** The built app. Its hashed files never change; the page that names them is always asked for. */
function serveApp(app: Express, clientDir: string): void {
  app.get([...SCREEN_PATHS], (_request, response) => {
    const page = join(clientDir, "index.html");
    if (!existsSync(page)) {
      throw new AppError("serve/no-app", 'The app is not built. Run "npm run build".', {});
    }
    response.set("Cache-Control", "no-cache");
    response.sendFile(page, { cacheControl: false, dotfiles: "allow" });
  });
  app.all([...SCREEN_PATHS], refuseMethod);
  // The page has no address but its screens', so that a link to one is always the same.
  app.all("/index.html", notFound);
  app.use(
    "/assets",
    express.static(join(clientDir, "assets"), { immutable: true, maxAge: "1y", index: false }),
  );
  app.use(express.static(clientDir, { index: false, maxAge: 0, redirect: false }));
}

function refuseMethod(request: Request, response: Response): void {
  response.set("Allow", "GET, HEAD");
  throw new AppError(
    "input/method",
    `${request.path} can only be read: use GET, not ${request.method}.`,
    { method: request.method },
  );
}

function notBuilt(request: Request): void {
  throw new AppError("not-built", `${request.baseUrl} is not built yet.`, {
    path: request.baseUrl,
  });
}

function notFound(request: Request): void {
  throw new AppError("input/not-found", `There is nothing at ${request.path}.`, {
    path: request.path,
  });
}
