import type { Command } from "commander";
import type { CheckReport } from "../../contract/check-report.ts";
import type { TargetField } from "../../core/mapping/fields.ts";
import { AREA_FIELDS, INITIATIVE_FIELDS } from "../../core/mapping/fields.ts";
import type { Progress } from "../../core/overlay/model.ts";
import type { IsoDate } from "../../core/units.ts";
import { checkFile } from "../../ingest/check/check-file.ts";
import { checkTable } from "../../ingest/check/check-table.ts";
import { readTableSubject } from "../../ingest/check/table-subject.ts";
import { matchAmong, unmatchedOf } from "../../ingest/import/member-areas.ts";
import { reportGeojson } from "../../publish/check-geojson.ts";
import { checkText } from "../check-text.ts";
import { expectApart } from "../expect-apart.ts";
import { expectGeojsonName, expectWritable, print, printJson, writeFile } from "../output.ts";
import { reporterTo } from "../progress.ts";
import { EndWith, pathFrom, type World } from "../world.ts";
import { type Against, type AgainstOptions, withAgainst } from "./check-against.ts";
import { parseMap, todayOf } from "./import-options.ts";
import { isTable } from "./imports/is-table.ts";

interface Options extends AgainstOptions {
  readonly out?: string;
  readonly id?: string;
  readonly crs?: string;
  readonly map?: string[];
  readonly layer?: string;
  readonly areas?: boolean;
  readonly today?: string;
  readonly json?: boolean;
}

/** `check FILE`: what is in a file and what is wrong with it. Changes nothing. */
export function checkCommand(program: Command, world: World): Command {
  return program
    .command("check")
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
    .option(
      "--against <file>",
      "outlines that its lines should lie on, or areas that its rows name: a file, or a loaded layer",
    )
    .option("--against-layer <name>", "the layer of that file, where it has several")
    .option("--db <file>", "the database with that layer (or PATCHWORK_DB)")
    .option("--areas", "its rows are areas of a reference layer, with code and name")
    .option("--today <date>", "the day from which a date lies in the future; this day without it")
    .action((file: string, options: Options) => run(world, file, options));
}

const gather = (value: string, before: string[] | undefined) => [...(before ?? []), value];

async function run(world: World, file: string, options: Options): Promise<void> {
  const path = pathFrom(world, file);
  if (options.out !== undefined) {
    const out = pathFrom(world, options.out);
    expectGeojsonName(options.out);
    expectWritable(out);
    expectApart([path], [out]);
  }
  const fields = options.areas ? AREA_FIELDS : INITIATIVE_FIELDS;
  const reporter = await reporterTo(world);
  try {
    const map = parseMap(options.map, fields);
    const today = todayOf(options.today);
    const reading = { fields, map, today };
    const report = await withAgainst(world, options, async (against) =>
      (await isTable(path, options.layer))
        ? tableReport(path, { ...reading, sheet: options.layer }, against)
        : fileReport(world, path, options, { ...reading, progress: reporter.report }, against),
    );
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
  { crs, id, layer, out }: Options,
  reading: Reading & { readonly progress: Progress },
  against: Against | undefined,
) {
  const reference = await against?.lines();
  const checked = await checkFile(path, { ...reading, crs, id, layer, reference });
  if (out !== undefined) await writeFile(world, out, reportGeojson(checked));
  return checked.report;
}

/** A table has no places, so there is nothing to write for a map. */
async function tableReport(
  path: string,
  { fields, map, today, sheet }: Reading & { readonly sheet: string | undefined },
  against: Against | undefined,
): Promise<CheckReport> {
  const idField = fields.some(({ id }) => id === "id") ? "id" : "code";
  const read = await readTableSubject(path, { fields, idField, map, sheet });
  if (against !== undefined) {
    const named = matchAmong(await against.areas(today), read.rows, read.mapping, new Map());
    return checkTable(read, today, unmatchedOf(named));
  }
  const report = checkTable(read, today, []);
  const names = read.mapping.has("area_code") || read.mapping.has("area_name");
  return names ? { ...report, notes: [...report.notes, NOT_MATCHED] } : report;
}

const NOT_MATCHED =
  "Whether the areas that it names exist was not looked at: give a file of them, or a loaded reference layer, with --against.";
