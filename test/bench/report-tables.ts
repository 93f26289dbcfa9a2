/** The tables of the report, as Markdown. */
import type { Run } from "./child.ts";
import type { EngineRun } from "./engine-run.ts";
import type { Growth } from "./growth.ts";
import type { Duel, Measured } from "./measure.ts";
import { median } from "./statistics.ts";
import type { SystemGeosRun } from "./system-geos.ts";
import { TARGETS, type Target } from "./targets.ts";

/** Missed, reached the first column, reached the second. */
const MARKS = ["✗", "✓", "✓✓"] as const;

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

export function ratioTable(measured: readonly Measured[]): string {
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
  const isMore = target.isMore?.(measured) ?? false;
  const text = `${isMore ? "> " : ""}${figure(ratio)}`;
  const reached = target.reached(ratio, measured.name);
  // What is more than a figure below the target may miss it or not.
  if (reached === undefined || (isMore && reached === 0)) return text;
  return `${text} ${MARKS[reached]}`;
}

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

export function workloadTable(measured: readonly Measured[]): string {
  const rows = measured.map(({ name, title, engine }) => [
    name,
    title,
    whole(engine.sources),
    whole(engine.vertices),
    ...engineCells(engine),
  ]);
  return table(["workload", "what", "sources", "vertices", ...engineHead], rows);
}

export function stageTable(measured: readonly Measured[]): string {
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

/** Modules that take less everywhere are summed up. */
const LEAST_SHARE = 0.02;

export function profileTable(measured: readonly Measured[]): string {
  const profiles = measured.map(({ profile }) => profile);
  const names = [...new Set(profiles.flatMap(Object.keys))];
  const most = (name: string) => Math.max(...profiles.map((profile) => profile[name] ?? 0));
  const told = names.filter((name) => most(name) >= LEAST_SHARE).sort((a, b) => most(b) - most(a));
  const percent = (share: number) => (100 * share).toFixed(1);
  const rows = told.map((name) => [
    name,
    ...profiles.map((profile) => percent(profile[name] ?? 0)),
  ]);
  const rest = profiles.map((profile) =>
    percent(1 - told.reduce((sum, name) => sum + (profile[name] ?? 0), 0)),
  );
  return table(["module", ...measured.map(({ name }) => name)], [...rows, ["all others", ...rest]]);
}

export function peerTable(measured: readonly Measured[]): string {
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
    "one radix sort of the noded segments",
    "one JSON.parse",
  ];
  const rows = measured.map(({ name, geos, systemGeos, turf, radix, radixNoded, parse }) => [
    name,
    figure(geos?.node),
    figure(geos?.polygonize),
    figure(geos?.label),
    ...systemGeosCells(systemGeos),
    figure(turf.extrapolated),
    whole(turf.candidates),
    `${turf.sampled} (${turf.failed})`,
    figure(radix),
    figure(radixNoded),
    figure(parse),
  ]);
  return table(head, rows);
}

function systemGeosCells(run: SystemGeosRun | undefined): string[] {
  if (run === undefined) return ["", "", ""];
  if (!("error" in run)) return [figure(run.node), figure(run.polygonize), figure(run.label)];
  const seconds = `after ${figure(run.seconds)} s`;
  return [
    run.error === undefined ? `stopped ${seconds}` : `error ${seconds} (${run.error})`,
    "",
    "",
  ];
}

export function duelTable(measured: readonly Measured[]): string {
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

export function growthTables({ byNumber, byDepth }: Growth): string[] {
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
