import { join } from "node:path";
import { analyseQuestion } from "../../server/analysis/analyse-question.ts";
import { type LoadedStudy, loadStudy } from "../../server/analysis/load-study.ts";
import { readingsOf } from "../../server/analysis/readings.ts";
import { EXPORT_PARAMETERS } from "../../server/contract/export-parameters.ts";
import { parseQuestion } from "../../server/contract/question.ts";
import { indexStudy, type StudyIndex } from "../../server/core/hotspots/study-index.ts";
import { NATIONAL_GRID, statedCrs } from "../../server/ingest/crs.ts";
import type { Table } from "../../server/publish/exports/export.ts";
import type { ExportContext, ExportUnit } from "../../server/publish/exports/unit.ts";
import { openDb } from "../../server/store/db.ts";
import { toyNeed } from "./toy-need.ts";

export interface ToyAsker {
  readonly loaded: LoadedStudy;
  readonly index: StudyIndex;
  readonly table: (unit: ExportUnit, query: object) => Table;
  readonly close: () => void;
}

/** Five of the seven small areas. */
const SHARE = 0.75;

async function contextOver(path: string): Promise<ExportContext> {
  const db = openDb(path);
  const { printed, toLonLat, fromLonLat } = await statedCrs(NATIONAL_GRID, "");
  const loaded = loadStudy(db, fromLonLat);
  const study = { db, loaded, index: indexStudy(loaded.study) };
  return {
    ...study,
    ...readingsOf(study),
    crs: { id: printed, toLonLat, fromLonLat },
    analyse: (question) => analyseQuestion(db, loaded, question),
  };
}

/** The toy data, to be asked for tables; units about need are asked of the one with small areas. */
export async function askToy(): Promise<ToyAsker> {
  const toy = await toyNeed();
  const plain = await contextOver(join(toy.folder, "toy.db"));
  const peopled = await contextOver(toy.db);
  const { loaded, index } = plain;
  return {
    loaded,
    index,
    table(unit, query) {
      const question = parseQuestion(query, loaded.study);
      return unit.id in EXPORT_PARAMETERS
        ? unit.build(peopled, question, undefined, { share: SHARE })
        : unit.build(plain, question);
    },
    close() {
      plain.db.close();
      peopled.db.close();
      toy.remove();
    },
  };
}
