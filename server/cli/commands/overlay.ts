import type { Command } from "commander";
import { expectPassed } from "../../analysis/certified.ts";
import type { OverlayReply } from "../../contract/overlay.ts";
import { partitionFigures } from "../../contract/partition-figures.ts";
import { AppError } from "../../core/errors.ts";
import type { Partition } from "../../core/overlay/model.ts";
import { partition } from "../../core/overlay/partition.ts";
import { watchOf } from "../../core/overlay/watch.ts";
import { type PolygonSources, readPolygons } from "../../ingest/read-polygons.ts";
import { emptyWarning } from "../../ingest/source-ids.ts";
import { toCertificateReply } from "../../publish/certificate-reply.ts";
import { inputHashes } from "../../publish/exports/about-files.ts";
import { formatOfFile } from "../../publish/exports/format-of-file.ts";
import { overlayTable } from "../../publish/exports/units/overlay.ts";
import { toRepairsReply } from "../../publish/repairs-reply.ts";
import { expectApart } from "../expect-apart.ts";
import { expectWritable, print, printJson } from "../output.ts";
import { reporterTo } from "../progress.ts";
import { spreadFor } from "../threads-for.ts";
import { pathFrom, type World } from "../world.ts";
import { sidecarOf, writeTable } from "../write-table.ts";

interface Options {
  readonly out?: string;
  readonly id?: string;
  readonly layer?: string;
  readonly crs?: string;
  readonly grid?: string;
  readonly threads?: string;
  readonly json?: boolean;
}

/** `overlay FILE...`: any polygons in, the planar partition out; no database. */
export function overlayCommand(program: Command, world: World): Command {
  return program
    .command("overlay")
    .description("Cut the ground under any polygon files into cells, with a certificate.")
    .argument("<files...>", "polygon files")
    .option("-o, --out <file>", "write cells here: .geojson, .gpkg, .csv or .fgb")
    .option("--id <field>", "the field that names a feature's source")
    .option("--layer <name>", "the one layer to read of a file that has several")
    .option("--crs <name>", "system of the coordinates, such as EPSG:27700")
    .option("--grid <metres>", "grid that coordinates are snapped to")
    .option("--threads <number>", "threads to work with; 1 starts no other")
    .action((files: string[], options: Options) => overlay(world, files, options));
}

async function overlay(world: World, files: string[], options: Options): Promise<void> {
  const started = performance.now();
  const format = await formatOfFile(options.out);
  const paths = files.map((file) => pathFrom(world, file));
  if (options.out !== undefined) {
    const out = pathFrom(world, options.out);
    expectWritable(out);
    expectApart(paths, format.about === "beside" ? [out, sidecarOf(out)] : [out]);
  }
  const step = gridOf(options.grid);
  const spread = await spreadFor(world, options.threads, paths);
  const reporter = await reporterTo(world);
  const progress = reporter.report;
  try {
    const { id, layer, crs } = options;
    const sources = await readPolygons(paths, {
      id,
      layer,
      crs,
      step,
      threads: spread.reading,
      progress,
    });
    const cutAt = performance.now();
    const shapes = { ...sources.shapes, ringArea: sources.ringAreas };
    const noding = spread.noding(watchOf({ progress }));
    const result = expectPassed(partition(shapes, sources.grid, { progress, ...noding }));
    const cutSeconds = secondsSince(cutAt);
    const writeAt = performance.now();
    const table = overlayTable(sources, result, options);
    if (options.out !== undefined) await writeTable(world, options.out, format, table);
    const write = options.out === undefined ? 0 : secondsSince(writeAt);
    reporter.end();
    const said = sources.inputs.flatMap(({ notes }) => notes);
    const lost = flatWarning(sources, result);
    for (const line of [...said, ...emptyWarning("the sources", sources.empty), ...lost]) {
      world.err.write(`${line}\n`);
    }
    if (options.json) {
      const { read, project } = sources.seconds;
      const seconds = { read, project, partition: cutSeconds, write, total: secondsSince(started) };
      await printJson(world, overlayReply(sources, result, seconds));
    } else if (options.out === undefined) await print(world, format.write(table));
    else world.err.write(sentence(result, options.out));
  } finally {
    reporter.end();
    await spread.close();
  }
}

/** Names of sources in one warning; more are counted. */
const NAMED = 10;

/** That sources have no ground left, as where the grid is coarser than they are; nothing where none is. */
function flatWarning({ sourceIds }: PolygonSources, { sourceArea, grid }: Partition): string[] {
  const flat = sourceIds.filter((_, source) => sourceArea[source] === 0);
  if (flat.length === 0) return [];
  const more = flat.length > NAMED ? ` and ${flat.length - NAMED} more` : "";
  return [
    `In no cell, having no area on a grid of ${grid.step} m: ${flat.slice(0, NAMED).join(", ")}${more}.`,
  ];
}

const secondsSince = (start: number) => (performance.now() - start) / 1000;

function gridOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const step = Number(text);
  if (step > 0 && Number.isFinite(step)) return step;
  throw new AppError(
    "input/invalid",
    `"${text}" is no grid. Give metres between grid lines, such as 0.001.`,
    { grid: text },
  );
}

/** What `overlay --json` prints. */
export function overlayReply(
  sources: PolygonSources,
  result: Partition,
  seconds: OverlayReply["seconds"],
): OverlayReply {
  return {
    sources: sources.sourceIds.length,
    vertices: sources.shapes.xy.length / 2,
    ...partitionFigures(result),
    certificate: toCertificateReply(result.certificate, sources.crs, inputHashes(sources)),
    repairs: toRepairsReply(result.repairs, (source) => sources.sourceIds[source]!),
    empty: [...sources.empty],
    seconds,
  };
}

function sentence({ cells, holes, repairs }: Partition, out: string): string {
  const count = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;
  const parts = [count(cells.count, "cell"), count(holes.count, "hole")];
  if (repairs.length > 0) parts.push(`${count(repairs.length, "repair")} (see --json)`);
  return `${out}: ${parts.join(", ")}; the certificate holds.\n`;
}
