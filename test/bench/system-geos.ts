import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { GeosMosaic } from "./geos-mosaic.ts";

const SCRIPT = fileURLToPath(new URL("./geos-debian.py", import.meta.url));
/** No Python; or its exit where there is no GEOS that is new enough. */
const NOT_THERE: readonly unknown[] = ["ENOENT", 3];

/** The two ways of noding that geos-debian.py knows. */
export type Way = "at-once" | "in-parts";

/** The same work by the GEOS that the system has, where it has one. */
export interface SystemGeos extends GeosMosaic {
  readonly version: string;
}

/** It came to no result. */
export interface NoResult {
  /** How long it worked, from the beginning of noding. */
  readonly seconds: number;
  /** What it said; undefined where we stopped it. */
  readonly error: string | undefined;
  /** Where it could still say. */
  readonly version?: string;
}

export type SystemGeosRun = SystemGeos | NoResult;

/**
 * Lets the system's GEOS node, polygonize and label the shapes of a file.
 *
 * @param patience seconds after which the kernel ends it
 * @returns undefined where there is no GEOS
 */
export function systemGeos(
  shapes: string,
  way: Way,
  patience: number,
): Promise<SystemGeosRun | undefined> {
  const start = performance.now();
  return new Promise((resolve) => {
    execFile("python3", [SCRIPT, shapes, way, String(patience)], (error, output) => {
      if (error === null) resolve(JSON.parse(output));
      else if (NOT_THERE.includes(error.code)) resolve(undefined);
      else if (error.signal === "SIGALRM") resolve({ seconds: patience, error: undefined });
      else {
        const seconds = (performance.now() - start) / 1000;
        resolve({ seconds, error: error.signal ?? lastLine(error.message) });
      }
    });
  });
}

const lastLine = (text: string) => text.trimEnd().split("\n").at(-1) ?? "";
