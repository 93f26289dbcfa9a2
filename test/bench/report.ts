import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import type { MapName } from "../support/workloads.ts";
import type { Growth } from "./growth.ts";
import { MAPSHAPER } from "./mapshaper.ts";
import type { Measured } from "./measure.ts";
import {
  duelTable,
  growthTables,
  peerTable,
  profileTable,
  ratioTable,
  stageTable,
  workloadTable,
} from "./report-tables.ts";

export interface Results {
  readonly map: MapName;
  readonly measured: readonly Measured[];
  readonly growth: Growth | undefined;
}

const DOCUMENT = fileURLToPath(new URL("../../docs/performance.md", import.meta.url));
const START = "<!-- bench:start -->";
const END = "<!-- bench:end -->";

/** Puts the report between the markers of docs/performance.md. */
export function writeDocument(report: string): void {
  const document = readFileSync(DOCUMENT, "utf8");
  const [start, end] = [document.indexOf(START), document.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`docs/performance.md needs ${START} and ${END}`);
  const before = document.slice(0, start + START.length);
  writeFileSync(DOCUMENT, `${before}\n${report}\n${document.slice(end)}`);
}

/** All tables as Markdown. */
export function reportOf(results: Results, today: string): string {
  const { measured, growth } = results;
  return [
    machine(results, today),
    "### Ratios",
    ratioTable(measured),
    "### Workloads, and the engine in process",
    workloadTable(measured),
    "### Seconds by stage, in process",
    stageTable(measured),
    "### Where the time of one thread goes, per cent by module",
    profileTable(measured),
    "### Peers and floors, seconds",
    peerTable(measured),
    "### Whole processes: median seconds, processor seconds and peak memory",
    duelTable(measured),
    ...(growth === undefined ? [] : growthTables(growth)),
  ].join("\n\n");
}

function machine({ map, measured }: Results, today: string): string {
  const system = measured.map(({ systemGeos }) => systemGeos?.version).find(Boolean);
  const processor = cpus()[0]?.model.trim() ?? "unknown processor";
  const memory = Math.round(totalmem() / 2 ** 30);
  const from = { boundaries: "the shared boundaries", synthetic: "the made-up ward map" };
  const source = map === "small" ? "a small made-up ward map" : from[map];
  return [
    `${today}; ${cpus().length} × ${processor}, ${memory} GB; Node ${process.version}`,
    `mapshaper ${MAPSHAPER}, GEOS 3.13 (geos-wasm), ${system ? `GEOS ${system} (the system's)` : "no GEOS on the system"}`,
    `@turf/turf 7.4; workloads from ${source}.`,
  ].join(", ");
}
