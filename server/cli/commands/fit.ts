import type { Command } from "commander";
import { expectPassed } from "../../analysis/certified.ts";
import { toFitReply } from "../../contract/fit-reply.ts";
import { type Amounts, amountsOn } from "../../core/fit/amounts.ts";
import { fitSets, type SetFit } from "../../core/fit/fit-sets.ts";
import type { SourceRange } from "../../core/fit/layer-lines.ts";
import type { Partition } from "../../core/overlay/model.ts";
import { partition } from "../../core/overlay/partition.ts";
import { NATIONAL_GRID } from "../../ingest/crs.ts";
import { type PolygonSources, readPolygons } from "../../ingest/read-polygons.ts";
import { apartName, emptyWarning } from "../../ingest/source-ids.ts";
import { toCertificateReply } from "../../publish/certificate-reply.ts";
import { inputHashes } from "../../publish/exports/about-files.ts";
import { formatOfFile } from "../../publish/exports/format-of-file.ts";
import { fitTable } from "../../publish/exports/units/fit.ts";
import { expectApart } from "../expect-apart.ts";
import { expectWritable, print, printJson } from "../output.ts";
import { reporterTo } from "../progress.ts";
import { pathFrom, type World } from "../world.ts";
import { sidecarOf, writeTable } from "../write-table.ts";
import { type FitFiles, type FitOptions, fitFiles, toleranceOf } from "./fit-options.ts";
import { weightValues } from "./fit-weights.ts";

/** `fit BODIES REFERENCE`: how nearly each body matches a reference area; no database. */
export function fitCommand(program: Command, world: World): Command {
  return program
    .command("fit")
    .description(
      "Hold every body of one file against the reference areas of another: shared ground, gap, " +
        "overspill, class and cause, with a certificate.",
    )
    .argument("<bodies>", "polygon file of the bodies")
    .argument("<reference>", "polygon file of the reference areas")
    .option("-o, --out <file>", "write gap and overspill here: .geojson, .gpkg, .csv or .fgb")
    .option("--body-id <field>", "the field that names a body")
    .option("--reference-id <field>", "the field that names a reference area")
    .option("--tolerance <metres>", "how far lines may lie apart and still be one; default 1")
    .option("--other-vintage <file>", "another vintage of the reference, to tell a change in time")
    .option("--weights <file>", "polygons with an amount each, such as people")
    .option("--weight-field <field>", "the field that holds the amount")
    .option("--body-layer <name>", "the layer of the bodies, of a file with several")
    .option("--reference-layer <name>", "the layer of the reference areas, of a file with several")
    .option("--other-vintage-layer <name>", "the layer of the other vintage")
    .option("--weight-layer <name>", "the layer of the weights")
    .option("--crs <name>", "system of the coordinates, such as EPSG:27700")
    .action((bodies: string, reference: string, options: FitOptions) =>
      holdAgainst(world, bodies, reference, options),
    );
}

async function holdAgainst(world: World, bodies: string, reference: string, options: FitOptions) {
  const format = await formatOfFile(options.out);
  const files = fitFiles((file) => pathFrom(world, file), bodies, reference, options);
  const tolerance = toleranceOf(options.tolerance);
  if (options.out !== undefined) {
    const out = pathFrom(world, options.out);
    expectWritable(out);
    expectApart(files.paths, format.about === "beside" ? [out, sidecarOf(out)] : [out]);
  }
  const reporter = await reporterTo(world);
  try {
    const progress = reporter.report;
    const sources = await readPolygons(files.paths, {
      apart: files.readings,
      crs: options.crs,
      progress,
    });
    const shapes = { ...sources.shapes, ringArea: sources.ringAreas };
    const result = expectPassed(partition(shapes, sources.grid, { progress }));
    const range = rangesOf(sources);
    const amounts = amountsIn(sources, result, files, options, range);
    const sets = fitOf(result, sources, files, tolerance, range);
    const nameOf = (source: number) => apartName(sources.sourceIds[source]!).name;
    const asked = { ...askedOf(options), tolerance: String(tolerance) };
    // Widths of all fragments take time, so they are worked out only where they are written.
    const table = () => fitTable(sources, result, sets, nameOf, tolerance, asked);
    if (options.out !== undefined) await writeTable(world, options.out, format, table());
    reporter.end();
    const said = sources.inputs.flatMap(({ notes }) => notes);
    for (const line of [...said, ...emptyWarning("the files", sources.empty)]) {
      world.err.write(`${line}\n`);
    }
    const hasOtherVintage = files.otherVintage !== undefined;
    const reply = {
      ...toFitReply(sets, { nameOf, hasOtherVintage, amounts }),
      tolerance_m: tolerance,
      certificate: toCertificateReply(result.certificate, sources.crs, inputHashes(sources)),
    };
    if (options.json) await printJson(world, reply);
    else if (options.out === undefined) await print(world, format.write(table()));
    else world.err.write(`${options.out}: written; the certificate holds.\n`);
  } finally {
    reporter.end();
  }
}

/** The sources of each file: they stand file by file. */
function rangesOf({ sourceIds }: PolygonSources): (file: number | undefined) => SourceRange {
  const fileOf = sourceIds.map((id) => apartName(id).file);
  return (file) => {
    if (file === undefined) return { from: sourceIds.length, to: sourceIds.length };
    const from = fileOf.indexOf(file);
    return from < 0 ? { from: 0, to: 0 } : { from, to: fileOf.lastIndexOf(file) + 1 };
  };
}

function fitOf(
  result: Partition,
  sources: PolygonSources,
  files: FitFiles,
  tolerance: number,
  range: (file: number | undefined) => SourceRange,
): SetFit {
  const roles = {
    bodies: range(0),
    references: range(1),
    otherVintage: range(files.otherVintage),
    land: range(undefined),
  };
  return fitSets(result, roles, {
    tolerance,
    bodyAccuracy: undefined,
    referenceAccuracy: undefined,
    onNationalGrid: sources.crs === NATIONAL_GRID,
    hasOtherVintage: files.otherVintage !== undefined,
    hasLand: false,
  });
}

function amountsIn(
  sources: PolygonSources,
  result: Partition,
  files: FitFiles,
  options: FitOptions,
  range: (file: number | undefined) => SourceRange,
): Amounts | undefined {
  if (files.weights === undefined) return undefined;
  const units = range(files.weights);
  return amountsOn(result, units, weightValues(sources, units, options.weightField!));
}

/** The options that change the answer, as they were given. */
const askedOf = (options: FitOptions) => ({
  "body-id": options.bodyId,
  "reference-id": options.referenceId,
  "weight-field": options.weightField,
  "body-layer": options.bodyLayer,
  "reference-layer": options.referenceLayer,
  "other-vintage-layer": options.otherVintageLayer,
  "weight-layer": options.weightLayer,
  crs: options.crs,
});
