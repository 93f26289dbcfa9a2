import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Run, runNode } from "./child.ts";

export const MAPSHAPER = "0.7.70";
const FOLDER = fileURLToPath(new URL("../../.bench/peers/", import.meta.url));
const PROGRAM = `${FOLDER}node_modules/mapshaper/bin/mapshaper`;
const LABELS = ["-mosaic", "calc=sources = collect(id), depth = count()"];

/** Installs mapshaper into the bench's own folder where it is not there yet. @returns if it is */
export function installMapshaper(): boolean {
  if (existsSync(PROGRAM)) return true;
  mkdirSync(FOLDER, { recursive: true });
  try {
    const args = ["install", "--prefix", FOLDER, "--no-save", `mapshaper@${MAPSHAPER}`];
    execFileSync("npm", args, { stdio: ["ignore", "ignore", "inherit"] });
  } catch {
    return false;
  }
  return existsSync(PROGRAM);
}

/** Setting (a): metres in, a CSV of tiles with their sources and areas out. */
export function mosaicToCsv(metres: string, out: string): Promise<Run> {
  return runNode([PROGRAM, metres, ...LABELS, "-each", "area_m2=this.area", "-o", out]);
}

/** Setting (b): WGS 84 in, projected by mapshaper, tiles with their geometry in WGS 84 out. */
export function mosaicToGeojson(degrees: string, out: string): Promise<Run> {
  const there = ["-proj", "EPSG:27700"];
  const back = ["-proj", "wgs84", "-o", "precision=0.0000001", out];
  return runNode([PROGRAM, degrees, ...there, ...LABELS, "-each", "area_m2=this.area", ...back]);
}
