import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { GeosMosaic } from "./geos-mosaic.ts";

const SCRIPT = fileURLToPath(new URL("./geos-debian.py", import.meta.url));
const PATIENCE_MILLISECONDS = 900_000;

/** The same work by the GEOS that the system has, where it has one. */
export interface SystemGeos extends GeosMosaic {
  readonly version: string;
}

/** @returns undefined where there is no GEOS, or where it needs too long or too much */
export function systemGeos(shapes: string): Promise<SystemGeos | undefined> {
  return new Promise((resolve) => {
    execFile("python3", [SCRIPT, shapes], { timeout: PATIENCE_MILLISECONDS }, (error, output) => {
      resolve(error === null ? JSON.parse(output) : undefined);
    });
  });
}
