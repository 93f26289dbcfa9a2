import { fileURLToPath } from "node:url";
import { type Run, runNode } from "./child.ts";

const PROGRAM = fileURLToPath(new URL("../../scripts/patchwork.mjs", import.meta.url));

/** Setting (a): metres in, a CSV of cells with their sources and areas out. */
export function overlayToCsv(metres: string, out: string): Promise<Run> {
  return runNode([PROGRAM, "overlay", metres, "--id", "id", "--crs", "EPSG:27700", "-o", out]);
}

/** Setting (b): WGS 84 in, projected with OSTN15, cells with their geometry and certificate out. */
export function overlayToGeojson(degrees: string, out: string): Promise<Run> {
  return runNode([PROGRAM, "overlay", degrees, "--id", "id", "-o", out, "--json"]);
}
