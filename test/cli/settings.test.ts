import { expect, test } from "vitest";
import { DEFAULT_DB, dbPath, serveSettings } from "../../server/cli/settings.ts";
import type { World } from "../../server/cli/world.ts";

const world = (env: World["env"]): World => ({
  out: process.stdout,
  err: process.stderr,
  env,
  cwd: "/somewhere",
  terminal: false,
  onInterrupt: () => () => {},
});
const failure = (code: string) => expect.objectContaining({ name: "AppError", code });

test("a flag goes before its variable, a variable before what is built in", () => {
  const env = {
    PATCHWORK_DB: "mine.db",
    PATCHWORK_HOST: "0.0.0.0",
    PATCHWORK_PORT: "9000",
    PATCHWORK_BASEMAP: "https://tiles.example.org/a",
    PATCHWORK_PUBLIC_URL: "https://maps.example.org",
  };
  expect(serveSettings(world(env), {})).toEqual({
    db: "/somewhere/mine.db",
    host: "0.0.0.0",
    port: 9000,
    basemap: "https://tiles.example.org/a",
    publicUrl: "https://maps.example.org",
  });
  const flags = { db: "/other.db", host: "::1", port: "0", basemap: "http://b.example.org" };
  expect(serveSettings(world(env), flags)).toMatchObject({ ...flags, port: 0 });
  expect(serveSettings(world({}), {})).toEqual({
    db: DEFAULT_DB,
    host: "127.0.0.1",
    port: 8080,
    basemap: undefined,
    publicUrl: undefined,
  });
  expect(dbPath(world({ PATCHWORK_DB: "" }), undefined)).toBe(DEFAULT_DB);
});

test.each(["65536", "-1", "80.5", "http", "1e3"])("%s is no port", (port) => {
  expect(() => serveSettings(world({}), { port })).toThrow(failure("input/invalid"));
});

test.each([
  "tiles",
  "ftp://example.org",
  "javascript:alert(1)",
])("%s is no web address", (basemap) => {
  expect(() => serveSettings(world({}), { basemap })).toThrow(failure("input/invalid"));
});
