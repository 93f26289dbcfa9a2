import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import type { MapName } from "../support/workloads.ts";
import type { Run } from "./child.ts";
import type { EngineRun } from "./engine-run.ts";
import type { Growth } from "./growth.ts";
import { MAPSHAPER } from "./mapshaper.ts";
import type { Duel, Measured } from "./measure.ts";
import { median } from "./statistics.ts";
import type { SystemGeosRun } from "./system-geos.ts";
import { TARGETS, type Target } from "./targets.ts";

export interface Results {
  readonly map: MapName;
  readonly measured: readonly Measured[];
  readonly growth: Growth | undefined;
}

const DOCUMENT = fileURLToPath(new URL("../../docs/performance.md", import.meta.url));
const START = "<!-- bench:start -->";
const END = "<!-- bench:end -->";
const MARKS = ["✗", "✓", "✓✓"] as const;

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
    "### Peers and floors, seconds",
    peerTable(measured),
    "### Whole processes: median seconds, processor seconds and peak memory",
    duelTable(measured),
    ...(growth === undefined ? [] : growthTables(growth)),
  ].join("\n\n");
}

function machine({ map, measured }: Results, today: string): string {
  const system = measured.map(({ systemGeos }) => finished(systemGeos)?.version).find(Boolean);
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

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

const figure = (value: number | undefined): string => {
  if (value === undefined || Number.isNaN(value)) return "";
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString("en-GB", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
};

const whole = (value: number) => value.toLocaleString("en-GB");

function ratioTable(measured: readonly Measured[]): string {
  const head = ["against", "first", "then", ...measured.map(({ name }) => name)];
  const rows = TARGETS.map((target) => [
    target.against,
    target.first,
    target.later,
    ...measured.map((one) => ratioCell(target, one)),
  ]);
  return table(head, rows);
}

function ratioCell(target: Target, measured: Measured): string {
  const ratio = target.ratio(measured);
  if (ratio === undefined) return "";
  const more = target.isMore?.(measured) ? "> " : "";
  return `${more}${figure(ratio)} ${MARKS[target.reached(ratio, measured.name)]}`;
}

const finished = (run: SystemGeosRun | undefined) => (run && "version" in run ? run : undefined);

const engineHead = ["cells", "faces", "holes", "deepest", "passes", "partition, s", "µs a vertex"];

const engineCells = (engine: EngineRun) => [
  whole(engine.cells),
  whole(engine.polygons),
  whole(engine.holes),
  String(engine.deepest),
  String(engine.passes),
  figure(engine.seconds),
  figure((engine.seconds / engine.vertices) * 1e6),
];

function workloadTable(measured: readonly Measured[]): string {
  const rows = measured.map(({ name, title, engine }) => [
    name,
    title,
    whole(engine.sources),
    whole(engine.vertices),
    ...engineCells(engine),
  ]);
  return table(["workload", "what", "sources", "vertices", ...engineHead], rows);
}

function stageTable(measured: readonly Measured[]): string {
  const stages = [...new Set(measured.flatMap(({ engine }) => Object.keys(engine.stages)))];
  const rows = measured.flatMap(({ name, engine, onTwoThreads }) =>
    [engine, onTwoThreads].map((run, i) => [
      name,
      String(i + 1),
      ...stages.map((stage) => figure(run.stages[stage])),
      figure(run.seconds),
      figure(run.pairs),
    ]),
  );
  return table(["workload", "threads", ...stages, "partition", "all pair areas"], rows);
}

function peerTable(measured: readonly Measured[]): string {
  const head = [
    "workload",
    "geos-wasm: node",
    "polygonize",
    "label",
    "system's GEOS: node",
    "polygonize",
    "label",
    "@turf/turf, all pairs",
    "candidate pairs",
    "sampled (failed)",
    "one radix sort",
    "one JSON.parse",
  ];
  const rows = measured.map(({ name, geos, systemGeos, turf, radix, parse }) => [
    name,
    figure(geos?.node),
    figure(geos?.polygonize),
    figure(geos?.label),
    ...systemGeosCells(systemGeos),
    figure(turf.extrapolated),
    whole(turf.candidates),
    `${turf.sampled} (${turf.failed})`,
    figure(radix),
    figure(parse),
  ]);
  return table(head, rows);
}

function systemGeosCells(run: SystemGeosRun | undefined): string[] {
  if (run === undefined) return ["", "", ""];
  if (!("version" in run)) return [`stopped after ${figure(run.stoppedAfter)}`, "", ""];
  return [figure(run.node), figure(run.polygonize), figure(run.label)];
}

function duelTable(measured: readonly Measured[]): string {
  const sides = ["ours", "mapshaper"].flatMap((who) => [
    `${who}, s`,
    `${who}, processor s`,
    `${who}, MB`,
  ]);
  const head = [
    "workload",
    ...sides.map((side) => `(a) ${side}`),
    ...sides.map((side) => `(b) ${side}`),
    "runs",
  ];
  const rows = measured.map(({ name, csv, geojson }) => [
    name,
    ...duelCells(csv),
    ...duelCells(geojson),
    String(csv?.ours.length ?? 0),
  ]);
  return table(head, rows);
}

function duelCells(duel: Duel | undefined): string[] {
  const cells = (runs: readonly Run[]) => [
    figure(median(runs.map(({ seconds }) => seconds))),
    figure(median(runs.map(({ cpuSeconds }) => cpuSeconds))),
    figure(median(runs.map(({ peakBytes }) => peakBytes / 1e6))),
  ];
  return duel === undefined
    ? Array<string>(6).fill("")
    : [...cells(duel.ours), ...cells(duel.theirs)];
}

function growthTables({ byNumber, byDepth }: Growth): string[] {
  const cells = (engine: EngineRun) => [
    whole(engine.sources),
    whole(engine.vertices),
    whole(engine.memberships),
    ...engineCells(engine),
  ];
  const head = ["initiatives", "vertices", "sources of cells", ...engineHead];
  return [
    "### Growth with the number of initiatives, in process",
    table(head, byNumber.map(cells)),
    "### Growth with depth: the same number on fewer hot spots",
    table(
      ["hot spots", ...head],
      byDepth.map((run) => [String(run.hotSpots), ...cells(run)]),
    ),
  ];
}
