import type { Command } from "commander";
import type { TargetField } from "../../core/mapping/fields.ts";
import { AREA_FIELDS, INITIATIVE_FIELDS } from "../../core/mapping/fields.ts";
import type { Progress } from "../../core/overlay/model.ts";
import type { IsoDate } from "../../core/units.ts";
import { checkFile } from "../../ingest/check/check-file.ts";
import { checkTable } from "../../ingest/check/check-table.ts";
import { linesOfFile } from "../../ingest/check/reference-lines.ts";
import { readTableSubject } from "../../ingest/check/table-subject.ts";
import { reportGeojson } from "../../publish/check-geojson.ts";
import { checkText } from "../check-text.ts";
import { expectApart } from "../expect-apart.ts";
import { expectWritable, print, printJson, writeFile } from "../output.ts";
import { reporterTo } from "../progress.ts";
import { EndWith, pathFrom, type World } from "../world.ts";
import { parseMap, todayOf } from "./import-options.ts";
import { isTable } from "./imports/is-table.ts";

interface Options {
  readonly out?: string;
  readonly id?: string;
  readonly crs?: string;
  readonly map?: string[];
  readonly layer?: string;
  readonly against?: string;
  readonly againstLayer?: string;
  readonly areas?: boolean;
  readonly today?: string;
  readonly json?: boolean;
}

/** `check FILE`: what is in a file and what is wrong with it. Changes nothing. */
export function checkCommand(program: Command, world: World): Command {
  return program
    .command("check")
    .summary("say what is in a file, what is wrong with it and what would mend it")
    .description(
      "Say what is in a file, how its coordinate system is known, and each problem with its place " +
        "and the repair proposed. Changes nothing. Ends with 0 where nothing is wrong, 1 where " +
        "something is, 2 where the file cannot be read.",
    )
    .argument("<file>", "the file")
    .option("-o, --out <file>", "write the places, and each outline before and after: .geojson")
    .option("--id <field>", "the field that names a feature")
    .option("--crs <name>", "system of the coordinates, such as EPSG:27700")
    .option("--map <pairs>", "which column holds what, as From=start_date,Scheme=name", gather)
    .option("--layer <name>", "the layer of a file with several, or the sheet of a workbook")
    .option("--against <file>", "outlines that its lines should lie on, to tell a shift by")
    .option("--against-layer <name>", "the layer of that file, where it has several")
    .option("--areas", "its rows are areas of a reference layer, with code and name")
    .option("--today <date>", "the day from which a date lies in the future; this day without it")
    .action((file: string, options: Options) => run(world, file, options));
}

const gather = (value: string, before: string[] | undefined) => [...(before ?? []), value];

async function run(world: World, file: string, options: Options): Promise<void> {
  const path = pathFrom(world, file);
  if (options.out !== undefined) {
    const out = pathFrom(world, options.out);
    expectWritable(out);
    expectApart([path], [out]);
  }
  const fields = options.areas ? AREA_FIELDS : INITIATIVE_FIELDS;
  const reporter = reporterTo(world);
  try {
    const map = parseMap(options.map, fields);
    const today = todayOf(options.today);
    const report = (await isTable(path, options.layer))
      ? await tableReport(path, { fields, map, today, sheet: options.layer })
      : await fileReport(world, path, options, { fields, map, today, progress: reporter.report });
    reporter.end();
    if (options.json) await printJson(world, report);
    else await print(world, [checkText(report)]);
    if (report.problems.length > 0) throw new EndWith(1);
  } finally {
    reporter.end();
  }
}

interface Reading {
  readonly fields: readonly TargetField[];
  readonly map: ReadonlyMap<string, string>;
  readonly today: IsoDate;
}

async function fileReport(
  world: World,
  path: string,
  { crs, id, layer, against, out }: Options,
  reading: Reading & { readonly progress: Progress },
) {
  const reference = against === undefined ? undefined : await linesOfFile(pathFrom(world, against));
  const checked = await checkFile(path, { ...reading, crs, id, layer, reference });
  if (out !== undefined) await writeFile(world, out, reportGeojson(checked));
  return checked.report;
}

/** A table has no places, so there is nothing to write for a map. */
async function tableReport(
  path: string,
  { fields, map, today, sheet }: Reading & { readonly sheet: string | undefined },
) {
  const idField = fields.some(({ id }) => id === "id") ? "id" : "code";
  const read = await readTableSubject(path, { fields, idField, map, sheet });
  return checkTable(read, today, []);
}
