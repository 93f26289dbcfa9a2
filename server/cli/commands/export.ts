import type { Command } from "commander";
import { analyseQuestion } from "../../analysis/analyse-question.ts";
import { loadStudy } from "../../analysis/load-study.ts";
import { readingsOf } from "../../analysis/readings.ts";
import { parseExportAsked } from "../../contract/export-parameters.ts";
import { areaOf } from "../../contract/page-question.ts";
import { AppError } from "../../core/errors.ts";
import type { Question } from "../../core/hotspots/question.ts";
import { RANKINGS } from "../../core/hotspots/ranking.ts";
import { indexStudy } from "../../core/hotspots/study-index.ts";
import { NATIONAL_GRID, statedCrs } from "../../ingest/crs.ts";
import { DOCUMENTS, documentNamed } from "../../publish/documents/registry.ts";
import { chooseFields, expectFields, fieldNames } from "../../publish/exports/choose-fields.ts";
import type { ExportFormat, Table } from "../../publish/exports/export.ts";
import { expectArea, formatOfUnit, UNITS, unitNamed } from "../../publish/exports/units.ts";
import { expectNameOf, expectWritable, print, printJson } from "../output.ts";
import { reporterTo } from "../progress.ts";
import { pathFrom, type World } from "../world.ts";
import { writeTable } from "../write-table.ts";
import { type DocumentOptions, exportDocument } from "./export-document.ts";
import { SCORE_WORDS, SHARE_WORDS } from "./need-options.ts";
import { KEEPING, questionFrom, usingDb, withDb, withQuestion } from "./shared.ts";

/** `export UNIT --format F`: an answer as a file. */
export function exportCommand(program: Command, world: World): Command {
  return withDb(
    withQuestion(
      program
        .command("export")
        .description("Write the answer to a question as a file: the same bytes as /export gives.")
        .argument("<unit>", `${UNITS.map(({ id }) => id).join(", ")}, map or briefing`)
        .requiredOption(
          "--format <format>",
          "geojson, csv, gpkg or fgb; of claims ics; of a map svg or png, of a briefing html",
        )
        .option("-o, --out <file>", "write here instead of standard output")
        .option("--region <name>", "of a map, briefing or places: only this region")
        .option("--place <code>", "of a map, briefing or places: only this place")
        .option("--fields <names>", "only these fields, such as depth,area_m2; the first stays")
        .option("--by <ranking>", `of a map or briefing: ${RANKINGS.join(", ")}`)
        .option(
          "--months <n>",
          "of a map or briefing by ending: how many months ahead; 12 without it",
        )
        .option("--scale <number>", "of a PNG: pixels to a unit, 1 to 4; 2 where none is given")
        .option("--share <share>", SHARE_WORDS)
        .option("--score <set>", SCORE_WORDS)
        .option("--public-url <url>", "of a briefing: the address in it (or PATCHWORK_PUBLIC_URL)"),
    ),
  ).action((unit: string, options: DocumentOptions) => run(world, unit, options));
}

async function run(world: World, name: string, options: DocumentOptions): Promise<void> {
  const document = documentNamed(name);
  if (document) {
    expectFields({ title: document.title, units: [] }, fieldNames(options.fields));
    return exportDocument(world, document, options);
  }
  refuseDocumentFlags(name, options);
  const unit = unitNamed(name);
  const format = formatOfUnit(unit, options.format ?? "");
  const fields = fieldNames(options.fields);
  expectFields(format, fields);
  const { share, score } = options;
  const asked = parseExportAsked(unit.id, { share, score });
  if (options.out !== undefined) {
    expectNameOf(options.out, format);
    expectWritable(pathFrom(world, options.out));
  }
  const { printed, toLonLat, fromLonLat } = await statedCrs(NATIONAL_GRID, "");
  const reporter = await reporterTo(world);
  try {
    await usingDb(
      world,
      options.db,
      async (db) => {
        const loaded = loadStudy(db, fromLonLat);
        const question = questionFrom(options, loaded.study);
        const area = areaOf(loaded.study, options.region, options.place);
        expectArea(unit, area);
        const { report: progress } = reporter;
        const analyse = (asked: Question) => analyseQuestion(db, loaded, asked, { progress });
        const crs = { id: printed, toLonLat, fromLonLat };
        const index = indexStudy(loaded.study);
        const study = { db, loaded, index };
        const context = { ...study, ...readingsOf(study, { progress }), crs, analyse, progress };
        const table = chooseFields(unit.build(context, question, area, asked), fields);
        reporter.end();
        await deliver(world, table, format, options);
      },
      KEEPING,
    );
  } finally {
    reporter.end();
  }
}

/** A flag that would change nothing is refused, so that a slip of the pen is no other answer. */
function refuseDocumentFlags(unit: string, options: DocumentOptions): void {
  for (const flag of ["by", "months", "scale"] as const) {
    if (options[flag] === undefined) continue;
    const known = DOCUMENTS.map(({ id }) => id);
    throw new AppError("input/invalid", `--${flag} is for ${known.join(" and ")} only.`, {
      unit,
      flag,
    });
  }
}

async function deliver(world: World, table: Table, format: ExportFormat, options: DocumentOptions) {
  const { out, json } = options;
  const about = { unit: table.unit, format: format.id, rows: table.rows.length };
  if (out !== undefined) {
    const written = await writeTable(world, out, format, table);
    if (json) await printJson(world, { ...about, ...written, about: table.about });
    else world.err.write(`${out}: ${table.rows.length} ${table.unit}.\n`);
  } else if (json) await printJson(world, { ...about, about: table.about });
  else if (world.out === process.stdout && process.stdout.isTTY && !TEXT.test(format.mediaType)) {
    throw new AppError("input/invalid", `${format.title} is no text: name a file with -o.`, {
      format: format.id,
    });
  } else await print(world, format.write(table));
}

const TEXT = /json|csv|calendar/;
