import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { GeosMosaic } from "./geos-mosaic.ts";

const SCRIPT = fileURLToPath(new URL("./geos-debian.py", import.meta.url));
/** The same work by the GEOS that the system has, where it has one. */
export interface SystemGeos extends GeosMosaic {
  readonly version: string;
}

/** What it made of a workload: done, or stopped after so many seconds. */
export type SystemGeosRun = SystemGeos | { readonly stoppedAfter: number };

/**
 * @param patience seconds
 * @returns undefined where there is no GEOS, or where it needs too much memory
 */
export function systemGeos(shapes: string, patience: number): Promise<SystemGeosRun | undefined> {
  return new Promise((resolve) => {
    execFile("python3", [SCRIPT, shapes], { timeout: patience * 1000 }, (error, output) => {
      if (error?.killed) resolve({ stoppedAfter: patience });
      else resolve(error === null ? JSON.parse(output) : undefined);
    });
  });
}
