import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Express } from "express";
import { createApp } from "../../server/api/app.ts";
import { studySource } from "../../server/api/study-source.ts";
import { NATIONAL_GRID, statedCrs } from "../../server/ingest/crs.ts";

export interface AppSketch {
  readonly basemap?: string;
  readonly publicUrl?: string;
}

/** The server over a database, with a page of two files in place of the built app. */
export async function appOver(
  db: string,
  { basemap, publicUrl }: AppSketch = {},
): Promise<{ app: Express; close: () => void }> {
  const clientDir = mkdtempSync(join(tmpdir(), "patchwork-client-"));
  mkdirSync(join(clientDir, "assets"));
  writeFileSync(join(clientDir, "index.html"), "<!doctype html><title>The app</title>");
  writeFileSync(join(clientDir, "assets", "main-1a2b.js"), "export {};");
  const { printed, toLonLat, fromLonLat } = await statedCrs(NATIONAL_GRID, "");
  const source = studySource(db, fromLonLat);
  const app = createApp({
    source,
    crs: { id: printed, toLonLat, fromLonLat },
    clientDir,
    dataDir: fileURLToPath(new URL("../../data", import.meta.url)),
    basemap,
    publicUrl,
    address: () => publicUrl ?? "http://127.0.0.1:8080",
  });
  const close = () => {
    source.close();
    rmSync(clientDir, { recursive: true, force: true });
  };
  return { app, close };
}
