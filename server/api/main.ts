import type { Server } from "node:http";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { AppError } from "../core/errors.ts";
import { NATIONAL_GRID, statedCrs } from "../ingest/crs.ts";
import { createApp } from "./app.ts";
import { studySource } from "./study-source.ts";

export interface ServeOptions {
  readonly db: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl?: string | undefined;
  readonly basemap?: string | undefined;
}

export interface Serving {
  /** Where to look, such as `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Let requests under way end, then stop. */
  readonly close: () => Promise<void>;
}

/** The address that others reach a server at, without a slash at its end. */
export function publicAddress({ publicUrl, host, port }: Omit<ServeOptions, "db">): string {
  return (publicUrl ?? httpAddress(host, port)).replace(/\/+$/, "");
}

const httpAddress = (host: string, port: number) =>
  `http://${host.includes(":") ? `[${host}]` : host}:${port}`;

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** How long requests under way may take to end, once asked to. */
const GRACE = 3000;

/**
 * Serve a database.
 *
 * @throws AppError store/* where it cannot be read, serve/port where the port cannot be had
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { printed, toLonLat, fromLonLat } = await statedCrs(NATIONAL_GRID, "");
  const source = studySource(options.db, fromLonLat);
  try {
    source.current();
    let reached = publicAddress(options);
    const app = createApp({
      source,
      crs: { id: printed, toLonLat, fromLonLat },
      clientDir: folder("../../dist/client"),
      dataDir: folder("../../data"),
      basemap: options.basemap,
      publicUrl: options.publicUrl,
      address: () => reached,
    });
    const server = createServer(app);
    const address = await listen(server, options);
    reached = publicAddress({ ...options, port: Number(new URL(address).port) });
    return { address: options.publicUrl ?? address, close: () => closed(server, source.close) };
  } catch (cause) {
    source.close();
    throw cause;
  }
}

function listen(server: Server, { host, port }: ServeOptions): Promise<string> {
  return new Promise((done, failed) => {
    server.once("error", (cause: NodeJS.ErrnoException) => failed(portError(cause, host, port)));
    server.listen(port, host, () => {
      const bound = server.address();
      const taken = typeof bound === "object" && bound ? bound.port : port;
      done(httpAddress(host, taken));
    });
  });
}

function portError(cause: NodeJS.ErrnoException, host: string, port: number): unknown {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is in use. Stop what uses it, or give another with --port.`,
    EACCES: `Port ${port} on ${host} may not be used by this user. Give another with --port.`,
    EADDRNOTAVAIL: `This machine has no address ${host}. Give another with --host.`,
    ENOTFOUND: `There is no host ${host}. Give another with --host.`,
  };
  const reason = reasons[cause.code ?? ""];
  return reason ? new AppError("serve/port", reason, { host, port }) : cause;
}

function closed(server: Server, after: () => void): Promise<void> {
  return new Promise((done) => {
    const late = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearTimeout(late);
      after();
      done();
    });
    server.closeIdleConnections();
  });
}
