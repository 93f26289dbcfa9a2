import { fileURLToPath } from "node:url";
import { AppError } from "../core/errors.ts";
import { pathFrom, type World } from "./world.ts";

/** Every setting: its variable, its flag, what it is without either. */
export const SETTINGS = [
  { variable: "PATCHWORK_DB", flag: "--db <file>", meaning: "the database" },
  { variable: "PATCHWORK_HOST", flag: "--host <host>", meaning: "address to listen on" },
  { variable: "PATCHWORK_PORT", flag: "--port <number>", meaning: "port to listen on" },
  { variable: "PATCHWORK_BASEMAP", flag: "--basemap <url>", meaning: "a style or tile address" },
  {
    variable: "PATCHWORK_PUBLIC_URL",
    flag: "--public-url <url>",
    meaning: "the address that others see, behind a proxy",
  },
  {
    variable: "PATCHWORK_OFFICIAL",
    flag: "--official <url>",
    meaning: "where official layers are fetched from",
  },
  { variable: "PATCHWORK_THREADS", flag: "--threads <number>", meaning: "threads to work with" },
] as const;

export const DEFAULT_DB = fileURLToPath(new URL("../../data/local/patchwork.db", import.meta.url));
export const DEFAULT_HOST = "127.0.0.1";
export const DEFAULT_PORT = 8080;

/** The database: flag, then variable, then the one of the checkout. */
export function dbPath(world: World, flag: string | undefined): string {
  const named = flag ?? world.env.PATCHWORK_DB;
  return named ? pathFrom(world, named) : DEFAULT_DB;
}

export interface ServeFlags {
  readonly db?: string;
  readonly host?: string;
  readonly port?: string;
  readonly basemap?: string;
  readonly publicUrl?: string;
}

export interface ServeSettings {
  readonly db: string;
  readonly host: string;
  readonly port: number;
  readonly basemap: string | undefined;
  readonly publicUrl: string | undefined;
}

/** @throws AppError input/invalid for a port that is none or an address that is none */
export function serveSettings(world: World, flags: ServeFlags): ServeSettings {
  const { env } = world;
  return {
    db: dbPath(world, flags.db),
    host: flags.host || env.PATCHWORK_HOST || DEFAULT_HOST,
    port: portOf(flags.port ?? env.PATCHWORK_PORT),
    basemap: webAddress("basemap", flags.basemap ?? env.PATCHWORK_BASEMAP),
    publicUrl: webAddress("public address", flags.publicUrl ?? env.PATCHWORK_PUBLIC_URL),
  };
}

function portOf(text: string | undefined): number {
  if (!text) return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new AppError("input/invalid", `"${text}" is no port. Name one from 0 to 65535.`, {
    port: text,
  });
}

export function webAddress(what: string, text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new AppError(
    "input/invalid",
    `"${text}" is no web address for the ${what}. Write it as https://example.org/style.json.`,
    { address: text },
  );
}
