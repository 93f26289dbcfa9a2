import type { Command } from "commander";
import { analyseQuestion } from "../../analysis/analyse-question.ts";
import { analyseSmallAreas } from "../../analysis/analyse-small-areas.ts";
import { analyseStudy } from "../../analysis/analyse-study.ts";
import { fitLayers } from "../../analysis/fit-layer.ts";
import { loadStudy } from "../../analysis/load-study.ts";
import { questionParams } from "../../contract/question.ts";
import type { AnalysisReply } from "../../contract/replies.ts";
import { AppError } from "../../core/errors.ts";
import { NATIONAL_GRID, statedCrs } from "../../ingest/crs.ts";
import { toAnalysisReply } from "../../publish/analysis-reply.ts";
import { referenceLayerTable } from "../../store/reference-layer.ts";
import { printJson } from "../output.ts";
import { reporterTo } from "../progress.ts";
import type { World } from "../world.ts";
import {
  KEEPING,
  type QuestionOptions,
  questionFrom,
  usingDb,
  withDb,
  withQuestion,
} from "./shared.ts";

interface Options extends QuestionOptions {
  readonly db?: string;
  readonly reference?: string;
  readonly json?: boolean;
}

/** `analyse`: cut the study if it is not cut yet, then the question; print its figures. */
export function analyseCommand(program: Command, world: World): Command {
  return withDb(
    withQuestion(
      program
        .command("analyse")
        .description(
          "Cut what is loaded into cells, or use what was cut before, and print areas by depth " +
            "and the certificate for one date and its filters.",
        )
        .option(
          "--reference <layer>",
          "the layer of places; no other reference layer can be looked at yet",
        ),
    ),
  ).action((options: Options) => run(world, options));
}

async function run(world: World, options: Options): Promise<void> {
  const { fromLonLat } = await statedCrs(NATIONAL_GRID, "");
  const reporter = await reporterTo(world);
  try {
    const reply = await usingDb(
      world,
      options.db,
      (db) => {
        const { report: progress } = reporter;
        analyseStudy(db, { progress });
        analyseSmallAreas(db, fromLonLat, { progress });
        fitLayers(db, { progress });
        const loaded = loadStudy(db, fromLonLat);
        if (options.reference !== undefined) {
          const known = referenceLayerTable(db).all();
          expectLayer(options.reference, loaded.study.layer.id, known);
        }
        const question = questionFrom(options, loaded.study);
        const analysis = analyseQuestion(db, loaded, question, { progress });
        return toAnalysisReply(loaded.study.dataVersion, questionParams(question), analysis);
      },
      KEEPING,
    );
    reporter.end();
    if (options.json) await printJson(world, reply);
    else world.out.write(table(reply));
  } finally {
    reporter.end();
  }
}

/** The places are those of the layer that was loaded for them; another is a step not built yet. */
function expectLayer(wanted: string, places: string, known: readonly { readonly id: string }[]) {
  if (wanted === places) return;
  const ids = known.map(({ id }) => id);
  if (ids.includes(wanted)) {
    throw new AppError(
      "not-built",
      `Looking at ${wanted} as places is not built yet; the places are those of ${places}.`,
      { reference: wanted, places },
    );
  }
  throw new AppError(
    "input/unknown-layer",
    `There is no reference layer "${wanted}". Loaded: ${ids.join(", ")}.`,
    { reference: wanted, known: ids },
  );
}

function table(reply: AnalysisReply): string {
  const squareKm = (m2: number) => (m2 / 1e6).toFixed(1);
  const depths = Object.entries(reply.area_by_depth).map(
    ([depth, area]) => `${depth.padStart(5)}  ${squareKm(area).padStart(12)}`,
  );
  const asked = Object.entries(reply.question).map(([name, value]) => `${name} ${value}`);
  return [
    `${asked.join(", ")}: ${count(reply.sources, "outline")}, ${count(reply.cells, "cell")}, ${count(reply.holes, "hole")}.`,
    "depth  square km of the national grid",
    ...depths,
    `total  ${squareKm(reply.footprint_m2).padStart(12)}`,
    `The certificate holds (${reply.certificate.engine}). Data version ${reply.dataVersion}.`,
    "",
  ].join("\n");
}

const count = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;
